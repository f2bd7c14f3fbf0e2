"""Day plans on screen: a day is planned, looked at, taken over, taken back; or cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from app.areas.actions import load_area_list
from app.areas.distances import distances
from app.visiting.day_plans.office import ways
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer, wish
from tests.factories.visit_days import day_visits
from tests.factories.visits import visit_planned
from tests.factories.volunteers import is_away
from tests.ui.widgets.hands import bring_forward
from ui.visiting.day_plan.day_plan_page import DayPlanPage
from ui.visiting.day_plan.distances_dialog import DistancesDialog
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TUESDAY = date(2026, 11, 24)
ANJA = "Anja Kurz"
A_SEARCH = 30_000
"""Milliseconds within which a search in a process of its own answers on a slow machine."""


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> DayPlanPage:
    page = DayPlanPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


@pytest.fixture
def erna(office: Office) -> UUID:
    """Somebody whom Anja visits at two, and who would like the morning better."""
    active_volunteer(office, ANJA)
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    wish(office, erna, hours=((2, 600, 660),))
    visit_planned(office, erna, TUESDAY, time(14), visitor=ANJA)
    return erna


def _begins(office: Office) -> list[time]:
    return [row.start.time() for row in office.ask(day_visits, TUESDAY)]


def _show(qtbot: QtBot, page: DayPlanPage) -> None:
    page.show_place(Place("day_plan", None, TUESDAY.isoformat()))
    qtbot.waitUntil(lambda: page.form.inputs["goers"].value() == (ANJA,))


@pytest.mark.usefixtures("erna")
def test_a_plan_is_looked_at_taken_over_and_taken_back(
    qtbot: QtBot, office: Office, page: DayPlanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _quick(monkeypatch)
    undos: list[Callable[[], None]] = []
    page.said.connect(lambda _words, undo: undos.append(undo))
    bert = active_volunteer(office, "Bert Lang")
    late = add_client(office, given_name="Ali", family_name="Demir")
    visit_planned(office, late, TUESDAY, time(20), visitor="Bert Lang")
    is_away(office, bert, TUESDAY, TUESDAY)
    _show(qtbot, page)
    page.start()
    qtbot.waitUntil(lambda: page.view.plan is not None, timeout=A_SEARCH)
    told = " ".join(label.text() for label in page.view.findChildren(QLabel))
    assert "10:00–11:00 Erna Krüger" in told
    assert "was: 14:00" in told
    assert "Ali Demir" in told
    assert "nobody has time then: Anja Kurz" in told
    assert sorted(_begins(office)) == [time(14), time(20)]
    page.view.take_button.click()
    qtbot.waitUntil(lambda: sorted(_begins(office)) == [time(10), time(20)])
    qtbot.waitUntil(lambda: bool(undos))
    undos[0]()
    qtbot.waitUntil(lambda: sorted(_begins(office)) == [time(14), time(20)])


@pytest.mark.usefixtures("erna")
def test_a_search_is_cancelled_and_nothing_changed(
    qtbot: QtBot, office: Office, page: DayPlanPage
) -> None:
    _show(qtbot, page)
    for _again in range(2):
        page.start()
        qtbot.waitUntil(lambda: page.planning is not None, timeout=A_SEARCH)
        assert page.waiting is not None
        page.waiting.progress.cancelled.emit()
        assert page.planning is None
        assert page.plan_button.isEnabled()
    assert _begins(office) == [time(14)]


@pytest.mark.usefixtures("erna")
def test_what_stands_against_a_plan_is_said_beside_the_field(
    qtbot: QtBot, page: DayPlanPage
) -> None:
    _show(qtbot, page)
    page.form.inputs["goers"].set_value(())
    page.start()
    qtbot.waitUntil(lambda: bool(page.form.field("goers").problem()))


def test_the_office_writes_its_own_distances_down(
    qtbot: QtBot, office: Office, page: DayPlanPage
) -> None:
    office.act(load_area_list, "duesseldorf")
    page.distances_button.click()
    (dialog,) = page.window().findChildren(DistancesDialog)
    qtbot.waitUntil(lambda: dialog.here.count() > 2)
    dialog.here.setCurrentIndex(1)
    dialog.there.setCurrentIndex(2)
    dialog.minutes.set_value("25")
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.form.field("kilometres").problem()))
    dialog.kilometres.set_value("4,5")
    dialog.save()
    qtbot.waitUntil(lambda: len(office.ask(distances)) == 1)
    assert office.ask(distances)[0].kilometres == 45
    dialog.reject()


def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the search of a plan end soon."""
    travel = replace(ways.travel_on(TUESDAY), seconds=0.2)
    monkeypatch.setattr(ways, "travel_on", lambda _day: travel)
    monkeypatch.setattr("app.visiting.day_plans.queries.travel_on", lambda _day: travel)
