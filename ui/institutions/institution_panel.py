"""Beside the list: the card of the chosen institution, or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.institutions.queries import contact_to_edit, institution_to_edit
from resources.text import _, say
from ui.institutions.contact_form import ContactForm
from ui.institutions.institution_card import InstitutionCardView
from ui.institutions.institution_form import InstitutionForm
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.institutions.queries import ContactToEdit, InstitutionToEdit
    from ui.desk import Desk, Pending


class InstitutionPanel(QStackedWidget):
    """Shows one thing at a time; a form that is left keeps its draft."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    saved_state = Signal(str)
    saved = Signal(object)
    """The id of the institution that was added or changed."""
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none chosen."""
        super().__init__(parent)
        self._desk = desk
        self._pending: Pending[Any] | None = None
        self.form: InstitutionForm | ContactForm | None = None
        self.card = InstitutionCardView(desk)
        self._nothing = EmptyState(_("Choose an institution to see its card."), icon="office")
        self.addWidget(self._nothing)
        self.addWidget(self.card)
        self.card.place_wanted.connect(self.place_wanted)
        self.card.said.connect(self.said)
        self.card.edit_wanted.connect(self.edit)
        self.card.contact_wanted.connect(self.edit_contact)
        self.currentChanged.connect(self._on_current_changed)

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of what is shown; what is hidden needs no room."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()

    def show_institution(self, institution_id: UUID) -> None:
        """Show the card of an institution."""
        self._end_form()
        self.card.show_institution(institution_id)
        self.setCurrentWidget(self.card)

    def edit(self, institution_id: UUID | None) -> None:
        """Open the form of an institution, or of a new one."""
        self._ask(self._desk.ask(institution_to_edit, institution_id))
        if self._pending is not None:
            self._pending.then(self._on_institution_ready)

    def edit_contact(self, institution_id: UUID | None, contact_id: UUID | None) -> None:
        """Open the form of a contact person, or of a new one at an institution."""
        self._ask(self._desk.ask(contact_to_edit, institution_id, contact_id))
        if self._pending is not None:
            self._pending.then(self._on_contact_ready)

    def refresh(self) -> None:
        """Ask again for the card; a form stays as it is typed."""
        if self.currentWidget() is self.card:
            self.card.refresh()

    def flush(self) -> None:
        """Save drafts at once."""
        if self.form is not None:
            self.form.keeper.flush()

    def _ask(self, pending: Pending[Any]) -> None:
        if self._pending is not None:
            self._pending.forget()
        self._pending = pending.if_unavailable(self._on_unavailable)

    def _on_institution_ready(self, editing: InstitutionToEdit | None) -> None:
        self._pending = None
        if editing is None:
            self.said.emit(_("This institution is no longer in the office."), None)
            return
        # The older form keeps its draft first, so that a new one finds it.
        self._end_form()
        self._show_form(InstitutionForm(self._desk, editing), "name")

    def _on_contact_ready(self, editing: ContactToEdit | None) -> None:
        self._pending = None
        if editing is None:
            self.said.emit(_("This contact person is no longer at the institution."), None)
            return
        self._end_form()
        self._show_form(ContactForm(self._desk, editing), "person_id")

    def _show_form(self, form: InstitutionForm | ContactForm, first: str) -> None:
        self.form = form
        form.keeper.state_changed.connect(self.saved_state)
        form.saved.connect(self._on_saved)
        form.left.connect(self._on_left)
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.fields.focus_field(first)

    def _end_form(self) -> None:
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if self.form is not None:
            self.form.keeper.flush()
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _on_saved(self, _record: UUID) -> None:
        if self.form is None:
            return
        institution_id = self.form.institution_id
        self.said.emit(_("The institution is saved."), None)
        self.show_institution(institution_id)
        self.saved.emit(institution_id)

    def _on_left(self) -> None:
        edited = self.form.institution_id if self.form is not None else None
        if edited is not None and edited == self.card.institution_id:
            self.show_institution(edited)
        else:
            self._end_form()
            self.setCurrentWidget(self._nothing)
        self.left.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_current_changed(self, _index: int) -> None:
        self.updateGeometry()
