"""Appointments on screen: booked by keyboard, moved, called, undone; who waits and is reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app.mobile_advice.advice.calling import note_call
from app.mobile_advice.advice.rules import CallbackDetails
from app.mobile_advice.booking.actions import progress_appointment, take_booking_back
from app.mobile_advice.booking.queries import (
    AppointmentRow,
    HaltBoard,
    appointment_row,
    appointments_of,
    halt_board,
    to_remind,
    waiting_people,
)
from app.mobile_advice.booking.queueing import take_number
from app.mobile_advice.booking.rules import Booking, Slot, State, WaitDetails
from app.mobile_advice.booking.waiting import wait_at_stop
from app.mobile_advice.tours.cancelling import Cancelling, cancel_day
from tests.factories.booking import NINE, TEN, TODAY, MadeHalt, book, halt
from tests.factories.clients import add_client
from tests.factories.letters import office_card
from tests.ui.widgets.hands import bring_forward
from ui.mobile_advice.advice_tab import AdviceTab
from ui.mobile_advice.booking.appointments_page import AppointmentsPage
from ui.mobile_advice.booking.booking_form import BookingForm
from ui.mobile_advice.booking.move_form import MoveForm
from ui.mobile_advice.booking.number_form import NumberQuestion
from ui.mobile_advice.booking.waiting_form import WaitingForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AppointmentsPage:
    page = AppointmentsPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


@pytest.fixture
def said(page: AppointmentsPage) -> list[tuple[str, Callable[[], None] | None]]:
    heard: list[tuple[str, Callable[[], None] | None]] = []
    page.said.connect(lambda words, undo: heard.append((words, undo)))
    return heard


def board_of(office: Office, made: MadeHalt) -> HaltBoard:
    """Answer the day of a halt."""
    board = office.ask(halt_board, made.id)
    assert board is not None
    return board


def show(qtbot: QtBot, page: AppointmentsPage, made: MadeHalt) -> None:
    """Show the day of a halt."""
    page.show_place(Place("appointments", made.id))
    card = page.panel.card
    qtbot.waitUntil(lambda: card.board is not None and card.board.halt.id == made.id)


def form_of(qtbot: QtBot, page: AppointmentsPage, kind: type[Any]) -> Any:  # noqa: ANN401 - any form
    """Answer the form that opens."""
    qtbot.waitUntil(lambda: isinstance(page.panel.form, kind))
    return page.panel.form


def seen(qtbot: QtBot, page: AppointmentsPage, count: int) -> tuple[AppointmentRow, ...]:
    """Wait until so many times of the day are taken."""
    card = page.panel.card
    qtbot.waitUntil(lambda: card.board is not None and len(card.board.slots) == count)
    assert card.board is not None
    return card.board.slots


def test_a_name_enter_and_save_book_the_next_free_time(
    qtbot: QtBot,
    office: Office,
    page: AppointmentsPage,
    said: list[tuple[str, Callable[[], None] | None]],
) -> None:
    made, person = halt(office), add_client(office)
    page.show_place(Place("appointments", None, "new"))
    form: BookingForm = form_of(qtbot, page, BookingForm)
    picker, slots = form.content.picker, form.content.slots
    qtbot.waitUntil(lambda: slots.place() is not None)
    assert slots.text().endswith("09:00 · Garath, Markt · Counter 1")
    assert not form.content.is_dirty()

    qtbot.keyClicks(picker, "kru")
    qtbot.waitUntil(lambda: bool(picker.hits.hits))
    qtbot.keyClick(picker.popup(), Qt.Key.Key_Return)
    slots.setFocus()
    qtbot.keyClicks(slots, "garath 10")
    qtbot.waitUntil(lambda: bool(slots.hits.hits) and slots.hits.hits[0].start == TEN)
    qtbot.keyClick(slots.popup(), Qt.Key.Key_Return)
    form.save()

    (row,) = seen(qtbot, page, 1)
    assert (row.person_id, row.starts_at, row.halt_id) == (person, TEN, made.id)
    assert page.panel.card.grid.current() == row
    sentence, undo = said[-1]
    assert sentence == "The appointment is booked."
    assert undo is not None
    undo()
    seen(qtbot, page, 0)
    assert office.ask(appointments_of, person) == ()


def test_a_name_that_nobody_has_is_kept_as_typed(
    qtbot: QtBot, office: Office, page: AppointmentsPage
) -> None:
    made = halt(office)
    show(qtbot, page, made)
    page.focus_card()
    qtbot.keyClick(page.panel.card.grid, Qt.Key.Key_Right)
    qtbot.keyClick(page.panel.card.grid, Qt.Key.Key_Return)
    form: BookingForm = form_of(qtbot, page, BookingForm)

    qtbot.keyClicks(form.content.picker, "Frau Unbekannt")
    form.save()

    (row,) = seen(qtbot, page, 1)
    assert (row.name, row.counter, row.person_id) == ("Frau Unbekannt", 2, None)


def test_a_time_taken_meanwhile_is_refused_beside_the_field_with_the_nearest(
    qtbot: QtBot, office: Office, page: AppointmentsPage
) -> None:
    made = halt(office)
    page.show_place(Place("appointments", None, "new"))
    form: BookingForm = form_of(qtbot, page, BookingForm)
    qtbot.waitUntil(lambda: form.content.slots.place() is not None)
    book(office, made.at(NINE))

    qtbot.keyClicks(form.content.picker, "Frau Unbekannt")
    form.save()

    field = form.content.field("place")
    qtbot.waitUntil(lambda: bool(field.problem()))
    assert field.problem() == (
        "Counter 1 is taken at 09:00. The nearest free time is 09:00 at counter 2."
    )


def test_letters_say_what_became_of_whom_and_the_toast_takes_it_back(
    qtbot: QtBot,
    office: Office,
    page: AppointmentsPage,
    said: list[tuple[str, Callable[[], None] | None]],
) -> None:
    made = halt(office, TODAY, first=TEN, last=TEN + 60)
    book(office, made.at(TEN))
    office.act(take_number, uuid4(), made.id, Booking(name="Anna"))
    show(qtbot, page, made)
    card = page.panel.card
    page.focus_card()

    qtbot.keyClick(card.grid, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: board_of(office, made).slots[0].state == State.WAITING)
    seen(qtbot, page, 1)
    qtbot.waitUntil(lambda: card.bar.row is not None and card.bar.row.state == State.WAITING)
    qtbot.keyClick(card.grid, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: board_of(office, made).slots[0].state == State.CALLED)
    qtbot.waitUntil(lambda: len(said) > 1)
    qtbot.keyClick(card.grid, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: board_of(office, made).queue[0].state == State.CALLED)
    assert board_of(office, made).slots[0].state == State.DONE
    qtbot.waitUntil(lambda: len(said) > 2)
    undo = said[-1][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: board_of(office, made).queue[0].state == State.WAITING)


def test_m_moves_and_keeps_where_it_was(
    qtbot: QtBot,
    office: Office,
    page: AppointmentsPage,
    said: list[tuple[str, Callable[[], None] | None]],
) -> None:
    made = halt(office)
    book(office, made.at(NINE))
    show(qtbot, page, made)
    page.focus_card()
    qtbot.keyClick(page.panel.card.grid, Qt.Key.Key_M)
    form: MoveForm = form_of(qtbot, page, MoveForm)
    qtbot.waitUntil(lambda: form.slots.place() is not None)
    form.save()

    qtbot.waitUntil(lambda: board_of(office, made).slots[0].counter == 2)
    (row,) = board_of(office, made).slots
    assert Slot(row.starts_at or 0, row.counter) == Slot(NINE, 2)
    assert board_of(office, made).gone[0].moved_to_id == row.id
    qtbot.waitUntil(lambda: bool(said))
    undo = said[-1][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: board_of(office, made).slots[0].counter == 1)


def test_whoever_waits_is_offered_the_time_that_became_free(
    qtbot: QtBot, office: Office, page: AppointmentsPage
) -> None:
    made = halt(office)
    book(office, made.at(NINE))
    office.act(wait_at_stop, uuid4(), WaitDetails(made.stop_id, name="Herr Beispiel"))
    show(qtbot, page, made)
    page.focus_card()

    qtbot.keyClick(page.panel.card.grid, Qt.Key.Key_X)
    waits = page.panel.card.waits
    qtbot.waitUntil(waits.isVisible)
    assert waits.accessibleName().startswith("Herr Beispiel waits")
    waits.acted.emit()
    form: BookingForm = form_of(qtbot, page, BookingForm)
    qtbot.waitUntil(lambda: form.content.slots.place() is not None)
    form.save()

    seen(qtbot, page, 1)
    assert office.ask(waiting_people) == ()


def test_people_come_onto_the_waiting_list_and_leave_it(
    qtbot: QtBot,
    office: Office,
    page: AppointmentsPage,
    said: list[tuple[str, Callable[[], None] | None]],
) -> None:
    halt(office)
    page.show_place(Place("appointments", None, "add_waiting"))
    form: WaitingForm = form_of(qtbot, page, WaitingForm)
    qtbot.keyClicks(form.picker, "Frau Neu")
    form.save()

    table = page.panel.waiting.table
    qtbot.waitUntil(lambda: len(table.rows()) == 1 and table.hasFocus())
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: office.ask(waiting_people) == ())
    qtbot.waitUntil(lambda: said[-1][1] is not None)
    undo = said[-1][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(office.ask(waiting_people)) == 1)


def test_a_number_needs_no_name(
    qtbot: QtBot, office: Office, page: AppointmentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = halt(office, TODAY, first=TEN, last=TEN + 60)
    show(qtbot, page, made)
    asked: list[NumberQuestion] = []

    def answer(question: NumberQuestion) -> int:
        asked.append(question)
        question.accept()
        qtbot.waitUntil(lambda: question.number > 0)
        return int(question.result())

    monkeypatch.setattr(NumberQuestion, "exec", answer)
    page.focus_card()
    qtbot.keyClick(page.panel.card.grid, Qt.Key.Key_W)

    qtbot.waitUntil(lambda: len(page.panel.card.queue.table.rows()) == 1)
    assert asked[0].number == 1


def test_letters_remind_each_of_the_own_time_and_calls_are_noted(
    qtbot: QtBot, office: Office, page: AppointmentsPage, tmp_path: Path
) -> None:
    office_card(office)
    made = halt(office, TODAY.replace(day=27))
    person = add_client(
        office, street="Testweg", house_number="1", postal_code="40595", city="Düsseldorf"
    )
    book(office, made.at(NINE), person_id=person, bring="Rentenbescheid")
    book(office, made.at(TEN), "Herr Beispiel")
    page.show_place(Place("appointments", None, "reminders"))
    table = page.panel.reminders.table
    qtbot.waitUntil(lambda: len(table.rows()) == 2)

    page.panel.reminders.letters_button.click()
    writer = page.writer
    assert writer is not None
    qtbot.waitUntil(writer.write_button.isEnabled)
    writer.write_into(tmp_path)
    qtbot.waitUntil(lambda: page.writer is None)

    (rest,) = office.ask(to_remind, TODAY)
    assert rest.name == "Herr Beispiel"
    (row,) = office.ask(appointments_of, person)
    assert row.letter_id is not None
    page.show_place(Place("appointments", None, "reminders"))
    qtbot.waitUntil(lambda: len(table.rows()) == 1 and table.hasFocus())
    qtbot.keyClick(table, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: office.ask(to_remind, TODAY) == ())


def test_the_reminder_of_the_first_who_has_an_address_is_shown(
    qtbot: QtBot, office: Office, page: AppointmentsPage
) -> None:
    office_card(office)
    made = halt(office, TODAY.replace(day=27))
    home = {"street": "Testweg", "house_number": "1", "postal_code": "40595", "city": "Düsseldorf"}
    book(office, made.at(NINE), person_id=add_client(office, family_name="Ohne"))
    book(office, made.at(TEN), person_id=add_client(office, family_name="Mit", **home))
    page.show_place(Place("appointments", None, "reminders"))
    table = page.panel.reminders.table
    qtbot.waitUntil(lambda: len(table.rows()) == 2)
    page.panel.reminders.letters_button.click()
    writer = page.writer
    assert writer is not None

    qtbot.waitUntil(lambda: "10:00" in writer.preview.view.accessibleName())
    assert writer.about.text() == "1 letter to 2 people"
    assert [(row.name, row.is_out) for row in writer.result.table.rows()] == [("Erna Ohne", True)]


def test_the_grid_is_read_aloud_and_everything_has_a_name(
    qtbot: QtBot, office: Office, page: AppointmentsPage
) -> None:
    made = halt(office)
    book(office, made.at(NINE), language="ar", bring="Ausweis")
    show(qtbot, page, made)
    grid = page.panel.card.grid
    seen(qtbot, page, 1)

    first = grid.times.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first == "09:00, Counter 1: Frau Muster, Booked, Arabic · Ausweis"
    assert grid.times.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).endswith("is free")
    assert QAccessible.queryAccessibleInterface(grid) is not None
    assert all(button.accessibleName() for button in page.panel.card.bar.buttons.values())


def test_a_persons_card_lists_and_books(qtbot: QtBot, office: Office, desk: Desk) -> None:
    made, person = halt(office), add_client(office)
    key = book(office, made.at(NINE), person_id=person)
    tab = AdviceTab(desk, person)
    qtbot.addWidget(tab)
    places: list[Place] = []
    tab.place_wanted.connect(places.append)

    tab.refresh()
    table = tab.appointments.table
    qtbot.waitUntil(lambda: len(table.rows()) == 1)
    table.row_activated.emit(table.rows()[0])
    tab.appointments.book_button.click()

    assert places == [
        Place("appointments", key, "show"),
        Place("appointments", person, "new"),
    ]
    office.act(take_booking_back, key)


def test_whoever_called_is_booked_with_what_was_said(
    qtbot: QtBot, office: Office, page: AppointmentsPage
) -> None:
    halt(office)
    call = uuid4()
    details = CallbackDetails(
        caller="Frau Sommer", phone="0211 4710123", wish="Wohngeld", topic="housing", language="tr"
    )
    office.act(note_call, call, details)
    page.show_place(Place("appointments", call, "of_call"))
    form: BookingForm = form_of(qtbot, page, BookingForm)
    qtbot.waitUntil(lambda: form.content.slots.place() is not None)
    qtbot.waitUntil(form.content.slots.hasFocus)

    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    (row,) = seen(qtbot, page, 1)
    assert (row.name, row.phone, row.topic, row.language, row.note, row.source) == (
        "Frau Sommer", "0211 4710123", "housing", "tr", "Wohngeld", "phone",
    )  # fmt: skip


def test_a_stop_and_an_appointment_lead_to_their_day(
    qtbot: QtBot, office: Office, page: AppointmentsPage
) -> None:
    full = halt(office, TODAY, first=TEN, last=TEN + 20, counters=1)
    book(office, full.at(TEN))
    other = halt(office, name="Benrath")
    key = book(office, other.at(NINE, 2))
    card = page.panel.card

    page.show_place(Place("appointments", full.stop_id, "at_stop"))
    qtbot.waitUntil(lambda: card.board is not None and card.board.halt.id == full.id)
    page.show_place(Place("appointments", key))
    qtbot.waitUntil(lambda: card.bar.row is not None and card.bar.row.id == key)
    assert card.grid.current_slot() == Slot(NINE, 2)


def test_whoever_is_booked_on_a_cancelled_day_is_written_to(
    qtbot: QtBot, office: Office, page: AppointmentsPage, tmp_path: Path
) -> None:
    office_card(office)
    made = halt(office)
    person = add_client(
        office, street="Testweg", house_number="1", postal_code="40595", city="Düsseldorf"
    )
    key = book(office, made.at(NINE), person_id=person)
    gone = book(office, made.at(NINE + 20), person_id=add_client(office, given_name="Otto"))
    office.act(progress_appointment, gone, 1, State.CANCELLED)
    office.act(cancel_day, made.tour_day_id, 1, Cancelling("Broken down", title="Tell them"))
    page.show_place(Place("appointments", made.tour_day_id, "cancelled"))
    qtbot.waitUntil(lambda: page.writer is not None)
    writer = page.writer
    assert writer is not None
    qtbot.waitUntil(writer.write_button.isEnabled)
    assert writer.fields.template.value() == "advice_cancelled"
    writer.write_into(tmp_path)
    qtbot.waitUntil(lambda: page.writer is None)

    row = office.ask(appointment_row, key)
    assert row is not None
    assert (row.state, row.letter_id) == (State.CANCELLED, None)
    assert len(list(tmp_path.glob("*/0*.pdf"))) == 1
