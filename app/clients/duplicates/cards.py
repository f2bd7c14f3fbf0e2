"""Cards of the office as the finder of duplicates takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.duplicates.people import Person as Compared
from app.clients.queries.hits import as_birth
from app.clients.rules import BirthPrecision
from db.people import Person

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Row

COLUMNS = (
    Person.id,
    Person.given_name,
    Person.family_name,
    Person.birth_date,
    Person.birth_precision,
    Person.street,
    Person.house_number,
    Person.floor,
    Person.door,
    Person.postal_code,
    Person.city,
    Person.phone,
    Person.mobile,
    Person.email,
)
"""What is selected for `as_compared`, in order."""

_KNOWN = {BirthPrecision.YEAR: len("1938"), BirthPrecision.MONTH: len("1938-11")}
"""Characters of the date that are known."""


def as_compared(row: Row[*tuple[Any, ...]]) -> Compared:
    """Answer a card from a row with `COLUMNS`."""
    street = " ".join(filter(None, (row.street, row.house_number, row.floor, row.door)))
    return Compared(
        row.id.hex,
        (row.given_name,),
        (row.family_name,),
        write_born(row.birth_date, row.birth_precision),
        street,
        row.postal_code,
        row.city,
        tuple(filter(None, (row.phone, row.mobile, row.email))),
    )


def write_born(day: date | None, precision: str) -> str:
    """Answer a date of birth as far as it is known: 1938-11-24, 1938-11 or 1938."""
    birth = as_birth(day, precision)
    if birth is None:
        return ""
    return birth.date.isoformat()[: _KNOWN.get(birth.precision)]
