"""The form of a contact: new, known, of an appointment or of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.advice.actions import (
    CONTACT_FORM,
    NEW_CONTACT_FORM,
    record_advice,
    save_advice,
)
from app.mobile_advice.advice.queries import contact_to_edit
from app.mobile_advice.advice.rules import ContactKind, ContactSource
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.advice.contact_fields import ContactFields
from ui.mobile_advice.advice.words import topic_words

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.advice.rows import ContactToEdit
    from ui.desk import Desk, Pending


class ContactForm(KeptForm):
    """Saving twice records once."""

    def __init__(self, desk: Desk, editing: ContactToEdit, parent: QWidget | None = None) -> None:
        """Change a contact as it was read, or begin one."""
        super().__init__(desk, parent)
        self._editing = editing
        self.contact_id = editing.contact_id or uuid4()
        self.content = ContactFields(desk, editing)
        is_call = editing.details.kind == ContactKind.PHONE
        name = _("Record of a call") if is_call else _("Record of advice")
        whom = editing.name or editing.caller
        heading = f"{name}: {whom}" if whom else name
        verb = _("Save record")
        if self.is_new:
            form, subject = NEW_CONTACT_FORM, str(editing.details.person_id or "")
        else:
            form, subject = CONTACT_FORM, str(self.contact_id)
        self.arrange(self.content, heading, verb, form, subject, whom or name)

    @property
    def is_new(self) -> bool:
        """Whether the contact is not recorded yet."""
        return self._editing.contact_id is None

    def send(self) -> Pending[UUID]:
        """Save the record."""
        details = self.content.value()
        title = _("Follow up advice: {topics}").format(topics=topic_words(details.topics))
        if not self.is_new:
            version = self._editing.version
            return self.desk.act(save_advice, self.contact_id, version, details, title)
        is_call = details.kind == ContactKind.PHONE
        return self.desk.act(
            record_advice,
            self.contact_id,
            details,
            title,
            self._editing.callback_id,
            ContactSource.PHONE if is_call else ContactSource.RECORD,
        )

    def ask_newer(self) -> Pending[ContactToEdit | None]:
        """Ask for the contact as others left it."""
        return self.desk.ask(contact_to_edit, self.contact_id)

    def take(self, newer: ContactToEdit) -> None:
        """Show the contact as others left it."""
        self._editing = newer
        self.content.fill(newer)
