"""The day of a halt as a widget: what is drawn, what can be done, what is said of trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QSize, Qt

from app.mobile_advice.booking.actions import move_appointment, progress_appointment
from app.mobile_advice.booking.queries import appointment_row, halt_board, waiting_people
from app.mobile_advice.booking.queueing import take_number
from app.mobile_advice.booking.rules import Booking, Slot, State, WaitDetails
from app.mobile_advice.booking.waiting import wait_at_stop
from tests.factories.booking import NINE, TEN, TODAY, book, halt, visit_home
from tests.factories.clients import add_client
from ui.mobile_advice.booking.booking_fields import BookingFields
from ui.mobile_advice.booking.booking_panel import BookingPanel
from ui.mobile_advice.booking.deed_bar import can_do
from ui.mobile_advice.booking.deeds import ARRIVED, CANCEL, MOVE, NO_SHOW
from ui.mobile_advice.booking.halt_card import HaltCard
from ui.mobile_advice.booking.person_appointments import PersonAppointments
from ui.mobile_advice.booking.slot_grid import SlotGrid
from ui.mobile_advice.booking.waiting_table import WaitingTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_what_lasts_two_times_stands_in_both(qtbot: QtBot, office: Office) -> None:
    made = halt(office)
    book(office, made.at(NINE), minutes=40)
    grid = SlotGrid()
    qtbot.addWidget(grid)
    grid.show_board(office.ask(halt_board, made.id), -1)

    first, second = grid.times.index(0, 0), grid.times.index(1, 0)
    assert grid.times.cell(first).words == "Frau Muster"
    assert grid.times.cell(second).goes_on
    assert grid.times.row_at(first) == grid.times.row_at(second)
    assert grid.times.cell(grid.times.index(2, 0)).is_free
    wanted: list[Slot] = []
    grid.book_wanted.connect(wanted.append)
    grid.setCurrentIndex(grid.times.index(2, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert wanted == [Slot(NINE + 40, 1)]


def test_past_times_of_today_are_drawn_back(qtbot: QtBot, office: Office) -> None:
    made = halt(office, TODAY)
    grid = SlotGrid()
    qtbot.addWidget(grid)
    grid.show_board(office.ask(halt_board, made.id), TEN)

    assert grid.times.cell(grid.times.index(0, 0)).is_past
    assert not grid.times.cell(grid.times.index(4, 0)).is_past


def test_only_what_may_follow_is_offered(office: Office) -> None:
    made = halt(office, TODAY, first=TEN, last=TEN + 60)
    later = halt(office, name="Benrath")
    today, to_come = book(office, made.at(TEN)), book(office, later.at(NINE))

    now, then = office.ask(appointment_row, today), office.ask(appointment_row, to_come)
    assert now is not None
    assert then is not None
    assert can_do(ARRIVED, now, TODAY)
    assert not can_do(NO_SHOW, then, TODAY)
    assert can_do(MOVE, then, TODAY)
    office.act(progress_appointment, to_come, 1, State.CANCELLED)
    gone = office.ask(appointment_row, to_come)
    assert gone is not None
    assert not can_do(CANCEL, gone, TODAY)


def test_a_missing_permit_and_homes_on_the_way_are_said(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    made = halt(office, TODAY, needs_permit=True, first=TEN, last=TEN + 60)
    visit_home(office, made, add_client(office), 13 * 60)
    office.act(take_number, uuid4(), made.id, Booking(name="Anna", language="ar"))
    card = HaltCard(desk)
    qtbot.addWidget(card)
    card.resize(QSize(500, 700))
    card.show_record(made.id)

    qtbot.waitUntil(lambda: card.board is not None)
    assert card.trouble.accessibleName().startswith("This stop needs a permit")
    assert not card.book_button.isEnabled()
    assert [row.name for row in card.homes.table.rows()] == ["Erna Krüger"]
    assert [row.name for row in card.queue.table.rows()] == ["Anna"]
    card.queue.table.choose_first()
    assert card.bar.who.text() == "Number 1 · Anna"


def test_a_visit_at_home_asks_for_tour_and_time(qtbot: QtBot, office: Office, desk: Desk) -> None:
    made, person = halt(office), add_client(office)
    panel = BookingPanel(desk)
    qtbot.addWidget(panel)
    panel.book(person)
    qtbot.waitUntil(lambda: panel.form is not None)
    assert panel.form is not None
    fields = panel.form.fields
    assert isinstance(fields, BookingFields)
    kinds = fields.inputs["kind"]
    kinds.set_value(kinds.values()[1])
    assert fields.field("place").isHidden()
    assert not fields.field("tour_day_id").isHidden()
    fields.inputs["start"].set_minutes(13 * 60)
    panel.form.save()

    def visited() -> bool:
        board = office.ask(halt_board, made.id)
        return board is not None and len(board.home_visits) == 1

    qtbot.waitUntil(visited)


def test_lists_say_where_somebody_waits_and_what_was(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    made, person = halt(office), add_client(office)
    key = book(office, made.at(NINE), person_id=person)
    office.act(move_appointment, key, 1, made.at(TEN))
    office.act(wait_at_stop, uuid4(), WaitDetails(made.stop_id, name="Frau Neu", wish="Tuesdays"))
    waiting, own = WaitingTable(desk), PersonAppointments(desk, person)
    for part in (waiting, own):
        qtbot.addWidget(part)
        part.refresh()

    qtbot.waitUntil(lambda: len(own.table.rows()) == 2)
    assert [row.state for row in own.table.rows()] == ["booked", "moved"]
    qtbot.waitUntil(lambda: len(waiting.table.rows()) == 1)
    assert waiting.table.rows() == list(office.ask(waiting_people))


@pytest.mark.parametrize("name", ["<b>Anna</b>", "% _ {name}", "\u202eAnna\u202c 🎈", "x" * 200])
def test_hostile_names_are_drawn_as_typed(qtbot: QtBot, office: Office, name: str) -> None:
    made = halt(office)
    book(office, made.at(NINE), name, bring=name)
    grid = SlotGrid()
    qtbot.addWidget(grid)
    grid.resize(500, 300)
    grid.show_board(office.ask(halt_board, made.id), -1)

    assert not grid.grab().isNull()
    first = grid.times.index(0, 0)
    assert grid.times.cell(first).words == name
    assert first.data(Qt.ItemDataRole.ToolTipRole) is None
    assert name in first.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def card(qtbot: QtBot, office: Office, desk: Desk) -> HaltCard:
    """Answer the day of a stop with Frau Muster at nine, and a longer appointment below her."""
    made = halt(office)
    book(office, made.at(NINE))
    book(office, made.at(NINE + 20), "Herr Lang", minutes=40)
    card = HaltCard(desk)
    qtbot.addWidget(card)
    card.resize(QSize(700, 700))
    card.show()
    card.show_record(made.id)
    qtbot.waitUntil(lambda: card.board is not None)
    card.grid.setFocus()
    return card


def _at(card: HaltCard, name: str) -> list[tuple[int | None, int]]:
    slots = card.board.slots if card.board is not None else ()
    return [(row.starts_at, row.counter) for row in slots if row.name == name]


def test_ctrl_shift_and_an_arrow_moves_to_the_next_free_time(qtbot: QtBot, card: HaltCard) -> None:
    undo: list[Any] = []
    card.said.connect(lambda *told: undo.append(told))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(card.grid, Qt.Key.Key_Down, both)

    qtbot.waitUntil(lambda: _at(card, "Frau Muster") == [(TEN, 1)])
    qtbot.waitUntil(lambda: card.grid.current() is not None)
    assert card.grid.current_slot() == Slot(TEN, 1)
    qtbot.keyClick(card.grid, Qt.Key.Key_Right, both)
    qtbot.waitUntil(lambda: _at(card, "Frau Muster") == [(TEN, 2)])
    words, take_back = undo[-1]
    assert words == "Frau Muster is moved to 10:00, Counter 2."
    take_back()
    qtbot.waitUntil(lambda: _at(card, "Frau Muster") == [(TEN, 1)])


def test_an_appointment_is_dragged_to_another_counter(qtbot: QtBot, card: HaltCard) -> None:
    grid = card.grid
    middle = [grid.visualRect(grid.times.index(*at)).center() for at in ((0, 0), (3, 1), (1, 0))]
    left = Qt.MouseButton.LeftButton
    said: list[Any] = []
    card.said.connect(lambda *told: said.append(told))
    for to in (middle[2], middle[1]):
        # First onto somebody else, who stays; then where nobody is.
        qtbot.mousePress(grid.viewport(), left, pos=middle[0])
        qtbot.mouseMove(grid.viewport(), to)
        assert not grid.grab().isNull()
        qtbot.mouseRelease(grid.viewport(), left, pos=to)
        qtbot.waitUntil(lambda: bool(said))
    assert "nearest free time" in said[0][0]

    qtbot.waitUntil(lambda: _at(card, "Frau Muster") == [(TEN, 2)])
    assert _at(card, "Herr Lang") == [(NINE + 20, 1)]
