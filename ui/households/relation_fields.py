"""The fields of a relation: who it is, what, and when to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.households.rules import RELATION_LABELS, RelationDetails, RelationKind
from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from ui.desk import Desk

_NEW = ("given_name", "family_name", "phone", "email")


class RelationFields(Form):
    """Somebody who is not in the office yet is entered in the same form."""

    def __init__(self, desk: Desk, *, asks_who: bool) -> None:
        """Ask who it is only for a new relation."""
        super().__init__()
        self.inputs: dict[str, Any] = {}
        self._asks_who = asks_who
        self._other_id: UUID | None = None
        self.picker = ClientPicker(desk)
        self.is_new = CheckField(_("Somebody who is not in the office yet"))
        if asks_who:
            self._add_who()
        self._add_what()

    def value(self) -> RelationDetails:
        """Answer what the fields say; without a choice the name typed is somebody new."""
        typed = {name: field.value() for name, field in self.inputs.items()}
        if not self._asks_who:
            return RelationDetails(other_id=self._other_id, **typed)
        is_new = self.is_new.value()
        if not is_new:
            typed |= dict.fromkeys(_NEW, "")
        return RelationDetails(other_id=None if is_new else self.picker.value(), **typed)

    def fill(self, details: RelationDetails) -> None:
        """Show a relation as it was read."""
        self._other_id = details.other_id
        for name, field in self.inputs.items():
            field.set_value(getattr(details, name))
        self.keep()

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().restore(texts)
        self._on_new_changed()

    def focus_first(self) -> None:
        """Go to where one types first."""
        self.focus_field("other_id" if self._asks_who else "kind")

    def _put(self, name: str, label: str, field: Any, hint: str = "", stretch: int = 1) -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, hint=hint, stretch=stretch)

    def _add_who(self) -> None:
        self.add("other_id", _("Who"), self.picker)
        self.add("is_new", _("Somebody new"), self.is_new)
        self.begin_row()
        self._put("given_name", _("Given name"), TextField())
        self._put("family_name", _("Family name"), TextField())
        self.end_row()
        self.begin_row()
        self._put("phone", _("Phone"), TextField())
        self._put("email", _("E-mail"), TextField())
        self.end_row()
        self.is_new.changed.connect(self._on_new_changed)
        self._on_new_changed()

    def _add_what(self) -> None:
        self.begin_row()
        kinds = [(kind.value, _(RELATION_LABELS[kind])) for kind in RelationKind]
        self._put("kind", _("Is to this person"), ChoiceField(kinds), stretch=3)
        first = _("1 is called first; empty is not called.")
        self._put("in_emergency", _("In an emergency"), TextField(), first, stretch=2)
        self.end_row()
        told = _("Such as “niece in Ratingen”, or the court of a guardianship.")
        self._put("detail", _("In words"), TextField(), told)
        self._put("has_key", _("Key"), CheckField(_("Has a key to the home")))
        self.begin_row()
        self._put("valid_from", _("Valid from"), DateField())
        self._put("valid_until", _("Valid until"), DateField())
        self.end_row()

    def _on_new_changed(self) -> None:
        if self._asks_who:
            self.field("other_id").setVisible(not self.is_new.value())
            for name in _NEW:
                self.field(name).setVisible(self.is_new.value())
