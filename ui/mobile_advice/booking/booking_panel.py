"""Beside the stops to come: the day of one, a form, the waiting list, or who is reminded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from app.mobile_advice.booking.queries import (
    AppointmentRow,
    AppointmentToEdit,
    HaltRow,
    StopName,
    WaitRow,
    appointment_to_edit,
    halt_row,
    stop_names,
    waiting_people,
)
from app.referrals.enquiries.queries import enquiry_card
from resources.text import _
from ui.mobile_advice.booking.booking_form import BookingForm
from ui.mobile_advice.booking.halt_card import HaltCard
from ui.mobile_advice.booking.move_form import MoveForm
from ui.mobile_advice.booking.number_form import NumberQuestion
from ui.mobile_advice.booking.reminder_table import ReminderTable
from ui.mobile_advice.booking.waiting_form import WaitingForm
from ui.mobile_advice.booking.waiting_table import WaitingTable
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.mobile_advice.booking.actions import Before
    from app.mobile_advice.booking.rules import Place
    from app.referrals.enquiries.queries import EnquiryCard
    from ui.desk import Desk

    AnyForm = BookingForm | MoveForm | WaitingForm


class BookingPanel(CardPanel):
    """Records are halts."""

    card: HaltCard
    letters_wanted = Signal(object)
    """Rows of appointments whose people are written to."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a stop to see who comes when."), icon="calendar")
        super().__init__(desk, HaltCard(desk), nothing)
        self.waiting, self.reminders = WaitingTable(desk), ReminderTable(desk)
        self._place: Place | None = None
        self._after: UUID | None = None
        self._edited: AppointmentToEdit | None = None
        self._stop_id: UUID | None = None
        self._moved: tuple[Before, ...] = ()
        for table in (self.waiting, self.reminders):
            self.addWidget(table)
            table.said.connect(self.said)
            table.place_wanted.connect(self.place_wanted)
            table.left.connect(self.back_to_card)
        self.card.book_wanted.connect(self.book_at)
        self.card.open_wanted.connect(self._on_open_wanted)
        self.card.move_wanted.connect(self.move_to_another)
        self.card.number_wanted.connect(self._on_number_wanted)
        self.card.time_is_free.connect(self._on_time_is_free)
        self.card.waiting_wanted.connect(self._on_waiting_wanted)
        self.waiting.book_wanted.connect(self._on_waiting_wanted)
        self.waiting.add_wanted.connect(self.add_waiting)
        self.reminders.letters_wanted.connect(self.letters_wanted)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a new appointment, at the next free time."""
        del record_id
        self.book()

    def book(self, person_id: UUID | None = None, waiting_id: UUID | None = None) -> None:
        """Open the form of a new appointment, of somebody who is known or who waits."""
        self._place = self._after = None
        self._ask(person_id=person_id, waiting_id=waiting_id)

    def book_caller(self, call_id: UUID | None) -> None:
        """Open the form of a new appointment, with what somebody said on the phone line."""
        self._place = self._after = None
        self._ask(call_id=call_id)

    def book_after(self, enquiry_id: UUID | None) -> None:
        """Open the form of an appointment that follows from an enquiry, and is tied to it."""
        if enquiry_id is None:
            self.book()
            return
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(enquiry_card, enquiry_id, today).then(self._on_enquiry))

    def book_at(self, place: Place | None) -> None:
        """Open the form of a new appointment at a time."""
        self._place, self._after = place, None
        self._ask(place=place)

    def edit_appointment(self, appointment_id: UUID) -> None:
        """Open the form of an appointment."""
        self._place = None
        self._ask(appointment_id=appointment_id)

    def move_to_another(self, row: AppointmentRow) -> None:
        """Open the form that moves an appointment."""
        self.open_form(partial(MoveForm, self.desk, row), "place")

    def add_waiting(self, _record: UUID | None = None) -> None:
        """Open the form of the waiting list."""
        board = self.card.board
        self._stop_id = self.waiting.stop_id or (board.halt.stop_id if board else None)
        self.wait(self.desk.ask(stop_names).then(self._on_stops))

    def show_waiting(self, stop_id: UUID | None = None) -> None:
        """Show who waits, at one stop or at all."""
        self.end_form()
        self.setCurrentWidget(self.waiting)
        self.waiting.show_stop(stop_id)

    def show_reminders(self, _record: UUID | None = None) -> None:
        """Show who is to be reminded."""
        self.end_form()
        self.setCurrentWidget(self.reminders)
        self.reminders.begin()

    def back_to_card(self) -> None:
        """Show the day of the halt that was shown before."""
        if self.card.record_id is not None:
            self.show_record(self.card.record_id)
        else:
            self.show_nothing()

    def refresh(self) -> None:
        """Ask again for what is shown; a form stays as it is typed."""
        super().refresh()
        for table in (self.waiting, self.reminders):
            if self.currentWidget() is table:
                table.refresh()

    def record_of(self, form: AnyForm) -> UUID:
        """Answer the halt to go to when a form is saved."""
        halt = None if isinstance(form, WaitingForm) else form.halt_id()
        known = halt or self.card.record_id
        return known if known is not None else form_key(form)

    def saved_words(self, form: AnyForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; a new appointment can be taken back."""
        deeds = self.card.deeds
        if isinstance(form, WaitingForm):
            return _("The person waits."), None
        if isinstance(form, MoveForm):
            words = _("The appointment is moved.")
            if form.has_mediator:
                words = _("The appointment is moved. The mediator is asked for the old time.")
            return words, partial(deeds.undo, self._moved)
        if not form.is_new:
            return _("The appointment is saved."), None
        return _("The appointment is booked."), partial(deeds.take_back, form.appointment_id)

    def _on_enquiry(self, card: EnquiryCard | None) -> None:
        if card is None or card.row.person_id is None:
            self.said.emit(_("Say first whom the enquiry is about."), None)
            return
        self.book(card.row.person_id)
        self._after = card.id

    def _ask(self, **known: Any) -> None:  # noqa: ANN401 - what is known of the appointment
        today = self.desk.local_now.date()
        known.setdefault("appointment_id", None)
        self.wait(self.desk.ask(appointment_to_edit, today, **known).then(self._on_ready))

    def _on_ready(self, editing: AppointmentToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This appointment is no longer in the office."), None)
            return
        self._edited = editing
        place = editing.booking.place
        if place is None:
            self._open(None)
        else:
            self.wait(self.desk.ask(halt_row, place.halt_id).then(self._open))

    def _open(self, halt: HaltRow | None) -> None:
        editing = self._edited
        if editing is None:
            return
        who = editing.booking.person_id is not None or editing.booking.name
        is_known = who and editing.row is None
        first = "place" if is_known else "person_id"
        after = self._after if editing.row is None else None
        self.open_form(partial(BookingForm, self.desk, editing, halt, after), first)

    def _on_stops(self, stops: tuple[StopName, ...]) -> None:
        make = partial(WaitingForm, self.desk, stops, self._stop_id)
        self.open_form(make, "person_id")

    def _on_saved(self, answer: object) -> None:
        form: Any = self.form
        if isinstance(form, WaitingForm):
            self.said.emit(*self.saved_words(form))
            self.show_waiting(self._stop_id)
            return
        if isinstance(form, MoveForm):
            self._moved = tuple(answer) if isinstance(answer, tuple) else ()
            self.card.show_appointment(form.new_id)
        elif isinstance(form, BookingForm):
            self.card.show_appointment(form.appointment_id)
        if form is not None and self.record_of(form) == form_key(form):
            # A visit at home while no halt was shown: there is no day to go to.
            self.said.emit(*self.saved_words(form))
            self.show_nothing()
            return
        super()._on_saved(answer)

    def _on_open_wanted(self, row: AppointmentRow) -> None:
        self.edit_appointment(row.id)

    def _on_waiting_wanted(self, row: WaitRow) -> None:
        self.book(waiting_id=row.id)

    def _on_number_wanted(self, halt_id: UUID) -> None:
        asked = NumberQuestion(self.window(), self.desk, halt_id)
        if asked.exec() == QDialog.DialogCode.Accepted:
            words = _("Number {number} is given.").format(number=asked.number)
            self.said.emit(words, partial(self.card.deeds.take_back, asked.appointment_id))
            self.card.refresh()

    def _on_time_is_free(self, row: AppointmentRow) -> None:
        """Say who waits for the time that somebody gave up."""
        if row.stop_id is not None:
            self.desk.ask(waiting_people, row.stop_id).then(self._on_who_waits)

    def _on_who_waits(self, rows: tuple[WaitRow, ...]) -> None:
        self.card.offer(rows[0] if rows else None)


def form_key(form: Any) -> UUID:  # noqa: ANN401 - each form has its own record
    """Answer the record that a form makes."""
    key: UUID = getattr(form, "appointment_id", None) or form.waiting_id
    return key
