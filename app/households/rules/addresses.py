"""When two people live at one address, however the street is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.clients.rules import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from uuid import UUID

MOST_AT_ONE_DOOR = 4
"""More people of different names at one house number live in a block of flats."""

_STREET = re.compile(r"(?:strasse|str|gade|gd|vej|v)$")
_SHORT = {"strasse": "str", "str": "str", "gade": "gd", "gd": "gd", "vej": "v", "v": "v"}


@dataclass(frozen=True, slots=True)
class Resident:
    """A person with the parts of the address that tell doors apart."""

    id: UUID
    family_name: str
    country: str
    street: str
    house_number: str
    floor: str
    door: str
    postal_code: str


# Read for each pair of people of a house: the same few streets, numbers and names again and again.
_kept = lru_cache(maxsize=4096)
_folded = _kept(fold)


@_kept
def street_key(street: str) -> str:
    """Answer a street as it is compared: "Koblenzer Straße" and "Koblenzerstr." are one."""
    whole = fold(street).replace(" ", "").replace("ß", "ss")
    return _STREET.sub(lambda found: _SHORT[found[0]], whole)


@_kept
def house_key(number: str) -> str:
    """Answer a house number as it is compared: "10 a" and "10A" are one."""
    return "".join(number.split()).casefold()


def lives_with(one: Resident, other: Resident) -> bool:
    """Answer whether two people have one address: house, and floor and door as far as known.

    A Danish address without floor and door is a house of its own: with one of them it is
    another home.
    """
    same_house = (
        one.country == other.country
        and one.postal_code == other.postal_code
        and bool(one.street.strip())
        and bool(one.house_number.strip())
        and street_key(one.street) == street_key(other.street)
        and house_key(one.house_number) == house_key(other.house_number)
    )
    return same_house and _same_door(one, other)


def _same_door(one: Resident, other: Resident) -> bool:
    if one.country == "DK":
        return (one.floor, one.door) == (other.floor, other.door)
    floors = {_folded(one.floor), _folded(other.floor)} - {""}
    return len(floors) < len((one, other))


def same_family_name(one: Resident, other: Resident) -> bool:
    """Answer whether two people have one family name, or share a part of a double one."""
    return bool(_parts(one.family_name) & _parts(other.family_name))


@_kept
def _parts(name: str) -> frozenset[str]:
    return frozenset(re.split(r"[\s-]+", fold(name))) - {""}


def likely_households(residents: Iterable[Resident]) -> tuple[tuple[Resident, ...], ...]:
    """Answer who of the residents of one house seem to live together.

    All at one door are proposed unless there are so many that it is a block of flats; of
    those only people with one family name are.
    """
    return tuple(
        home
        for door in _grouped(residents, lives_with)
        for home in (_split(door) if len(door) > MOST_AT_ONE_DOOR else (door,))
        if len(home) > 1
    )


def _split(door: tuple[Resident, ...]) -> tuple[tuple[Resident, ...], ...]:
    return tuple(_grouped(door, same_family_name))


def _grouped(
    residents: Iterable[Resident], belong: Callable[[Resident, Resident], bool]
) -> Iterator[tuple[Resident, ...]]:
    groups: list[list[Resident]] = []
    for resident in residents:
        group = next((g for g in groups if belong(g[0], resident)), None)
        if group is None:
            groups.append([resident])
        else:
            group.append(resident)
    return map(tuple, groups)
