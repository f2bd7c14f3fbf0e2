"""How an address file is read: which column holds what, of which country and towns it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.areas.coordinates.actions import LONGEST_SOURCE
from app.areas.rules.address_columns import AddressPlan, Column
from app.areas.rules.folding import city_key
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.widgets.fields import ChoiceField, DateField, TextField

if TYPE_CHECKING:
    from app.areas.coordinates.looking import FileLook

_SHOWN = 24
_IN_A_ROW = 2
_LONGEST = 200
_ZONES = (32, 33, 31)
"""Of UTM: Germany and Denmark lie in 32, their east in 33."""


class AddressForm(PartsForm):
    """The columns are guessed from their headings; every guess can be changed."""

    def __init__(self, look: FileLook) -> None:
        """Begin with what the file seems to be."""
        super().__init__()
        self._look = look
        self._choices: dict[Column, ChoiceField[int]] = {}
        country: ChoiceField[str] = ChoiceField([("DE", _("Germany")), ("DK", _("Denmark"))])
        country.set_value(look.country)
        zone: ChoiceField[int] = ChoiceField([(one, str(one)) for one in _ZONES])
        self.begin_row()
        self.put("country", _("Country"), country)
        self.put("zone", _("Zone of UTM, where the file says none"), zone)
        self.end_row()
        self.put("only", _("Only these towns or postal codes (optional)"), TextField(_LONGEST),
                 hint=_("With commas between. A file of a whole state is large."))  # fmt: skip
        self.put("town", _("Town, where the file names none (optional)"), TextField(_LONGEST))
        self.begin_row()
        self.put("source", _("Source and licence (optional)"), TextField(LONGEST_SOURCE))
        self.put("valid_on", _("As of (optional)"), DateField())
        self.end_row()
        self.begin_part(_("What the columns hold"), is_open=not self._is_complete())
        columns = list(Column)
        for at in range(0, len(columns), _IN_A_ROW):
            self.begin_row()
            for column in columns[at : at + _IN_A_ROW]:
                self._add_choice(column)
            self.end_row()
        self.end_section()

    def plan(self) -> AddressPlan:
        """Answer how the file is to be read."""
        columns: list[Column | None] = [None] * len(self._look.headings)
        for column, choice in self._choices.items():
            at = choice.value()
            if at >= 0:
                columns[at] = column
        only = (part.strip() for part in self.inputs["only"].value().split(","))
        return AddressPlan(
            tuple(columns),
            self.inputs["country"].value(),
            self.inputs["town"].value(),
            tuple(part if re.fullmatch(r"\d+", part) else city_key(part) for part in only if part),
            self.inputs["zone"].value(),
            self._look.has_headings,
        )

    def _add_choice(self, column: Column) -> None:
        options = [(-1, _("Not in this file"))]
        options += [(at, self._title(at)) for at in range(len(self._look.headings))]
        choice: ChoiceField[int] = ChoiceField(options)
        if column in self._look.columns:
            choice.set_value(self._look.columns.index(column))
        self._choices[column] = choice
        self.put(f"column_{column.value}", _(column.label), choice)

    def _title(self, at: int) -> str:
        """Answer a heading with an example: "str: Kölner Straße"."""
        example = next((row[at] for row in self._look.rows if at < len(row) and row[at]), "")
        heading = self._look.headings[at] or _("Column {number}").format(number=at + 1)
        return f"{heading}: {example}"[:_SHOWN] if example else heading[:_SHOWN]

    def _is_complete(self) -> bool:
        known = set(self._look.columns)
        places = {Column.LATITUDE, Column.LONGITUDE} <= known or {
            Column.EAST,
            Column.NORTH,
        } <= known
        return places and {Column.STREET, Column.NUMBER} <= known
