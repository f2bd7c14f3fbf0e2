"""Gathering what a letter or sheet says: plain values out of the office's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.rules import (
    Address,
    address_lines,
    full_name,
    show_phone,
)
from app.errors import Problem, Refused
from app.letters import statements as ask
from app.letters.rules import (
    NO_ADDRESS,
    VISIT_IS_GONE,
)
from forms.letterhead import Sender
from forms.visiting.visit_sheet import VisitSheet

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection
    from sqlalchemy.engine import Row

    AnyRow = Row[*tuple[Any, ...]]


def occasion_row(connection: Connection, visit_id: UUID) -> AnyRow:
    """Answer a visit with its client.

    Raises `Refused` when it is gone.
    """
    row = connection.execute(ask.OCCASION, {"visit_id": visit_id}).first()
    if row is None:
        raise Refused(Problem(VISIT_IS_GONE, "visit_id"))
    return row


def sheet_facts(connection: Connection, visit_id: UUID, language: str) -> VisitSheet:
    """Answer what the visitor needs to know: nothing about money, health or the past.

    Raises `Refused` when the visit is gone.
    """
    row = occasion_row(connection, visit_id)
    office = connection.execute(ask.OFFICE).one()
    spoken = connection.execute(ask.SPOKEN, {"client_id": row.client_id}).scalars()
    return VisitSheet(
        language=language,
        sender=sender_of(office),
        visitor=row.visitor,
        start=row.planned_start,
        end=row.planned_end,
        name=full_name(row.given_name, row.family_name),
        address=address_lines(_address(row), sent_from=office.country),
        phones=tuple(
            show_phone(phone, office.country) for phone in (row.phone, row.mobile) if phone
        ),
        place=row.place,
        place_note=row.place_note,
        hint=row.hint,
        spoken=tuple(spoken),
    )


def check_complete(address: Address) -> tuple[Problem, ...]:
    """Answer what of an address is missing for a letter."""
    is_complete = all(part.strip() for part in (address.street, address.postal_code, address.city))
    return () if is_complete else (Problem(NO_ADDRESS, "recipient"),)


def sender_of(office: AnyRow) -> Sender:
    """Answer what the letterhead shows of the office card."""
    return Sender(
        name=office.name,
        department=office.sender,
        street=office.street,
        postal_code=office.postal_code,
        city=office.city,
        phone=office.phone,
        email=office.email,
        contact=office.contact_name,
    )


def _address(row: AnyRow) -> Address:
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
