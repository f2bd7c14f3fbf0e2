"""Noting hours beside visits: an evening of exchange, a day at the stand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.expenses.actions import HOURS_FORM, note_hours
from app.expenses.queries import year_of
from app.expenses.rules import HoursDetails
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.journal.minutes_field import MinutesField
from ui.widgets.fields import DateField, TextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.expenses.queries import VolunteerYear
    from ui.desk import Desk, Pending


class HoursForm(KeptForm):
    """The form of one entry; hours of visits are counted by themselves."""

    def __init__(
        self, desk: Desk, person_id: UUID, name: str, parent: QWidget | None = None
    ) -> None:
        """Note hours of a volunteer."""
        super().__init__(desk, parent)
        # Made here, so that saving twice makes one entry.
        self._hours_id, self.person_id = uuid4(), person_id
        self.content = PartsForm()
        self.content.begin_row()
        self.content.put("day", _("Day"), DateField())
        self.content.put("minutes", _("Minutes, or hours as 2:30"), MinutesField())
        self.content.end_row()
        hint = _("Visits that were held are counted by themselves.")
        self.content.put("activity", _("What was done"), TextField(), hint=hint)
        self.content.inputs["day"].set_value(desk.local_now.date())
        self.content.keep()
        heading = _("Hours of {name}").format(name=name)
        self.arrange(self.content, heading, _("Save hours"), HOURS_FORM, str(person_id), name)

    def send(self) -> Pending[UUID]:
        """Save the hours."""
        fields = self.content.inputs
        details = HoursDetails(
            self.person_id,
            fields["day"].value(),
            fields["minutes"].minutes(),
            fields["activity"].value(),
        )
        return self.desk.act(note_hours, self._hours_id, details)

    def ask_newer(self) -> Pending[VolunteerYear | None]:
        """Ask for the volunteer; new hours have no older ones."""
        return self.desk.ask(year_of, self.person_id, self.desk.local_now.year)

    def take(self, newer: VolunteerYear) -> None:
        """Keep what is typed."""
        del newer
