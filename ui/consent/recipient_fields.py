"""Who may get data: an institution of the office, or a name in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.institutions.institution_picker import InstitutionPicker
from ui.widgets.fields import TextField

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk
    from ui.widgets.form import Form


class RecipientFields:
    """Two fields of a form of which one is filled in."""

    def __init__(self, desk: Desk, form: Form) -> None:
        """Add both to a form, side by side."""
        self._form = form
        self.institution = InstitutionPicker(desk)
        self.words = TextField()
        form.begin_row()
        form.add("institution_id", _("Institution"), self.institution)
        form.add("recipient", _("Or somebody else"), self.words)
        form.end_row()

    def fill(self, institution_id: UUID | None, name: str, words: str) -> None:
        """Show a recipient."""
        self.institution.set_record(institution_id, name)
        self.words.set_value(words)

    def show(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Ask for a recipient, or not."""
        for name in ("institution_id", "recipient"):
            self._form.field(name).setVisible(on)
