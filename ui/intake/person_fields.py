"""Whom a form is about: somebody who has a card, or somebody new with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import CheckField, TextField

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk
    from ui.widgets.form import Form


class PersonFields:
    """Finding comes first; a tick asks for a name and makes a card when the form is saved."""

    def __init__(self, desk: Desk, form: Form) -> None:
        """Add the fields to a form."""
        self._form = form
        self.picker = ClientPicker(desk)
        self.is_new = CheckField(_("The person is new: make a card"))
        self.names = {name: TextField() for name in ("given_name", "family_name", "phone")}
        found = _("Type the beginning of the name. Is nobody found? Then tick below.")
        form.add("person_id", _("Who needs help"), self.picker, hint=found)
        form.add("is_new", _("New"), self.is_new)
        form.begin_row()
        labels = (_("Given name"), _("Family name"), _("Phone"))
        for (name, field), label in zip(self.names.items(), labels, strict=True):
            form.add(name, label, field)
        form.end_row()
        self.is_new.changed.connect(self.show)

    def fill(self, person_id: UUID | None, name: str) -> None:
        """Show somebody as chosen."""
        self.picker.set_record(person_id, name)
        self._form.field("is_new").setVisible(person_id is None)
        self.show()

    def show(self) -> None:
        """Ask for a name only where there is no card; what was typed stays."""
        self._form.field("person_id").setVisible(not self.is_new.value())
        for name in self.names:
            self._form.field(name).setVisible(self.is_new.value())
