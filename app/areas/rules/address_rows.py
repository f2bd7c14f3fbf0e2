"""One row of an official address file: what it says, or what is wrong with it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from app.areas.rules.address_columns import Column
from app.areas.rules.folding import city_key, number_key, postal_key, street_key
from app.areas.rules.spots import is_on_earth
from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.areas.rules.address_columns import AddressPlan

NO_STREET = N_("There is no street.")
NO_NUMBER = N_("There is no house number.")
NO_COORDINATE = N_("There is no coordinate that can be read: {text}")
NOT_HERE = N_("The coordinate lies outside of Europe: {text}")
TOO_SHORT = N_("The line has {count} columns instead of {wanted}.")
_ZONED = 1_000_000
"""From here on the first digits of an east value are the zone: 32345678.123."""
_EASTS = (100_000, 900_000)
_NORTHS = (3_500_000, 8_500_000)
_LATITUDES, _LONGITUDES = (34.0, 72.0), (-25.0, 45.0)
"""Europe; what lies elsewhere has its columns exchanged."""
_SHOWN = 40
_LONGEST = 200


class Found(NamedTuple):
    """One address; its place is in degrees, or in metres of a zone."""

    street_key: str
    house_number: str
    postal_code: str
    city_key: str
    first: float
    """Latitude, or east."""
    second: float
    """Longitude, or north."""
    zone: int
    """Of UTM; 0 says degrees."""


class RowReader:
    """Reads the rows of one file by its plan; folds a street only once."""

    def __init__(self, plan: AddressPlan) -> None:
        """Look up where what stands."""
        self._plan = plan
        self._at = {column: at for at, column in enumerate(plan.columns) if column is not None}
        self._width = max(self._at.values(), default=-1) + 1
        self._streets: dict[str, str] = {}
        self._towns: dict[str, str] = {}
        self._town = city_key(plan.town)
        self._only = frozenset(plan.only)
        self._is_degrees = Column.LATITUDE in self._at and Column.LONGITUDE in self._at

    def read(self, cells: Sequence[str]) -> Found | Problem | None:
        """Answer an address, what is wrong with the row, or None for one of another town."""
        if len(cells) < self._width:
            return Problem(TOO_SHORT, values={"count": len(cells), "wanted": self._width})
        postal, town = self._where(cells)
        if self._only and postal not in self._only and town not in self._only:
            return None
        street = self._street(self._cell(cells, Column.STREET))
        if not street:
            return Problem(NO_STREET)
        number = number_key(
            self._cell(cells, Column.NUMBER)[:_LONGEST], self._cell(cells, Column.SUFFIX)[:_LONGEST]
        )
        if not number:
            return Problem(NO_NUMBER)
        place = self._place(cells)
        return place if isinstance(place, Problem) else Found(street, number, postal, town, *place)

    def _where(self, cells: Sequence[str]) -> tuple[str, str]:
        postal = postal_key(self._cell(cells, Column.POSTAL_CODE)[:_LONGEST])
        named = self._cell(cells, Column.CITY)
        if not named:
            return postal, self._town
        if named not in self._towns:
            self._towns[named] = city_key(named[:_LONGEST])
        return postal, self._towns[named]

    def _street(self, named: str) -> str:
        if named not in self._streets:
            self._streets[named] = street_key(named[:_LONGEST])
        return self._streets[named]

    def _place(self, cells: Sequence[str]) -> tuple[float, float, int] | Problem:
        pair = (
            (Column.LATITUDE, Column.LONGITUDE) if self._is_degrees else (Column.EAST, Column.NORTH)
        )
        first, second = (number_of(self._cell(cells, column)) for column in pair)
        shown = " ".join(self._cell(cells, column)[:_SHOWN] for column in pair)
        if first is None or second is None:
            return Problem(NO_COORDINATE, values={"text": shown})
        if self._is_degrees:
            is_here = (
                is_on_earth(first, second)
                and _LATITUDES[0] <= first <= _LATITUDES[1]
                and _LONGITUDES[0] <= second <= _LONGITUDES[1]
            )
            return (first, second, 0) if is_here else Problem(NOT_HERE, values={"text": shown})
        zone = self._zone(cells)
        if first >= _ZONED:
            # 32345678.123: Hauskoordinaten write the zone before the metres.
            zone, first = int(first // _ZONED), first % _ZONED
        is_here = _EASTS[0] <= first <= _EASTS[1] and _NORTHS[0] <= second <= _NORTHS[1]
        if not is_here or not 26 <= zone <= 40:  # noqa: PLR2004 - the zones of Europe
            return Problem(NOT_HERE, values={"text": shown})
        return first, second, zone

    def _zone(self, cells: Sequence[str]) -> int:
        digits = "".join(mark for mark in self._cell(cells, Column.ZONE)[:4] if mark.isdecimal())
        return int(digits) if digits else self._plan.zone

    def _cell(self, cells: Sequence[str], column: Column) -> str:
        at = self._at.get(column)
        return "" if at is None else cells[at].strip()


def number_of(text: str) -> float | None:
    """Answer a number with a point or a comma; None where there is none."""
    plain = text.replace(" ", "").replace("\u00a0", "")
    if "," in plain:
        # 345.678,12 and 345678,12
        plain = plain.replace(".", "").replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
