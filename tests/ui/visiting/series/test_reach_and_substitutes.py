"""One visit of a series, those that follow, and somebody who comes instead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from app.visiting.queries import visit_details
from app.visiting.series.rules import Reach
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer
from tests.factories.series import add_series, in_germany, planned_days, visits_in
from tests.factories.volunteers import is_away
from ui.visiting.series.substitutes_page import SubstitutesPage
from ui.visiting.visit_panel import VisitPanel
from ui.widgets.page import Place
from ui.widgets.question import Question

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def visits(office: Office) -> list[Any]:
    """A weekly series of Anja, who is away for two weeks; Ben is there."""
    in_germany(office)
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    anja = active_volunteer(office)
    active_volunteer(office, "Ben Adam")
    is_away(office, anja, date(2026, 11, 30), date(2026, 12, 13))
    until = date(2026, 12, 29)
    saved = add_series(office, erna, visitor="Anja Kurz", goes_on=True, until=until)
    return visits_in(office, saved.id)


def shown(qtbot: QtBot, desk: Desk, office: Office, visit_id: UUID) -> VisitPanel:
    panel = VisitPanel(desk)
    qtbot.addWidget(panel)
    details = office.ask(visit_details, visit_id)
    assert details is not None
    panel.show_visit(details)
    return panel


def answer(monkeypatch: pytest.MonkeyPatch, reach: Reach | None) -> None:
    monkeypatch.setattr(Question, "ask_choice", lambda *_args, **_more: reach)


@pytest.mark.parametrize(
    ("reach", "doing"), [(Reach.FOLLOWING, "change:2026-12-01"), (Reach.ALL, "change")]
)
def test_a_change_of_more_than_one_visit_leads_to_the_series(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
    office: Office,
    visits: list[Any],
    reach: Reach,
    doing: str,
) -> None:
    answer(monkeypatch, reach)
    panel = shown(qtbot, desk, office, visits[1].id)
    places: list[Place] = []
    panel.place_wanted.connect(places.append)
    assert panel.card is not None
    panel.card.change_wanted.emit()

    qtbot.waitUntil(lambda: places == [Place("series", visits[1].series_id, doing)])


def test_a_change_of_one_visit_opens_its_form(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
    office: Office,
    visits: list[Any],
) -> None:
    answer(monkeypatch, Reach.THIS)
    panel = shown(qtbot, desk, office, visits[1].id)
    assert panel.card is not None
    panel.card.change_wanted.emit()

    qtbot.waitUntil(lambda: panel.work is not None)


def test_cancelling_what_follows_ends_the_series_and_can_be_taken_back(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
    office: Office,
    visits: list[Any],
) -> None:
    answer(monkeypatch, Reach.FOLLOWING)
    panel = shown(qtbot, desk, office, visits[1].id)
    said: list[Any] = []
    panel.said.connect(lambda _words, undo: said.append(undo))
    assert panel.card is not None
    panel.card.cancel_wanted.emit()
    qtbot.waitUntil(lambda: len(said) == 1)
    series = visits[0].series_id
    assert planned_days(office, series) == [date(2026, 11, 24)]
    said[0]()
    qtbot.waitUntil(lambda: len(visits_in(office, series)) == len(visits))


def test_one_click_replaces_whoever_is_away(
    qtbot: QtBot, desk: Desk, office: Office, visits: list[Any]
) -> None:
    page = SubstitutesPage(desk)
    qtbot.addWidget(page)
    said: list[Any] = []
    page.said.connect(lambda _words, undo: said.append(undo))
    page.show_place(Place("substitutes"))
    qtbot.waitUntil(lambda: len(page.lines) == 2)
    assert page.lines[0].choice.currentText() == "Ben Adam"
    page.send_button.click()
    qtbot.waitUntil(lambda: len(said) == 1)
    rows = visits_in(office, visits[0].series_id)
    assert [row.instead_of for row in rows[:4]] == ["", "Anja Kurz", "Anja Kurz", ""]
    qtbot.waitUntil(lambda: page.lines == ())
    said[0]()
    qtbot.waitUntil(lambda: len(page.lines) == 2)
