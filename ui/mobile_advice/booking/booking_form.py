"""Booking an appointment or changing one; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.booking.actions import (
    APPOINTMENT_FORM,
    BOOKING_FORM,
    book_appointment,
    change_appointment,
)
from app.mobile_advice.booking.queries import appointment_to_edit
from app.referrals.enquiries.following import book_after
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.booking.booking_fields import BookingFields
from ui.mobile_advice.booking.words import name_words, when_words

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.booking.queries import AppointmentToEdit, HaltRow
    from ui.desk import Desk, Pending


class BookingForm(KeptForm):
    """The form of one appointment."""

    def __init__(
        self,
        desk: Desk,
        editing: AppointmentToEdit,
        halt: HaltRow | None = None,
        after: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Change an appointment as it was read, or book one, perhaps `after` an enquiry."""
        super().__init__(desk, parent)
        self._editing, self.halt, self._after = editing, halt, after
        # Made here, so that saving twice books once.
        self.appointment_id = editing.row.id if editing.row is not None else uuid4()
        self.content = BookingFields(desk, editing, halt)
        if editing.row is None:
            heading, verb = _("New appointment"), _("Book appointment")
            form, subject = BOOKING_FORM, str(editing.booking.person_id or "")
        else:
            heading = f"{name_words(editing.row)} · {when_words(editing.row)}"
            verb, form, subject = _("Save appointment"), APPOINTMENT_FORM, str(editing.row.id)
        self.arrange(self.content, heading, verb, form, subject, editing.name or heading)

    @property
    def is_new(self) -> bool:
        """Whether it is not booked yet."""
        return self._editing.row is None

    @property
    def is_for_somebody(self) -> bool:
        """Whether the person is known already."""
        return self._editing.booking.person_id is not None

    def halt_id(self) -> UUID | None:
        """Answer the halt at which it is booked."""
        if self._editing.row is not None:
            return self._editing.row.halt_id
        place = self.content.value().place
        return place.halt_id if place is not None else None

    def send(self) -> Pending[UUID]:
        """Save the appointment."""
        booking = self.content.value()
        if self._after is not None:
            return self.desk.act(book_after, self.appointment_id, self._after, booking)
        if self._editing.row is None:
            return self.desk.act(
                book_appointment, self.appointment_id, booking, self._editing.waiting_id
            )
        version = self._editing.row.version
        return self.desk.act(change_appointment, self.appointment_id, version, booking)

    def ask_newer(self) -> Pending[AppointmentToEdit | None]:
        """Ask for the appointment as others left it."""
        today = self.desk.local_now.date()
        return self.desk.ask(appointment_to_edit, today, self.appointment_id)

    def take(self, newer: AppointmentToEdit) -> None:
        """Show the appointment as others left it."""
        self._editing = newer
        self.content.fill(newer, self.halt)
