"""The day of a halt: the grid of times and counters, the queue beside it, homes on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.booking.queries import AppointmentRow, HaltBoard, WaitRow, halt_board
from app.mobile_advice.booking.rules import Place, Slot
from resources.text import _, say
from ui import formats
from ui.mobile_advice.booking.board_halves import BoardHalves
from ui.mobile_advice.booking.board_words import crew_words, trouble_words
from ui.mobile_advice.booking.deed_bar import DeedBar, can_do
from ui.mobile_advice.booking.deeds import CALL, MEDIATOR, MOVE, Deeds
from ui.mobile_advice.booking.home_list import HomeList
from ui.mobile_advice.booking.queue_list import QueueList
from ui.mobile_advice.booking.slot_grid import SlotGrid
from ui.mobile_advice.booking.words import halt_times
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place as PagePlace
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import QModelIndex

    from app.errors import Unavailable
    from ui.desk import Desk, Pending


class HaltCard(RecordCard):
    """Shows one halt after another; the cursor stays where it was."""

    book_wanted = Signal(object)
    """A `Place`, or None for the next free time."""
    open_wanted = Signal(object)
    move_wanted = Signal(object)
    number_wanted = Signal(object)
    """The halt at which somebody queues."""
    time_is_free = Signal(object)
    """The row of a cancelled appointment."""
    waiting_wanted = Signal(object)
    """The row of who waits and is to be booked."""

    def __init__(self, desk: Desk) -> None:
        """Begin without a halt."""
        super().__init__(desk)
        self.board: HaltBoard | None = None
        self._pending: Pending[HaltBoard | None] | None = None
        self._wanted: UUID | None = None
        self.header = PageHeader("")
        self.trouble = Banner("attention", "")
        self.waits = Banner("hint", "", _("Book a time"), closable=True)
        self.waits.hide()
        self._waiting: WaitRow | None = None
        self.crew = quiet("")
        self.grid, self.queue, self.bar, self.homes = SlotGrid(), QueueList(), DeedBar(), HomeList()
        self.deeds = Deeds(desk, self)
        self.book_button = primary_button(_("Book appointment"), "add")
        self.book_button.setToolTip(_("Book the time under the cursor (Enter)"))
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask again for the day."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self.desk.ask(halt_board, self.record_id)
        self._pending.then(self._on_board).if_unavailable(self._on_unavailable)

    def show_appointment(self, appointment_id: UUID) -> None:
        """Go to an appointment as soon as its day is there."""
        self._wanted = appointment_id
        if self.board is not None and self._pending is None:
            self._lead(self.board)

    def show_record(self, record_id: UUID) -> None:
        """Show a halt; who waits elsewhere is not offered here."""
        if record_id != self.record_id:
            self.offer(None)
        super().show_record(record_id)

    def offer(self, waiting: WaitRow | None) -> None:
        """Say who waits for the time that somebody gave up; None hides that."""
        self._waiting = waiting
        self.waits.setVisible(waiting is not None)
        if waiting is not None:
            sentence = _("{name} waits for a time at this stop since {day}.")
            name, day = waiting.name, formats.show_day(waiting.since)
            self.waits.set_text(sentence.format(name=name, day=day))

    def first_focus(self) -> QWidget:
        """Begin at the grid."""
        return self.grid

    def _arrange(self) -> None:
        self.header.add_action(self.book_button)
        left, right = QWidget(), QWidget()
        for side, parts in ((left, (self.grid,)), (right, (self.queue, self.homes))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(spacing(8))
            for part in parts:
                column.addWidget(part, int(part in {self.grid, self.queue}))
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(8))
        for above in (self.header, self.trouble, self.waits, self.crew):
            inner.addWidget(above)
        inner.addWidget(BoardHalves(left, right), 1)
        inner.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.book_button.clicked.connect(self._on_book_clicked)
        self.grid.book_wanted.connect(self._on_slot_wanted)
        self.grid.shift_wanted.connect(self._on_shift_wanted)
        self.grid.selectionModel().currentChanged.connect(self._on_cursor_moved)
        self.queue.number_wanted.connect(self._on_number_wanted)
        self.queue.next_wanted.connect(self._on_next_wanted)
        self.queue.table.row_chosen.connect(self._on_number_chosen)
        self.homes.table.row_chosen.connect(self._on_number_chosen)
        for part in (self.grid, self.queue, self.bar, self.homes):
            part.deed_wanted.connect(self._on_deed_wanted)
            part.open_wanted.connect(self.open_wanted)
        self.bar.person_wanted.connect(self._on_person_wanted)
        self.bar.advice_wanted.connect(self._on_advice_wanted)
        self.waits.acted.connect(self._on_waiting_wanted)
        self.deeds.said.connect(self.said)
        self.deeds.done.connect(self.refresh)
        self.deeds.gave_up_time.connect(self.time_is_free)
        self.state.retried.connect(self.refresh)
        for keys, slot in (("W", self._on_number_wanted), ("F8", self._on_next_wanted)):
            self._listen(keys, slot)

    def _listen(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _on_board(self, board: HaltBoard | None) -> None:
        self._pending = None
        self.board = board
        if board is None:
            sentence = _("This stop is no longer on the tour.")
            self.state.show_empty(EmptyState(sentence, icon="calendar"))
            return
        halt, now = board.halt, self.desk.local_now
        self.header.set_title(halt.stop)
        when = f"{formats.show_date(halt.day)}, {halt_times(halt)}"
        self.header.set_subtitle(f"{when} · {halt.tour}")
        trouble = trouble_words(halt)
        self.trouble.setVisible(bool(trouble))
        self.trouble.set_text(trouble)
        self.crew.setText(crew_words(board.crew))
        self.crew.setVisible(bool(board.crew))
        is_today = halt.day == now.date()
        self.grid.show_board(board, now.hour * 60 + now.minute if is_today else -1)
        self.queue.show_board(board, is_today=is_today and not halt.is_cancelled)
        self.homes.show_rows(board.home_visits)
        self.book_button.setEnabled(not trouble)
        self._show_bar(self.grid.current())
        self.state.show_content()
        self._lead(board)
        self._wanted = None
        if self.hasFocus():
            # A form that was here had the keyboard.
            self.grid.setFocus()

    def _lead(self, board: HaltBoard) -> None:
        rows = (*board.slots, *board.queue, *board.home_visits)
        row = next((one for one in rows if one.id == self._wanted), None)
        if row is not None and row.starts_at is not None and row.halt_id is not None:
            self.grid.choose(row)
        elif row is not None:
            self.queue.table.choose(row.id)

    def _show_bar(self, row: AppointmentRow | None) -> None:
        self.bar.show_row(row, self.desk.local_now.date())

    def _on_cursor_moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_bar(self.grid.current())

    def _on_number_chosen(self, row: AppointmentRow | None) -> None:
        if row is not None:
            self._show_bar(row)

    def _on_slot_wanted(self, slot: Slot) -> None:
        if self.board is not None:
            self.book_wanted.emit(Place(self.board.halt.id, slot.start, slot.counter))

    def _on_shift_wanted(self, row: AppointmentRow, slot: Slot) -> None:
        """Move within the day; the cursor goes along."""
        if self.board is not None:
            self._wanted = uuid4()
            place = Place(self.board.halt.id, slot.start, slot.counter)
            self.deeds.shift(row, place, self._wanted)

    def _on_book_clicked(self) -> None:
        slot = self.grid.current_slot()
        if slot is not None and self.grid.current() is None:
            self._on_slot_wanted(slot)
        else:
            self.book_wanted.emit(None)

    def _on_waiting_wanted(self) -> None:
        if self._waiting is not None:
            self.waits.hide()
            self.waiting_wanted.emit(self._waiting)

    def _on_number_wanted(self) -> None:
        if self.board is not None and self.queue.number_button.isVisibleTo(self):
            self.number_wanted.emit(self.board.halt.id)

    def _on_next_wanted(self) -> None:
        if self.board is not None and self.queue.next_button.isVisibleTo(self):
            self.deeds.call_next(self.board.halt.id, self._counter())

    def _on_deed_wanted(self, deed: str, row: AppointmentRow) -> None:
        if not can_do(deed, row, self.desk.local_now.date()):
            return
        if deed == MOVE:
            self.move_wanted.emit(row)
        elif deed == MEDIATOR:
            self.place_wanted.emit(PagePlace("mediators", row.id, "for_appointment"))
        else:
            self.deeds.do(deed, row, self._counter() if deed == CALL else 0)

    def _counter(self) -> int:
        """Answer the counter of the column in which the cursor stands."""
        slot = self.grid.current_slot()
        return slot.counter if slot is not None else 1

    def _on_advice_wanted(self, appointment_id: UUID) -> None:
        self.place_wanted.emit(PagePlace("advice", appointment_id, "of_appointment"))

    def _on_person_wanted(self, person_id: UUID) -> None:
        self.place_wanted.emit(PagePlace("clients", person_id))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
