"""The page of appointments: stops to come on the left, the day of one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.mobile_advice.booking.queries import appointment_row, coming_halts, to_be_told
from resources.text import _
from ui.mobile_advice.booking.booking_panel import BookingPanel
from ui.mobile_advice.booking.halt_list import HaltList
from ui.mobile_advice.booking.reminder_writer import ReminderWriter
from ui.views.list_page import CardPage, add_button
from ui.widgets.buttons import plain_button
from ui.widgets.page import Place
from ui.widgets.shown_stack import ShownStack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.booking.queries import AppointmentRow, HaltCount
    from ui.desk import Desk


class AppointmentsPage(CardPage):
    """Ctrl+N books at the next free time; the list leads from stop to stop."""

    features: ClassVar[frozenset[str]] = frozenset(
        {"booking", "tours", "mediators", "clients", "advice"}
    )
    SHARES: ClassVar = (1, 2)
    list: HaltList
    panel: BookingPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = HaltList(desk)
        self.panel = BookingPanel(desk)
        self.writer: ReminderWriter | None = None
        self._doing = "show"
        self._record: UUID | None = None
        self._stop_id: UUID | None = None
        self.stack = ShownStack()
        self.waiting_button = plain_button(_("Waiting list"), "clock")
        self.reminders_button = plain_button(_("Reminders"), "mail")
        self.add_button = add_button(_("New appointment"), _("Book an appointment (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.waiting_button.clicked.connect(self._on_waiting_clicked)
        self.reminders_button.clicked.connect(self._on_reminders_clicked)
        if not desk.offers("reminders"):
            self.reminders_button.hide()
        actions = (self.waiting_button, self.reminders_button, self.add_button)
        self.build(_("Appointments"), *actions, search=self.list.search)
        self.panel.letters_wanted.connect(self._write)

    def below_header(self) -> QWidget:
        """Answer list and day, and letters over them."""
        self.stack.addWidget(self.split)
        return self.stack

    def show_place(self, place: Place) -> None:
        """Show a halt, an appointment or a stop, or begin "new", "waiting" or "reminders".

        "of_call" books whoever called, "after" for whom the enquiry with an id is about.
        """
        self._leave_writer()
        self.refresh()
        begin = self._beginnings().get(place.doing)
        if begin is not None:
            begin(place.record)
            self.split.show_detail()
        elif place.record is not None:
            self._show_known(place.record, place.doing)

    def _beginnings(self) -> dict[str, Callable[[UUID | None], object]]:
        """Answer what opens beside the list, by what a place does; each takes its record."""
        panel = self.panel
        return {
            # The record is the person who is booked.
            "new": panel.book,
            "plan": panel.book,
            "of_call": panel.book_caller,
            "after": panel.book_after,
            "waiting": panel.show_waiting,
            "reminders": panel.show_reminders,
            "add_waiting": panel.add_waiting,
        }

    def _show_known(self, record: UUID, doing: str) -> None:
        if doing in {"show", "change", "move"}:
            self._doing = doing
            self.desk.ask(appointment_row, record).then(self._on_appointment)
        elif doing == "cancelled":
            self.desk.ask(to_be_told, record).then(self._on_to_be_told)
        elif doing == "at_stop":
            self._stop_id = record
            self.desk.ask(coming_halts, self.desk.local_now).then(self._on_halts)
        else:
            # Others know an appointment by its key, the timetable a halt.
            self._record = record
            self.desk.ask(appointment_row, record).then(self._on_record)

    def focus_card(self) -> None:
        """Give the keyboard to the grid."""
        self.panel.card.grid.setFocus()

    def on_edit_wanted(self) -> None:
        """Open the form of the appointment under the cursor."""
        row = self.panel.card.grid.current()
        if self.panel.is_card_shown() and row is not None:
            self.panel.edit_appointment(row.id)

    def _on_record(self, row: AppointmentRow | None) -> None:
        if row is not None:
            self._doing = "show"
            self._on_appointment(row)
        elif self._record is not None:
            self.show_record(self._record)

    def _on_to_be_told(self, rows: tuple[AppointmentRow, ...]) -> None:
        if rows:
            self._write(rows, is_cancellation=True)
        else:
            self.said.emit(_("Nobody with a card is booked there: nobody is written to."), None)

    def _on_halts(self, halts: tuple[HaltCount, ...]) -> None:
        """Show the next day on which a stop has room, or is there at all."""
        there = [one for one in halts if one.halt.stop_id == self._stop_id]
        found = next((one for one in there if one.free), there[0] if there else None)
        if found is None:
            self.said.emit(_("No tour comes to this stop."), None)
            return
        self.show_record(found.id)
        self.focus_card()

    def _on_appointment(self, row: AppointmentRow | None) -> None:
        if row is None:
            self.said.emit(_("This appointment is no longer in the office."), None)
            return
        if row.halt_id is not None:
            self.show_record(row.halt_id)
            self.panel.card.show_appointment(row.id)
            self.focus_card()
        if self._doing == "move" and row.starts_at is not None and row.halt_id is not None:
            self.panel.move_to_another(row)
        elif self._doing == "change" or row.halt_id is None:
            self.panel.edit_appointment(row.id)
        self.split.show_detail()

    def _on_waiting_clicked(self) -> None:
        self.panel.show_waiting()
        self.split.show_detail()

    def _on_reminders_clicked(self) -> None:
        self.panel.show_reminders()
        self.split.show_detail()

    def _write(self, rows: Sequence[AppointmentRow], *, is_cancellation: bool = False) -> None:
        writer = ReminderWriter(self.desk, rows, is_cancellation=is_cancellation)
        writer.left.connect(self._leave_writer)
        writer.made.connect(self._on_written)
        writer.place_wanted.connect(self.place_wanted)
        writer.said.connect(self._on_said)
        self.writer = writer
        self.stack.addWidget(writer)
        self.stack.setCurrentWidget(writer)
        self.header.hide()
        writer.fields.template.setFocus()

    def _leave_writer(self) -> None:
        if self.writer is None:
            return
        self.stack.setCurrentWidget(self.split)
        self.stack.removeWidget(self.writer)
        # A deleted child takes its room back only with the next layout.
        self.writer.setParent(None)
        self.writer.deleteLater()
        self.writer = None
        self.stack.updateGeometry()
        self.header.show()

    def _on_written(self, run_id: UUID) -> None:
        """Show the mailing: its files, who got none, digital post."""
        self._leave_writer()
        self.refresh()
        self.place_wanted.emit(Place("letters", run_id, "run"))

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)
