"""One person as lists show it, and how values are made of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import type_coerce

from app.clients.rules import (
    Address,
    Birth,
    BirthPrecision,
    PersonStatus,
    Standing,
    full_name,
)
from db.base import KeyDigits
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import Row, Select

AnySelect: TypeAlias = "Select[*tuple[Any, ...]]"
"""A statement whose columns are named where its rows are read."""


class ClientHit(NamedTuple):
    """One client as a list shows it; a tuple, because it is made for each row of each search."""

    key: str
    """The 32 hexadecimal digits of `id`."""
    given_name: str
    family_name: str
    born: date | None
    birth_precision: str
    street: str
    house_number: str
    postal_code: str
    city: str
    address_protected: bool
    lives_alone: bool | None

    @property
    def id(self) -> UUID:
        """The client's id, made when it is asked for: of a list one row is chosen."""
        return UUID(self.key)

    @property
    def birth(self) -> Birth | None:
        """The birth as far as it is known."""
        return as_birth(self.born, self.birth_precision)

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)

    @property
    def sorted_name(self) -> str:
        """The name as it stands in lists: family name first."""
        return ", ".join(filter(None, (self.family_name, self.given_name)))


HIT_COLUMNS = (
    type_coerce(Person.id, KeyDigits()),
    Person.given_name,
    Person.family_name,
    Person.birth_date,
    Person.birth_precision,
    Person.street,
    Person.house_number,
    Person.postal_code,
    Person.city,
    Person.address_protected,
    Person.lives_alone,
)
"""What is selected for a `ClientHit`, in the order of its fields."""


def as_hits(rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[ClientHit, ...]:
    """Answer the hits of rows with `HIT_COLUMNS`."""
    return tuple(map(ClientHit._make, rows))


_PRECISIONS = {precision.value: precision for precision in BirthPrecision}


def as_birth(born: date | None, precision: str) -> Birth | None:
    """Answer a birth from its two columns."""
    return None if born is None else Birth(born, _PRECISIONS[precision])


def as_address(row: Row[*tuple[Any, ...]]) -> Address:
    """Answer an address from a row with its columns."""
    return Address(
        country=row.country,
        care_of=row.care_of,
        street=row.street,
        house_number=row.house_number,
        floor=row.floor,
        door=row.door,
        postal_code=row.postal_code,
        city=row.city,
    )


_STATUSES = {status.value: status for status in PersonStatus}


def as_standing(row: Row[*tuple[Any, ...]]) -> Standing:
    """Answer a status with its days from a row with `status`, `status_from`, `status_until`."""
    return Standing(_STATUSES[row.status], row.status_from, row.status_until)
