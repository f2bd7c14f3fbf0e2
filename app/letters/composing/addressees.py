"""Who gets a letter: people with where their letters go, and with whom they live."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.clients.queries.hits import as_address, as_birth
from app.clients.rules import (
    Address,
    Birth,
    FurtherAddress,
    PersonStatus,
    Standing,
    choose_letter_address,
    full_name,
)
from app.letters.composing import statements as ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

    AnyRow = Row[*tuple[Any, ...]]

AT_ONCE = 500
"""Ids in one question."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person as letters need it."""

    id: UUID
    given_name: str
    family_name: str
    salutation: str
    birth: Birth | None
    language: str
    """Wanted language; "" follows the office."""
    letter_format: str
    is_protected: bool
    address: Address
    """Where letters go on the day."""
    standing: Standing

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)


@dataclass(frozen=True, slots=True)
class Home:
    """A household: what the office calls it, and who lives there, the eldest first."""

    id: UUID
    name: str
    members: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Recipients:
    """To whom one letter goes: a person, or the people of a household, the first chosen."""

    people: tuple[Addressee, ...]
    household: str = ""
    """What the office calls the household."""

    @property
    def first(self) -> Addressee:
        """The person in whose history the letter stands."""
        return self.people[0]


def addressees(connection: Connection, ids: Iterable[UUID], today: date) -> dict[UUID, Addressee]:
    """Answer the people with these ids that may be known, as of a day."""
    found: dict[UUID, Addressee] = {}
    for part in _parts(tuple(ids)):
        further = _further(connection, part)
        for row in connection.execute(ask.PEOPLE, {"ids": part}):
            found[row.id] = _addressee(row, further[row.id], today)
    return found


def homes(connection: Connection, ids: Iterable[UUID], today: date) -> dict[UUID, Home]:
    """Answer the household of each person who lives in one, by person."""
    members: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
    for part in _parts(tuple(ids)):
        for row in connection.execute(ask.HOMES, {"ids": part, "today": today}):
            known = members[row.household_id, row.name]
            if row.person_id not in known:
                known.append(row.person_id)
    return {
        person: Home(key[0], key[1], tuple(people))
        for key, people in members.items()
        for person in people
    }


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _further(
    connection: Connection, ids: Sequence[UUID]
) -> defaultdict[UUID, list[FurtherAddress]]:
    found: defaultdict[UUID, list[FurtherAddress]] = defaultdict(list)
    for row in connection.execute(ask.ADDRESSES, {"ids": ids}):
        found[row.person_id].append(FurtherAddress(*row[1:]))
    return found


def _addressee(row: AnyRow, further: Sequence[FurtherAddress], today: date) -> Addressee:
    return Addressee(
        id=row.id,
        given_name=row.given_name,
        family_name=row.family_name,
        salutation=row.salutation,
        birth=as_birth(row.birth_date, row.birth_precision),
        language=row.letter_language,
        letter_format=row.letter_format,
        is_protected=row.address_protected,
        address=choose_letter_address(as_address(row), further, today),
        standing=Standing(PersonStatus(row.status), row.status_from, row.status_until),
    )
