"""Adding an institution or changing one, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.institutions.actions import INSTITUTION_FORM, add_institution, save_institution
from app.institutions.queries import institution_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.institutions.institution_fields import InstitutionFields

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.institutions.queries import InstitutionToEdit
    from ui.desk import Desk, Pending


class InstitutionForm(KeptForm):
    """The form of one institution."""

    def __init__(
        self, desk: Desk, editing: InstitutionToEdit, parent: QWidget | None = None
    ) -> None:
        """Change an institution as it was read, or add one."""
        super().__init__(desk, parent)
        self._editing = editing
        known = editing.institution_id
        # Made here, so that saving twice adds one institution.
        self.institution_id: UUID = known or uuid4()
        self.content = InstitutionFields(desk, editing)
        name = editing.details.name if known else _("New institution")
        self.arrange(
            self.content,
            _("Change {name}").format(name=name) if known else name,
            _("Save institution"),
            INSTITUTION_FORM,
            str(known or ""),
            name,
        )

    def send(self) -> Pending[UUID]:
        """Add the institution or save its changes."""
        details = self.content.value()
        if self._editing.institution_id is None:
            return self.desk.act(add_institution, self.institution_id, details)
        version = self._editing.version
        return self.desk.act(save_institution, self.institution_id, version, details)

    def ask_newer(self) -> Pending[InstitutionToEdit | None]:
        """Ask for the institution as others left it."""
        return self.desk.ask(institution_to_edit, self.institution_id)

    def take(self, newer: InstitutionToEdit) -> None:
        """Show the institution as others left it."""
        self._editing = newer
        self.content.fill(newer)
