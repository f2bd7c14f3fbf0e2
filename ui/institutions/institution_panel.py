"""Beside the list: the card of the chosen institution, or a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.institutions.queries import contact_to_edit, institution_to_edit
from resources.text import _
from ui.institutions.contact_form import ContactForm
from ui.institutions.institution_card import InstitutionCardView
from ui.institutions.institution_form import InstitutionForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from app.institutions.queries import ContactToEdit, InstitutionToEdit
    from ui.desk import Desk


class InstitutionPanel(CardPanel):
    """Forms are those of the institution and of its contact persons."""

    card: InstitutionCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose an institution to see its card."), icon="office")
        super().__init__(desk, InstitutionCardView(desk), nothing)
        self.card.contact_wanted.connect(self.edit_contact)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of an institution, or of a new one."""
        pending = self.desk.ask(institution_to_edit, record_id)
        self.wait(pending.then(self._on_institution_ready))

    def edit_contact(self, institution_id: UUID | None, contact_id: UUID | None) -> None:
        """Open the form of a contact person, or of a new one at an institution."""
        pending = self.desk.ask(contact_to_edit, institution_id, contact_id)
        self.wait(pending.then(self._on_contact_ready))

    def record_of(self, form: InstitutionForm | ContactForm) -> UUID:
        """Answer the institution that a form is about."""
        return form.institution_id

    def saved_words(self, _form: object) -> tuple[str, None]:
        """Answer what is said when a form is saved."""
        return _("The institution is saved."), None

    def _on_institution_ready(self, editing: InstitutionToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This institution is no longer in the office."), None)
        else:
            self.open_form(partial(InstitutionForm, self.desk, editing), "name")

    def _on_contact_ready(self, editing: ContactToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This contact person is no longer at the institution."), None)
        else:
            self.open_form(partial(ContactForm, self.desk, editing), "person_id")
