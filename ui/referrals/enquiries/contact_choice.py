"""Who of a department is on the phone: its contact persons, or somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from resources.text import _
from ui.widgets.choice_field import ChoiceField
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.referrals.enquiries.queries import ContactRow


class ContactChoice(ChoiceField[UUID | None]):
    """Contact persons become known after the department; what a draft names waits for them."""

    def __init__(self) -> None:
        """Offer somebody else."""
        self._wanted: UUID | None = None
        self.contacts: dict[UUID, ContactRow] = {}
        super().__init__([(None, _("Somebody else"))])

    def offer(self, contacts: Sequence[ContactRow], *, choose_first: bool) -> None:
        """Offer the contact persons; the first is the most likely caller."""
        self.contacts = {one.id: one for one in contacts}
        options = [(one.id, _line(one)) for one in contacts]
        self.set_options([*options, (None, _("Somebody else"))])
        if self._wanted in self.contacts:
            self.set_value(self._wanted)
        elif choose_first and contacts:
            self.set_value(contacts[0].id)
        else:
            self.set_value(None)
        self._wanted = None
        self.changed.emit()

    def set_contact(self, contact_id: UUID | None) -> None:
        """Choose somebody, also before the names are known."""
        self._wanted = contact_id
        if contact_id in self.values():
            self.set_value(contact_id)

    def contact_id(self) -> UUID | None:
        """Answer who is chosen, also while the name is asked for."""
        return self.value() or self._wanted

    def text_value(self) -> str:
        """Answer the key of the contact for a draft."""
        return str(self.contact_id() or "")

    def restore_text(self, text: str) -> None:
        """Choose whom a draft names, as soon as the names are known."""
        try:
            self.set_contact(UUID(text) if text else None)
        except ValueError:
            self.set_contact(None)


def _line(contact: ContactRow) -> str:
    return shown(" · ".join(filter(None, (contact.name, contact.function, contact.phone))))
