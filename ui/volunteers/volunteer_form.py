"""Beginning the file of a volunteer or changing it, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.volunteers.actions import VOLUNTEER_FORM, save_volunteer
from app.volunteers.queries import volunteer_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.volunteers.volunteer_fields import VolunteerFields

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.volunteers.queries import VolunteerToEdit
    from ui.desk import Desk, Pending


class VolunteerForm(KeptForm):
    """The form of one file."""

    def __init__(self, desk: Desk, editing: VolunteerToEdit, parent: QWidget | None = None) -> None:
        """Change a file as it was read, or begin one."""
        super().__init__(desk, parent)
        self._editing = editing
        self.content = VolunteerFields(desk, editing)
        name = editing.name or _("New volunteer")
        heading = _("{name} as a volunteer").format(name=name) if editing.name else name
        subject = str(editing.person_id or "")
        self.arrange(self.content, heading, _("Save volunteer"), VOLUNTEER_FORM, subject, name)

    @property
    def person_id(self) -> UUID | None:
        """Whose file it is; None while nobody is chosen."""
        picker = self.content.picker
        return self._editing.person_id if picker is None else picker.value()

    def send(self) -> Pending[UUID]:
        """Save the file."""
        version, details = self._editing.version, self.content.value()
        return self.desk.act(save_volunteer, self.person_id, version, details)

    def ask_newer(self) -> Pending[VolunteerToEdit | None]:
        """Ask for the file as others left it."""
        return self.desk.ask(volunteer_to_edit, self.person_id)

    def take(self, newer: VolunteerToEdit) -> None:
        """Show the file as others left it."""
        self._editing = newer
        self.content.fill(newer)
