"""Moving an appointment: the next free times stand there, another stop or day is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.errors import N_, Problem, Refused
from app.mobile_advice.booking.actions import move_appointment
from app.mobile_advice.booking.queries import AppointmentToEdit, appointment_to_edit
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.booking.slot_picker import SlotPicker
from ui.mobile_advice.booking.words import name_words, when_words

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.booking.actions import Before
    from app.mobile_advice.booking.queries import AppointmentRow
    from ui.desk import Desk, Pending

MOVE_FORM = "appointment_move"
"""The form of a move in drafts; the subject is the appointment."""
NO_PLACE = N_("Please choose a free time from the list.")


class MoveForm(KeptForm):
    """Asks for the new time alone."""

    def __init__(self, desk: Desk, row: AppointmentRow, near: UUID | None = None) -> None:
        """Take an appointment as it was read."""
        super().__init__(desk)
        self._row = row
        self.appointment_id = row.id
        self.new_id = uuid4()
        self.slots = SlotPicker(desk)
        self.slots.set_minutes(row.minutes)
        content = PartsForm()
        content.put("place", _("New time"), self.slots)
        content.keep()
        heading = _("Move {name}, {when}").format(name=name_words(row), when=when_words(row))
        self.arrange(
            content, heading, _("Move appointment"), MOVE_FORM, str(row.id), name_words(row)
        )
        self.slots.proposed.connect(content.keep)
        self.slots.propose(near)

    @property
    def has_mediator(self) -> bool:
        """Whether a mediator is asked for the time that is given up."""
        return self._row.has_mediator

    def halt_id(self) -> UUID | None:
        """Answer the halt to which it is moved."""
        place = self.slots.place()
        return place.halt_id if place is not None else None

    def save(self) -> None:
        """Move; without a time there is nothing to be moved to."""
        if self.slots.place() is None and self.slots.is_valid():
            self._on_refused(Refused(Problem(NO_PLACE, "place")))
            return
        super().save()

    def send(self) -> Pending[tuple[Before, Before]]:
        """Move the appointment."""
        place = self.slots.place()
        assert place is not None  # noqa: S101 - `save` has looked
        row = self._row
        return self.desk.act(move_appointment, row.id, row.version, place, self.new_id)

    def ask_newer(self) -> Pending[AppointmentToEdit | None]:
        """Ask for the appointment as others left it."""
        today = self.desk.local_now.date()
        return self.desk.ask(appointment_to_edit, today, self.appointment_id)

    def take(self, newer: AppointmentToEdit) -> None:
        """Move the appointment as others left it."""
        if newer.row is not None:
            self._row = newer.row
