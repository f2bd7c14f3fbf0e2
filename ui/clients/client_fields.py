"""The fields of a person's form, in parts that open and close."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.clients.rules import ClientDetails, PersonStatus, Role, RoleSpan
from ui.clients import client_sections as sections
from ui.clients.coming_note import ComingNote
from ui.clients.cpr_hint import CprHint
from ui.clients.own_part import OwnPart
from ui.clients.parts_form import PartsForm
from ui.clients.phone_hint import PhoneHint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.clients.queries import ClientToEdit
    from app.clients.rules import Address
    from app.custom.rules import FilledField
    from ui.desk import Desk


class ClientFields(PartsForm):
    """Everything that is asked about a person; only a name is needed."""

    def __init__(self, editing: ClientToEdit, filled: Sequence[FilledField] = ()) -> None:
        """Show the fields as they stand in `editing`; parts that hold nothing are closed.

        Those that the office defines itself follow as they are `filled`.
        """
        super().__init__()
        self._is_new = editing.client_id is None
        self._before: Address = editing.details.address
        for add in sections.ALL:
            add(self, editing)
        self.end_section()
        self.own = OwnPart(self, filled)
        self.ruled_out.hide()
        self.field("cpr").setVisible(editing.keeps_cpr)
        self.field("cancels_visits").hide()
        CprHint(self.field("cpr"), self.inputs["cpr"], self.inputs["birth"])
        for name in ("country", "status", *_ADDRESS):
            self.inputs[name].changed.connect(self._on_shape_changed)
        self.fill(editing.details)

    def value(self) -> ClientDetails:
        """Answer what the fields say."""
        typed = {name: field.value() for name, field in self.inputs.items()}
        return ClientDetails(levels=self.inputs["languages"].levels(), **typed)

    def fill(self, details: ClientDetails) -> None:
        """Show other details."""
        self._before = details.address
        for name, field in self.inputs.items():
            field.set_value(getattr(details, name))
        self.inputs["languages"].set_value(details.languages, details.levels)
        self._on_shape_changed()
        self.keep()
        for name in _SAYING:
            if getattr(details, name) != getattr(_NOTHING, name):
                self.open_section(name)

    def begin_today(self, today: date) -> None:
        """Let a new person be a client from today on."""
        if self._is_new:
            self.inputs["roles"].set_value((RoleSpan(Role.CLIENT, today),))
            self.keep()

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back, opening the parts in which something was typed."""
        before = self.texts()
        super().restore(texts)
        for name, typed in self.texts().items():
            if typed != before.get(name):
                self.open_section(name)

    def watch(self, desk: Desk, editing: ClientToEdit) -> None:
        """Look at what is typed: numbers that are kept as typed, visits that are ruled out."""
        for name in ("phone", "mobile"):
            PhoneHint(desk, self.field(name), self.inputs[name], self.inputs["country"])
        if editing.client_id is not None:
            ComingNote(desk, self, editing.client_id)

    def _on_shape_changed(self) -> None:
        """Ask only for what fits country, status and address; what was typed stays."""
        country, status = self.inputs["country"].value(), self.inputs["status"].value()
        self.inputs["addresses"].country = country
        self.field("door").setVisible(country == "DK")
        self.field("status_from").setVisible(status != PersonStatus.ACTIVE)
        self.field("status_until").setVisible(status == PersonStatus.PAUSED)
        self.field("status_note").setVisible(status != PersonStatus.ACTIVE)
        self.field("moved_on").setVisible(self._has_moved())

    def _has_moved(self) -> bool:
        """Answer whether another address is typed over one that was there."""
        had_one = bool(self._before.street or self._before.city)
        typed = replace(_NOTHING, **{name: self.inputs[name].value() for name in _ADDRESS})
        return not self._is_new and had_one and typed.address != self._before


_ADDRESS = (
    "country", "care_of", "street", "house_number", "floor", "door", "postal_code", "city",
)  # fmt: skip
_NOTHING = ClientDetails()
_SAYING = (
    "languages", "needs_interpreter", "letter_format", "letter_language", "lives_alone", "about",
    "status", "responsible",
)  # fmt: skip
"""What opens its part of the form when it says something."""
