"""One further postal address in a person's form; the parts follow the country."""

from __future__ import annotations

from typing import Any

from app.clients.rules import ADDRESS_LABELS, AddressLabel, FurtherAddress
from resources.text import _
from ui.widgets.fields import ChoiceField, DateField, TextField
from ui.widgets.rows_field import RowForm, RowsField


class AddressRow(RowForm[FurtherAddress]):
    """What the address is for, its parts, and for how long."""

    def __init__(self) -> None:
        """Begin with an empty German address that letters go to."""
        super().__init__()
        uses = [(use.value, _(ADDRESS_LABELS[use])) for use in AddressLabel]
        self._inputs: dict[str, Any] = {}
        self._put("label", _("What for"), ChoiceField(uses))
        self._line(("street", _("Street"), 3), ("house_number", _("Number"), 1))
        self._line(("floor", _("Floor"), 1), ("door", _("Door"), 1), ("care_of", _("c/o"), 2))
        self._line(("postal_code", _("Postcode"), 1), ("city", _("Town"), 2))
        countries = [("DE", _("Germany")), ("DK", _("Denmark"))]
        self.begin_row()
        self._put("country", _("Country"), ChoiceField(countries), 2)
        self._put("valid_from", _("Valid from"), DateField(), 2)
        self._put("valid_until", _("Valid until"), DateField(), 2)
        self.end_row()
        self._put("note", _("Note"), TextField())
        self._inputs["country"].changed.connect(self._on_country_changed)
        self._on_country_changed()

    def value(self) -> FurtherAddress:
        """Answer what the row says."""
        typed = {name: field.value() for name, field in self._inputs.items()}
        return FurtherAddress(self.row_id, **typed)

    def fill(self, value: FurtherAddress) -> None:
        """Show an address."""
        self.row_id = value.id
        for name, field in self._inputs.items():
            field.set_value(getattr(value, name))

    def set_country(self, country: str) -> None:
        """Begin in a country."""
        self._inputs["country"].set_value(country)

    def _line(self, *fields: tuple[str, str, int]) -> None:
        self.begin_row()
        for name, label, stretch in fields:
            self._put(name, label, TextField(), stretch)
        self.end_row()

    def _put(self, name: str, label: str, field: Any, stretch: int = 1) -> None:  # noqa: ANN401 - any input
        self._inputs[name] = field
        self.add(name, label, field, stretch=stretch)

    def _on_country_changed(self) -> None:
        """Ask for a door only where addresses have one; what was typed stays."""
        self.field("door").setVisible(self._inputs["country"].value() == "DK")


class AddressesField(RowsField[FurtherAddress]):
    """The input of all further addresses; a new one begins in the country of the main one."""

    def __init__(self) -> None:
        """Begin without addresses."""
        self.country = "DE"
        super().__init__(self._new_row, _("Add address"), _("Take this address away"))

    def _new_row(self) -> AddressRow:
        row = AddressRow()
        row.set_country(self.country)
        return row
