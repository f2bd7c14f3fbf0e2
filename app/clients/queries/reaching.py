"""Further ways to reach a person: numbers, addresses, and where letters of a day go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.clients.queries.hits import as_address
from app.clients.rules import FurtherAddress, Reach, choose_letter_address
from db.access import is_known_to_me
from db.people import Person, PersonAddress, PersonReach

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.clients.rules import Address

_REACHES = (
    select(
        PersonReach.id,
        PersonReach.kind,
        PersonReach.label,
        PersonReach.value,
        PersonReach.note,
        PersonReach.valid_from,
        PersonReach.valid_until,
    )
    .where(PersonReach.person_id == bindparam("person_id"), is_known_to_me(PersonReach.person_id))
    .order_by(PersonReach.position, PersonReach.id)
)
_ADDRESSES = (
    select(
        PersonAddress.id,
        PersonAddress.label,
        PersonAddress.country,
        PersonAddress.care_of,
        PersonAddress.street,
        PersonAddress.house_number,
        PersonAddress.floor,
        PersonAddress.door,
        PersonAddress.postal_code,
        PersonAddress.city,
        PersonAddress.note,
        PersonAddress.valid_from,
        PersonAddress.valid_until,
    )
    .where(
        PersonAddress.person_id == bindparam("person_id"),
        is_known_to_me(PersonAddress.person_id),
    )
    .order_by(PersonAddress.label, PersonAddress.valid_from, PersonAddress.id)
)
_MAIN = select(
    Person.country,
    Person.care_of,
    Person.street,
    Person.house_number,
    Person.floor,
    Person.door,
    Person.postal_code,
    Person.city,
).where(Person.id == bindparam("person_id"), is_known_to_me(Person.id))


def further_reaches(connection: Connection, person_id: UUID) -> tuple[Reach, ...]:
    """Answer the further numbers and mail addresses of a person, in their order."""
    rows = connection.execute(_REACHES, {"person_id": person_id})
    return tuple(Reach(*row) for row in rows)


def further_addresses(connection: Connection, person_id: UUID) -> tuple[FurtherAddress, ...]:
    """Answer the further addresses of a person, by their use and first day."""
    rows = connection.execute(_ADDRESSES, {"person_id": person_id})
    return tuple(FurtherAddress(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class ClientReach:
    """How a person is reached besides what stands on the card itself."""

    reaches: tuple[Reach, ...]
    addresses: tuple[FurtherAddress, ...]


def client_reach(connection: Connection, person_id: UUID) -> ClientReach:
    """Answer further numbers and addresses of a person together, as they are shown."""
    return ClientReach(
        further_reaches(connection, person_id), further_addresses(connection, person_id)
    )


def letter_address(connection: Connection, person_id: UUID, on: date) -> Address | None:
    """Answer where letters of a day go, see `choose_letter_address`; None for nobody."""
    row = connection.execute(_MAIN, {"person_id": person_id}).one_or_none()
    if row is None:
        return None
    return choose_letter_address(as_address(row), further_addresses(connection, person_id), on)
