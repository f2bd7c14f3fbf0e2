"""What can be asked about households: somebody's circle, who seems to live together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.clients.rules import Address, address_lines, full_name, show_phone
from app.households import statements as ask
from app.households.rows import (
    Circle,
    HouseholdRow,
    LikelyHousehold,
    LikelyMember,
    MemberRow,
    RelationRow,
    RelationToEdit,
)
from app.households.rules import RelationDetails, RelationKind, Resident, likely_households
from app.households.rules.addresses import house_key, same_family_name, street_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

    AnyRow = Row[*tuple[Any, ...]]

MOST_PROPOSED = 200
"""Households that are proposed at once."""
_RESIDENTS = 5_000
"""Residents that are looked at for them."""
_AT_ONCE = 500
"""Ids in one question."""


def circle_of(connection: Connection, person_id: UUID, today: date) -> Circle:
    """Answer who stands around a person on a day."""
    return Circle(
        person_id,
        household_of(connection, person_id, today),
        relations_of(connection, person_id),
        likely_members(connection, person_id, today),
    )


def household_of(connection: Connection, person_id: UUID, today: date) -> HouseholdRow | None:
    """Answer the household in which a person lives on a day; None without one."""
    values = {"person_id": person_id, "today": today}
    row = connection.execute(ask.HOUSEHOLD, values).one_or_none()
    if row is None:
        return None
    members = connection.execute(ask.MEMBERS, {"household_id": row.id, "today": today})
    return HouseholdRow(*row, tuple(map(_member, members)))


def relations_of(connection: Connection, person_id: UUID) -> tuple[RelationRow, ...]:
    """Answer how others stand to a person: whom to call in an emergency first."""
    here = connection.execute(ask.TOLD_HERE, {"person_id": person_id}).all()
    there = connection.execute(ask.TOLD_THERE, {"person_id": person_id}).all()
    rows = [_relation(row, is_inverse=False) for row in here]
    rows += [_relation(row, is_inverse=True) for row in there]
    return tuple(sorted(rows, key=_in_order))


def relation_to_edit(connection: Connection, relation_id: UUID) -> RelationToEdit | None:
    """Answer what a relation's form shows; None when it no longer exists."""
    row = connection.execute(ask.RELATION, {"relation_id": relation_id}).one_or_none()
    if row is None:
        return None
    details = RelationDetails(
        other_id=row.other_id,
        kind=row.kind,
        detail=row.detail,
        has_key=row.has_key,
        in_emergency=str(row.in_emergency or ""),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
    name = full_name(row.given_name, row.family_name)
    other = full_name(row.other_given, row.other_family)
    return RelationToEdit(relation_id, details, row.person_id, name, other, row.version)


def likely_members(
    connection: Connection, person_id: UUID, today: date
) -> tuple[LikelyMember, ...]:
    """Answer who seems to live with a person but is not in one household with her or him."""
    found = _proposals(connection, _neighbours(connection, person_id), today, of=person_id)
    return next((home.members for home in found), ())


def household_proposals(
    connection: Connection, today: date, limit: int = MOST_PROPOSED
) -> tuple[LikelyHousehold, ...]:
    """Answer people who seem to live together, those with one family name first."""
    rows = connection.execute(ask.RESIDENTS, {"rows": _RESIDENTS}).all()
    proposals = sorted(_proposals(connection, rows, today), key=_surest_first)
    return tuple(proposals[:limit])


def _neighbours(connection: Connection, person_id: UUID) -> tuple[AnyRow, ...]:
    """Answer who lives in a person's house, with that person; nobody without an address."""
    here = connection.execute(ask.LIVES_AT, {"person_id": person_id}).one_or_none()
    if here is None:
        return ()
    known = connection.execute(ask.STREETS, {"postal_code": here.postal_code}).scalars()
    mine = street_key(here.street)
    streets = [street for street in known if street_key(street) == mine]
    return tuple(connection.execute(ask.NEIGHBOURS, here._asdict() | {"streets": streets}))


def _proposals(
    connection: Connection, rows: Iterable[AnyRow], today: date, of: UUID | None = None
) -> Iterator[LikelyHousehold]:
    """Answer proposals among residents; `of` somebody, they leave out that person."""
    residents = {row.id: row for row in rows}
    if len(residents) < len(("one", "other")):
        return
    known = _Known(connection, tuple(residents), today)
    houses = sorted(map(_resident, residents.values()), key=_house)
    for _key, house in groupby(houses, key=_house):
        for home in likely_households(house):
            if of is not None and of not in {one.id for one in home}:
                continue
            left = known.left_of(home, of)
            if len(left) > 1:
                yield _likely(left, residents, of)


class _Known:
    """Who is known to live together or apart; asked for all residents at once."""

    def __init__(self, connection: Connection, ids: tuple[UUID, ...], today: date) -> None:
        self._homes: dict[UUID, UUID] = {}
        self._apart: set[frozenset[UUID]] = set()
        for start in range(0, len(ids), _AT_ONCE):
            part = {"ids": ids[start : start + _AT_ONCE]}
            for household_id, person_id in connection.execute(
                ask.TOGETHER, part | {"today": today}
            ):
                self._homes[person_id] = household_id
            self._apart |= {frozenset(row) for row in connection.execute(ask.APART, part)}

    def left_of(self, home: tuple[Resident, ...], of: UUID | None) -> tuple[Resident, ...]:
        """Answer who of a likely home is still to be asked about, beginning with `of`."""
        first = next((one for one in home if one.id == of), None) or self._first(home)
        others = (one for one in home if one.id != first.id)
        return (first, *(one for one in others if self._is_open(first, one)))

    def _first(self, home: tuple[Resident, ...]) -> Resident:
        """Begin with somebody who has a household: the others may belong to it."""
        return next((one for one in home if one.id in self._homes), home[0])

    def _is_open(self, one: Resident, other: Resident) -> bool:
        mine, theirs = self._homes.get(one.id), self._homes.get(other.id)
        return (theirs is None or mine is None) and frozenset((one.id, other.id)) not in self._apart


def _likely(
    left: tuple[Resident, ...], rows: Mapping[UUID, AnyRow], of: UUID | None
) -> LikelyHousehold:
    shown = [rows[one.id] for one in left if one.id != of]
    row = rows[left[0].id]
    address = Address(
        row.country, "", row.street, row.house_number, row.floor, row.door, row.postal_code,
        row.city,
    )  # fmt: skip
    return LikelyHousehold(
        tuple(
            LikelyMember(one.id, full_name(one.given_name, one.family_name), one.family_name)
            for one in shown
        ),
        ", ".join(address_lines(address)),
        all(same_family_name(left[0], one) for one in left[1:]),
    )


def _resident(row: AnyRow) -> Resident:
    return Resident(
        row.id,
        row.family_name,
        row.country,
        row.street,
        row.house_number,
        row.floor,
        row.door,
        row.postal_code,
    )


def _house(one: Resident) -> tuple[str, str, str]:
    return one.postal_code, street_key(one.street), house_key(one.house_number)


def _surest_first(home: LikelyHousehold) -> tuple[bool, str]:
    return not home.same_family_name, home.address


def _member(row: AnyRow) -> MemberRow:
    name = full_name(row.given_name, row.family_name)
    return MemberRow(row.id, row.version, row.person_id, name, row.family_name, row.since)


_KINDS = {kind.value: kind for kind in RelationKind}


def _relation(row: AnyRow, *, is_inverse: bool) -> RelationRow:
    return RelationRow(
        row.id,
        row.version,
        row.other_id,
        full_name(row.given_name, row.family_name),
        show_phone(row.phone or row.mobile, row.country),
        _KINDS[row.kind],
        is_inverse,
        row.detail,
        row.has_key,
        row.in_emergency,
        row.valid_from,
        row.valid_until,
    )


def _in_order(row: RelationRow) -> tuple[bool, bool, int, str]:
    """Those that hold first, then by whom to call; who only looks from the other side last."""
    called = row.in_emergency if row.in_emergency is not None and not row.is_inverse else None
    return row.valid_until is not None, called is None, called or 0, row.other_name
