"""Stops, tours and the month are worked with by the keyboard alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.mobile_advice.tours.queries import list_stops, list_tours
from app.mobile_advice.tours.rules import DayState
from tests.factories.tours import TUESDAY, at, days, mate, stop, tour, vehicle, weekly
from ui.mobile_advice.tours.day_question import DayQuestion
from ui.mobile_advice.tours.stop_form import StopForm
from ui.mobile_advice.tours.stops_page import StopsPage
from ui.mobile_advice.tours.timetable_page import TimetablePage
from ui.mobile_advice.tours.tours_page import ToursPage
from ui.widgets.page import Page, Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def month(qtbot: QtBot, office: Office, desk: Desk) -> TimetablePage:
    """Answer the month with a tour on each Tuesday."""
    tour(office, at(stop(office)), at(stop(office, "Benrath, Markt"), "12:00", "14:00"),
         crew=(mate(),))  # fmt: skip
    page = TimetablePage(desk)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.month.rows))
    return page


def shown(qtbot: QtBot, page: Page) -> None:
    """Show a page in the size of a small laptop, and let it ask."""
    qtbot.addWidget(page)
    page.resize(1150, 660)
    page.show()
    page.refresh()


def test_a_day_is_opened_from_the_month_and_confirmed(
    qtbot: QtBot, month: TimetablePage, office: Office
) -> None:
    (row,) = days(office)
    assert month.month.grid.choose(row.id)
    assert "Süden" in month.month.grid.accessibleDescription()
    qtbot.keyClick(month.month.grid, Qt.Key.Key_Return)
    card = month.panel.card
    qtbot.waitUntil(lambda: card.card is not None)
    assert card.header.title.text() == "Süden"
    qtbot.keyClick(card.confirm_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: days(office)[0].state == DayState.CONFIRMED)


def test_a_stop_of_the_day_leads_to_its_appointments(
    qtbot: QtBot, month: TimetablePage, office: Office
) -> None:
    month.show_place(Place("timetable", days(office)[0].id))
    card = month.panel.card
    qtbot.waitUntil(lambda: card.card is not None)
    assert card.card is not None
    wanted: list[Place] = []
    month.place_wanted.connect(wanted.append)
    buttons = card.halts.findChildren(QPushButton)
    assert buttons[1].accessibleName() == "Appointments at Benrath, Markt"
    qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert wanted == [Place("appointments", card.card.halts[1].id)]


def test_ctrl_shift_and_an_arrow_moves_a_tour_to_another_day(
    qtbot: QtBot, month: TimetablePage, office: Office
) -> None:
    said: list[tuple[str, Any]] = []
    month.said.connect(lambda words, undo: said.append((words, undo)))
    (row,) = days(office)
    month.month.grid.choose(row.id)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(month.month.grid, Qt.Key.Key_Right, keys)
    qtbot.waitUntil(lambda: bool(said))
    assert not days(office)
    said[0][1]()
    qtbot.waitUntil(lambda: bool(days(office)))


def test_a_cancelled_day_says_why_and_the_toast_takes_it_back(
    qtbot: QtBot, month: TimetablePage, office: Office
) -> None:
    (row,) = days(office)
    said: list[tuple[str, Any]] = []
    month.said.connect(lambda words, undo: said.append((words, undo)))
    month.show_place(Place("timetable", row.id, "cancel"))
    qtbot.waitUntil(lambda: month.panel.form is not None)
    form: Any = month.panel.form
    form.content.inputs["reason"].set_value("Der Bus ist in der Werkstatt.")
    form.save()
    qtbot.waitUntil(lambda: bool(said))
    qtbot.waitUntil(lambda: days(office)[0].state == DayState.CANCELLED)
    said[0][1]()
    qtbot.waitUntil(lambda: days(office)[0].state == DayState.PLANNED)


def test_a_refused_stop_stands_beside_its_field_and_a_right_one_is_kept(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    page = StopsPage(desk)
    shown(qtbot, page)
    page.show_place(Place("stops", None, "new"))
    qtbot.waitUntil(lambda: page.panel.form is not None)
    form: Any = page.panel.form
    assert isinstance(form, StopForm)
    form.content.inputs["name"].set_value("Garath, Markt")
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("street").problem()))
    form.content.inputs["meeting_point"].set_value("Vor der Markthalle")
    form.save()
    qtbot.waitUntil(lambda: bool(office.ask(list_stops)))
    assert office.ask(list_stops)[0].place == "Vor der Markthalle"


def test_a_tour_is_made_of_stops_a_rhythm_and_a_crew(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    place = stop(office)
    page = ToursPage(desk)
    shown(qtbot, page)
    page.show_place(Place("tours", None, "new"))
    qtbot.waitUntil(lambda: page.panel.form is not None)
    form: Any = page.panel.form
    inputs = form.content.inputs
    inputs["name"].set_value("Süden")
    (where,), (rhythm,), (someone,) = (inputs[name].rows for name in ("stops", "rhythms", "crew"))
    where.fill(at(place))
    rhythm.inputs["weekday"].set_value(2)
    someone.name.setText("Karin Vogt")
    draft = form.fields.texts()
    form.fields.restore(draft)
    assert form.fields.texts() == draft
    form.save()
    qtbot.waitUntil(lambda: bool(office.ask(list_tours, TUESDAY)))
    assert office.ask(list_tours, TUESDAY)[0].next_day == date(2026, 11, 24)


def test_a_further_day_that_cannot_be_says_so_beside_the_field(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    bus = vehicle(office)
    tour(office, vehicle_id=bus)
    second = tour(office, at(stop(office, "Benrath"), "10:00", "11:00"), name="Zweite",
                  rhythms=(weekly(4),), vehicle_id=bus)  # fmt: skip
    page = ToursPage(desk)
    shown(qtbot, page)
    page.show_place(Place("tours", second))
    qtbot.waitUntil(lambda: page.panel.card.header.title.text() == "Zweite")
    page.panel.card.day_button.click()
    question = page.question
    assert isinstance(question, DayQuestion)
    question.day.set_value(TUESDAY)
    question.verb_button.click()

    qtbot.waitUntil(lambda: bool(question.form.field("day").problem()))
    sentence = question.form.field("day").problem()
    assert sentence == (
        "Beratungsbus is on “Süden” from 09:30 to 11:30. It is free from 11:30 on. "
        "On 25.11.2026 everything can be there."
    )
    question.day.set_value(date(2026, 11, 25))
    question.verb_button.click()
    qtbot.waitUntil(lambda: len(days(office, date(2026, 11, 25), date(2026, 11, 25))) == 1)
    qtbot.waitUntil(lambda: not question.isVisible())
