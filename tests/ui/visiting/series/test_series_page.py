"""Series on screen: planned, refused beside the field, changed, paused, ended, and taken back."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.drafts.queries import all_drafts
from app.visiting.series.queries import list_series, series_of
from app.volunteers.rules import AbsenceDetails
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer, wish
from tests.factories.series import (
    add_series,
    in_germany,
    planned_days,
    series_plan,
    series_row,
    visits_in,
)
from tests.ui.widgets.hands import bring_forward
from ui.visiting.series.day_forms import EndForm, PauseForm
from ui.visiting.series.series_form import SeriesForm
from ui.visiting.series.series_page import SeriesPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)
SOON = date(2027, 1, 12)
"""Until then, a weekly series has few visits; without an end it would have a hundred."""


@pytest.fixture
def erna(office: Office) -> UUID:
    in_germany(office)
    return add_client(office, given_name="Erna", family_name="Krüger")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SeriesPage:
    page = SeriesPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def opened(qtbot: QtBot, page: SeriesPage, kind: type) -> object:
    qtbot.waitUntil(lambda: isinstance(page.panel.form, kind))
    return page.panel.form


def show(qtbot: QtBot, page: SeriesPage, series_id: UUID, doing: str = "") -> None:
    page.show_place(Place("series", series_id, doing))
    if not doing:
        qtbot.waitUntil(lambda: page.panel.card.card is not None)


def test_a_series_is_planned_from_a_person_and_begins_with_what_is_known(
    qtbot: QtBot, office: Office, page: SeriesPage, erna: UUID
) -> None:
    wish(office, erna, minutes=90, frequency="fortnightly", hours=((3, 840, 1020),))
    page.show_place(Place("series", erna, "plan"))
    form = opened(qtbot, page, SeriesForm)
    assert isinstance(form, SeriesForm)
    fields = form.fields
    assert (fields.starts_on.value(), fields.frequency.value()) == (
        date(2026, 11, 25),
        "fortnightly",
    )
    assert (fields.times.start.value(), fields.times.end.value()) == (time(14), time(15, 30))
    qtbot.waitUntil(lambda: form.days.text().startswith("The visits are on Wed 25 Nov 2026"))
    form.save()
    qtbot.waitUntil(lambda: bool(fields.field("visitor").problem()))
    fields.visitor.set_value("Karin Vogt")
    qtbot.keyClick(fields.visitor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.panel.is_card_shown)

    (row,) = office.ask(series_of, erna, TODAY)
    assert planned_days(office, row.id, 2) == [date(2026, 11, 25), date(2026, 12, 9)]
    assert office.ask(all_drafts, office.who) == ()


def test_a_clash_stands_beside_the_begin_and_the_draft_is_kept(
    qtbot: QtBot, office: Office, page: SeriesPage, erna: UUID
) -> None:
    ali = add_client(office, given_name="Ali", family_name="Demir")
    add_series(office, ali, until=SOON)
    page.show_place(Place("series", erna, "plan"))
    form = opened(qtbot, page, SeriesForm)
    assert isinstance(form, SeriesForm)
    form.fields.visitor.set_value("Karin Vogt")
    form.fields.starts_on.set_value(date(2026, 11, 24))
    form.fields.times.set_times(time(15), time(16))
    form.save()
    qtbot.waitUntil(lambda: "Free is 15:30." in form.fields.field("start").problem())
    form.leave()
    qtbot.waitUntil(lambda: page.panel.form is None)

    # The desk writes it on the thread of the office.
    qtbot.waitUntil(lambda: bool(office.ask(all_drafts, office.who)))
    (draft,) = office.ask(all_drafts, office.who)
    assert draft.form == "visit_series"


def test_a_pause_is_said_with_its_way_back(
    qtbot: QtBot, office: Office, page: SeriesPage, erna: UUID
) -> None:
    saved = add_series(office, erna, until=SOON)
    said: list[Callable[[], None] | None] = []
    page.said.connect(lambda _words, undo: said.append(undo))
    show(qtbot, page, saved.id)
    page.panel.card.pause_button.click()
    form = opened(qtbot, page, PauseForm)
    assert isinstance(form, PauseForm)
    form.save()
    qtbot.waitUntil(lambda: planned_days(office, saved.id) == [])
    qtbot.waitUntil(lambda: not page.panel.card.resume_button.isHidden())
    undo = said[-1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: planned_days(office, saved.id, 1) == [date(2026, 11, 24)])


def test_a_series_is_ended_and_leaves_the_list(
    qtbot: QtBot, office: Office, page: SeriesPage, erna: UUID
) -> None:
    saved = add_series(office, erna, until=SOON)
    show(qtbot, page, saved.id, "end")
    form = opened(qtbot, page, EndForm)
    assert isinstance(form, EndForm)
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)

    assert visits_in(office, saved.id) == []
    assert office.ask(list_series, date(2026, 11, 24)) == ()


def test_a_change_from_a_visit_on_begins_there(
    qtbot: QtBot, office: Office, page: SeriesPage, erna: UUID
) -> None:
    active_volunteer(office)
    saved = add_series(office, erna, until=SOON)
    show(qtbot, page, saved.id, "change:2026-12-08")
    form = opened(qtbot, page, SeriesForm)
    assert isinstance(form, SeriesForm)
    assert form.fields.changed_from() == date(2026, 12, 8)
    form.fields.visitor.set_value("Anja Kurz")
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)

    newest, _older = office.ask(series_of, erna, TODAY)
    assert (newest.plan.visitor, newest.plan.starts_on) == ("Anja Kurz", date(2026, 12, 8))
    assert series_row(office, saved.id).until == date(2026, 12, 7)


def test_a_series_over_an_absence_goes_on_only_when_that_is_said(
    qtbot: QtBot, office: Office, page: SeriesPage, erna: UUID
) -> None:
    away = AbsenceDetails(uuid4(), date(2026, 12, 7), date(2026, 12, 18))
    active_volunteer(office, "Anja Kurz", absences=(away,))
    page.show_place(Place("series", erna, "plan"))
    form = opened(qtbot, page, SeriesForm)
    assert isinstance(form, SeriesForm)
    fields = form.fields
    fields.fill(series_plan(erna, visitor="Anja Kurz", until=SOON), "Erna Krüger")
    assert fields.field("goes_on").isHidden()
    form.save()
    qtbot.waitUntil(lambda: "Anja Kurz is away" in fields.field("starts_on").problem())
    assert not fields.field("goes_on").isHidden()
    qtbot.keyClick(fields.goes_on, Qt.Key.Key_Space)
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
