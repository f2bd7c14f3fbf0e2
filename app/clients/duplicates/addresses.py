"""Addresses of two cards: read from one line, and compared as one thing, not part by part."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from app.clients.rules import fold

_NUMBER = re.compile(r"(?<![^\W_])(\d+)\s?([a-z](?![^\W_]))?(?![^\W_])")
"""A house number with its letter: 12, 12a, 12 A."""
_STREET = re.compile(r"(?:strasse|str|street)\b")
_ALIKE = 0.8
"""Share of letters two street names have in common when one is a slip of the other."""
_CITY_ALIKE = 0.88


class AddressLevel(StrEnum):
    """How far two addresses agree, best first."""

    SAME = "same"
    CLOSE = "close"
    """The same, but for typing errors or missing parts."""
    STREET = "street"
    AREA = "area"
    OTHER = "other"
    MISSING = "missing"


class Place(NamedTuple):
    """A folded address; every part may be empty."""

    street: str = ""
    number: str = ""
    door: str = ""
    """What stands behind the number, such as the floor of a Danish address."""
    postal_code: str = ""
    city: str = ""

    @property
    def house(self) -> str:
        """What people of one house share."""
        return f"{self.street}|{self.number}|{self.town}"

    @property
    def road(self) -> str:
        """What people of one street share."""
        return f"{self.street}|{self.town}"

    @property
    def town(self) -> str:
        """What people of one town share: the postcode, else its name."""
        return self.postal_code or self.city


def read_place(street: str, postal_code: str, city: str) -> Place:
    """Read an address; the number may stand before or behind the street."""
    line = _STREET.sub("str", fold(street))
    found = _NUMBER.search(line)
    number = f"{found[1].lstrip('0')}{found[2] or ''}" if found else ""
    before, behind = (line[: found.start()], line[found.end() :]) if found else (line, "")
    name, door = (before, behind) if before.strip() else (behind, "")
    return Place(
        "".join(name.split()), number, "".join(door.split()),
        fold(postal_code).replace(" ", ""), fold(city),
    )  # fmt: skip


def compare_places(one: Place, two: Place) -> AddressLevel:
    """Answer how far two addresses agree, as a whole."""
    if not one.street or not two.street:
        return _compare_towns(one, two)
    alike = _streets_alike(one.street, two.street)
    near = _is_near(one, two)
    if alike < _ALIKE or near is False:
        return _far(one, two, alike)
    if not _same_number(one.number, two.number) or _doors_differ(one, two):
        return AddressLevel.STREET if near else AddressLevel.OTHER
    is_same = alike == 1 and one.number == two.number and near
    return AddressLevel.SAME if is_same else AddressLevel.CLOSE


def _far(one: Place, two: Place, alike: float) -> AddressLevel:
    """Look at addresses that disagree in the street or the town: one slip is forgiven."""
    same_house = bool(one.number) and one.number == two.number
    if same_house and (alike >= _ALIKE or (alike >= _ALIKE - 0.2 and _is_near(one, two))):
        return AddressLevel.CLOSE
    return AddressLevel.AREA if _is_near(one, two) else AddressLevel.OTHER


def _compare_towns(one: Place, two: Place) -> AddressLevel:
    near = _is_near(one, two)
    if near is None:
        return AddressLevel.MISSING
    return AddressLevel.AREA if near else AddressLevel.OTHER


def _is_near(one: Place, two: Place) -> bool | None:
    """Answer whether postcode or town agree; None where neither is known of both."""
    codes, cities = (one.postal_code, two.postal_code), (one.city, two.city)
    found: bool | None = None
    if all(codes):
        found = codes[0] == codes[1]
    if not found and all(cities):
        found = _cities_alike(*cities) and (not all(codes) or OSA.distance(*codes) <= 2)  # noqa: PLR2004 - slips in a postcode
    return found


def _doors_differ(one: Place, two: Place) -> bool:
    return bool(one.door and two.door) and one.door != two.door


def _same_number(one: str, two: str) -> bool:
    if not one or not two or one == two:
        return True
    return min(len(one), len(two)) > 1 and OSA.distance(one, two, score_cutoff=1) <= 1


@lru_cache(maxsize=1 << 16)
def _streets_alike(one: str, two: str) -> float:
    if one != two and min(len(one), len(two)) > 4 and (one in two or two in one):  # noqa: PLR2004 - letters of a name that says something
        return 0.95
    return OSA.normalized_similarity(one, two)


@lru_cache(maxsize=1 << 16)
def _cities_alike(one: str, two: str) -> bool:
    return one == two or JaroWinkler.similarity(one, two) >= _CITY_ALIKE
