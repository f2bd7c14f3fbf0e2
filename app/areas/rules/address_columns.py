"""What the columns of an official address file hold: by its layout, its headings, or as chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.areas.rules.folding import folded
from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NO_STREET = N_("Please say which column holds the street.")
NO_NUMBER = N_("Please say which column holds the house number.")
NO_PLACE = N_(
    "Please say which columns hold the coordinates: latitude and longitude, or east and north."
)
NO_TOWN = N_("Please say which column holds the postal code or the town, or type the town.")
TWICE = N_("Two columns hold the same: {what}. Please choose one of them.")


class Column(StrEnum):
    """What a column can hold."""

    STREET = "street"
    NUMBER = "number"
    SUFFIX = "suffix"
    """What follows the number: "a", "1/2"."""
    POSTAL_CODE = "postal_code"
    CITY = "city"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    EAST = "east"
    NORTH = "north"
    ZONE = "zone"
    """Of UTM: "32", "32U"."""

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _LABELS[self]


_LABELS: Mapping[Column, str] = MappingProxyType(
    {
        Column.STREET: N_("Street"),
        Column.NUMBER: N_("House number"),
        Column.SUFFIX: N_("Letter after the number"),
        Column.POSTAL_CODE: N_("Postal code"),
        Column.CITY: N_("Town"),
        Column.LATITUDE: N_("Latitude in degrees"),
        Column.LONGITUDE: N_("Longitude in degrees"),
        Column.EAST: N_("East (UTM)"),
        Column.NORTH: N_("North (UTM)"),
        Column.ZONE: N_("Zone (UTM)"),
    }
)
_HEADINGS: Mapping[Column, str] = MappingProxyType(
    {
        Column.STREET: "str, stn, strasse, strassenname, strname, street, vejnavn, vej, gade,"
        " poststr, adresseringsvejnavn, road",
        Column.NUMBER: "hnr, hausnummer, hausnr, hsnr, husnr, husnummer, husnummertekst, number,"
        " house number, housenumber",
        Column.SUFFIX: "adz, zusatz, hausnummerzusatz, hnrzusatz, bogstav, suffix",
        Column.POSTAL_CODE: "postplz, plz, postleitzahl, postnr, postnummer, postcode, postal code,"
        " zip",
        Column.CITY: "postonm, onm, gmd, gemeinde, ort, ortsname, stadt, postnrnavn, postdistrikt,"
        " by, bynavn, city, town",
        Column.LATITUDE: "wgs84koordinat bredde, lat, latitude, breite, breitengrad, bredde,"
        " breddegrad",
        Column.LONGITUDE: "wgs84koordinat laengde, lon, lng, long, longitude, laenge,"
        " laengengrad, laengde, laengdegrad",
        Column.EAST: "ostwert, etrs89koordinat oest, ost, east, easting, rechtswert, oest, x",
        Column.NORTH: "nordwert, etrs89koordinat nord, nord, north, northing, hochwert, y",
        Column.ZONE: "zone, utm zone",
    }
)
"""Folded headings of real files, the best first; HK-DE 5.2, NRW, DAWA and what towns write."""
WITHOUT_HEADINGS: tuple[tuple[str, ...], ...] = (
    (
        *("nba", "oi", "qua", "lan", "rbz", "krs", "gmdschl", "ott", "sss", "hnr", "adz"),
        *("ostwert", "nordwert", "stn", "plz", "onm", "zon", "pot"),
    ),
)
"""Files without headings: Hauskoordinaten Deutschland (HK-DE), format 3.1 to 4.2."""
_KEY_WIDTHS = {3: 2, 4: 1, 5: 2, 6: 3}
"""Digits of the keys of land, region, district and municipality in such a file."""


@dataclass(frozen=True, slots=True)
class AddressPlan:
    """How a file is read."""

    columns: tuple[Column | None, ...]
    country: str
    town: str = ""
    """Where the file names no town: the one all of it is of."""
    only: tuple[str, ...] = ()
    """Folded towns or postal codes; the rest of the file is passed over. () takes all."""
    zone: int = 32
    """Of UTM where the file says none."""
    skips_first: bool = True
    """Whether the first line holds headings."""

    def place(self, column: Column) -> int | None:
        """Answer where a column stands; None where the file has none."""
        return self.columns.index(column) if column in self.columns else None


def heading_key(heading: str) -> str:
    """Answer what a heading is compared by."""
    return " ".join(re.split(r"[^a-z0-9]+", folded(heading).strip("\ufeff \"'"))).strip()


def guess_columns(headings: Sequence[str]) -> tuple[Column | None, ...]:
    """Answer what each column holds by its heading; each kind of content once."""
    keys = [heading_key(heading) for heading in headings]
    found: list[Column | None] = [None] * len(keys)
    for column, words in _HEADINGS.items():
        for word in words.split(", "):
            if word in keys and found[keys.index(word)] is None:
                found[keys.index(word)] = column
                break
    return tuple(_one_kind(found))


def _one_kind(found: list[Column | None]) -> list[Column | None]:
    """Degrees are taken where a file has both: nothing has to be reckoned."""
    if Column.LATITUDE in found and Column.LONGITUDE in found:
        metres = {Column.EAST, Column.NORTH, Column.ZONE}
        return [None if one in metres else one for one in found]
    return found


def known_layout(cells: Sequence[str]) -> tuple[str, ...] | None:
    """Answer the headings of a file that has none, by the shape of a row; None is unknown."""
    for layout in WITHOUT_HEADINGS:
        if len(cells) < len(layout) or not re.fullmatch(r"DE[A-Z]{2}\w{12}", cells[1].strip()):
            continue
        if all(
            cells[at].strip().isdigit() and len(cells[at].strip()) == width
            for at, width in _KEY_WIDTHS.items()
        ):
            return layout
    return None


def check_plan(plan: AddressPlan) -> tuple[Problem, ...]:
    """Answer what is wrong with a plan."""
    chosen = [column for column in plan.columns if column is not None]
    found = [
        Problem(TWICE, "columns", {"what": column.label})
        for column in dict.fromkeys(chosen)
        if chosen.count(column) > 1
    ]
    if Column.STREET not in chosen:
        found.append(Problem(NO_STREET, "columns"))
    if Column.NUMBER not in chosen:
        found.append(Problem(NO_NUMBER, "columns"))
    pairs = ({Column.LATITUDE, Column.LONGITUDE}, {Column.EAST, Column.NORTH})
    if not any(pair <= set(chosen) for pair in pairs):
        found.append(Problem(NO_PLACE, "columns"))
    if not {Column.POSTAL_CODE, Column.CITY} & set(chosen) and not plan.town.strip():
        found.append(Problem(NO_TOWN, "town"))
    return tuple(found)
