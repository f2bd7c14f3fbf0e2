"""Adding or changing a contact person of an institution; a new person gets a card as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.institutions.contacts import (
    CONTACT_FORM,
    NEW_CONTACT_FORM,
    add_contact,
    save_contact,
)
from app.institutions.queries import contact_to_edit
from app.institutions.rules import ContactDetails
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import CheckField, DateField, SuggestField, TextField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.institutions.queries import ContactToEdit
    from ui.desk import Desk, Pending


class ContactFields(Form):
    """Who it is, what the person does there, and how to reach the person at work."""

    def __init__(self, desk: Desk, editing: ContactToEdit, parent: QWidget | None = None) -> None:
        """Show the fields as they stand in `editing`."""
        super().__init__(parent)
        self.inputs: dict[str, Any] = {}
        self.picker = ClientPicker(desk)
        known = _("Somebody who has a card already; one person can be a contact at several places.")
        self.add("person_id", _("Person"), self.picker, hint=known)
        self._put("is_new", _("New"), CheckField(_("The person is new: make a card")))
        self.begin_row()
        self._put("given_name", _("Given name"), TextField())
        self._put("family_name", _("Family name"), TextField())
        self.end_row()
        self._add_work()
        self.inputs["is_new"].changed.connect(self._on_is_new_changed)
        self.fill(editing)

    def value(self) -> ContactDetails:
        """Answer what the fields say."""
        known = {name: field.value() for name, field in self.inputs.items()}
        return ContactDetails(person_id=self.picker.value(), **known)

    def fill(self, editing: ContactToEdit) -> None:
        """Show other details."""
        for name, field in self.inputs.items():
            field.set_value(getattr(editing.details, name))
        self.picker.set_record(editing.details.person_id, editing.person_name)
        self._on_is_new_changed()
        self.keep()

    def _put(self, name: str, label: str, field: Any, hint: str = "") -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, hint=hint)

    def _add_work(self) -> None:
        function = SuggestField()
        function.set_suggestions(
            [_("Caretaker"), _("Head of operations"), _("Secretary"), _("Adviser"), _("Nurse"),
             _("Doctor"), _("Local police officer"), _("Chair of the association")]
        )  # fmt: skip
        self._put("function", _("Function"), function)
        self.begin_row()
        self._put("phone", _("Phone at work"), TextField())
        self._put("email", _("E-mail at work"), TextField())
        self.end_row()
        self._put(
            "note", _("Note"), ShortTextField(2), _("Such as when the person is best reached.")
        )
        self.begin_row()
        for name, label in (("valid_from", _("From")), ("valid_until", _("Last day"))):
            self._put(name, label, DateField())
        self.end_row()

    def _on_is_new_changed(self) -> None:
        """Ask for a name only where there is no card; what was typed stays."""
        is_new = self.inputs["is_new"].value()
        self.field("person_id").setVisible(not is_new)
        for name in ("given_name", "family_name"):
            self.field(name).setVisible(is_new)


class ContactForm(KeptForm):
    """The form of one contact person."""

    def __init__(self, desk: Desk, editing: ContactToEdit, parent: QWidget | None = None) -> None:
        """Change a contact as it was read, or add one."""
        super().__init__(desk, parent)
        self._editing = editing
        self.institution_id = editing.institution_id
        known = editing.contact_id
        # Made here, so that saving twice adds one contact.
        self.contact_id: UUID = known or uuid4()
        self.content = ContactFields(desk, editing)
        words = _("Contact person at {name}").format(name=editing.institution)
        self.arrange(
            self.content,
            words,
            _("Save contact person"),
            CONTACT_FORM if known else NEW_CONTACT_FORM,
            str(known or editing.institution_id),
            words,
        )

    def send(self) -> Pending[UUID]:
        """Add the contact or save its changes."""
        details = self.content.value()
        if self._editing.contact_id is None:
            return self.desk.act(add_contact, self.contact_id, self.institution_id, details)
        return self.desk.act(save_contact, self.contact_id, self._editing.version, details)

    def ask_newer(self) -> Pending[ContactToEdit | None]:
        """Ask for the contact as others left it."""
        return self.desk.ask(contact_to_edit, None, self.contact_id)

    def take(self, newer: ContactToEdit) -> None:
        """Show the contact as others left it."""
        self._editing = newer
        self.content.fill(newer)
