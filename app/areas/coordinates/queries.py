"""What is asked about coordinates: where addresses are, which files and outlines there are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select

from app.areas.rules.folding import city_key, numbers_to_try, parted, postal_key, street_key
from app.areas.rules.spots import Spot, StreetAddress, kilometres
from db.coordinates import AddressFile, AddressPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

_NEAR = 0.3
"""Kilometres: several hits as near as this are one place (the two ends of a large building)."""
_AT_ONCE = 200

_POINTS = select(
    AddressPoint.street_key,
    AddressPoint.house_number,
    AddressPoint.postal_code,
    AddressPoint.city_key,
    AddressPoint.country,
    AddressPoint.latitude,
    AddressPoint.longitude,
).where(
    AddressPoint.street_key.in_(bindparam("streets", expanding=True)),
    AddressPoint.house_number.in_(bindparam("numbers", expanding=True)),
)
_FILES = select(
    AddressFile.id,
    AddressFile.name,
    AddressFile.rows,
    AddressFile.imported_at,
    AddressFile.who,
    AddressFile.source,
    AddressFile.valid_on,
).order_by(AddressFile.imported_at.desc(), AddressFile.id)
_SAME = select(func.count()).where(AddressFile.sha256 == bindparam("sha256"))


class AddressFileRow(NamedTuple):
    """A file that was read in."""

    id: UUID
    name: str
    rows: int
    imported_at: datetime
    who: str
    source: str
    valid_on: date | None


class _Point(NamedTuple):
    street: str
    number: str
    postal: str
    city: str
    country: str
    latitude: float
    longitude: float


def address_files(connection: Connection) -> tuple[AddressFileRow, ...]:
    """Answer the files that were read in, the newest first."""
    return tuple(AddressFileRow(*row) for row in connection.execute(_FILES))


def was_imported(connection: Connection, sha256: str) -> bool:
    """Answer whether the same file is in the office already."""
    return bool(connection.scalar(_SAME, {"sha256": sha256}))


def spots_of(
    connection: Connection, addresses: Iterable[StreetAddress]
) -> dict[StreetAddress, Spot]:
    """Answer where addresses are, by the files of the office; what is not known is left out."""
    wanted = {one: _keys(one) for one in dict.fromkeys(addresses)}
    wanted = {one: keys for one, keys in wanted.items() if keys[0] and keys[1]}
    points: dict[tuple[str, str], list[_Point]] = defaultdict(list)
    whole = list(wanted.values())
    for start in range(0, len(whole), _AT_ONCE):
        some = whole[start : start + _AT_ONCE]
        streets = {street for street, _numbers in some}
        numbers = {number for _street, tried in some for number in tried}
        values = {"streets": sorted(streets), "numbers": sorted(numbers)}
        for row in connection.execute(_POINTS, values):
            points[row.street_key, row.house_number].append(_Point(*row))
    found = {}
    for address, (street, tried) in wanted.items():
        for number in tried:
            spot = _best(points.get((street, number), ()), address)
            if spot is not None:
                found[address] = spot
                break
    return found


def spot_of(connection: Connection, address: StreetAddress) -> Spot | None:
    """Answer where one address is; None where that is not known."""
    return spots_of(connection, (address,)).get(address)


def _keys(address: StreetAddress) -> tuple[str, tuple[str, ...]]:
    street, number = parted(address.street, address.house_number)
    return street_key(street), numbers_to_try(number)


def _best(points: Sequence[_Point], address: StreetAddress) -> Spot | None:
    """Answer the place of one of several streets of a name: by postal code, then by town."""
    mine = [point for point in points if point.country == address.country]
    postal, city = postal_key(address.postal_code), city_key(address.city)
    for same in (
        [point for point in mine if postal and point.postal == postal],
        [
            point for point in mine
            if city and point.city == city and not (postal and point.postal)
        ],
    ):  # fmt: skip
        spots = [Spot(point.latitude, point.longitude) for point in same]
        if spots and all(kilometres(spots[0], spot) <= _NEAR for spot in spots):
            return spots[0]
    return None
