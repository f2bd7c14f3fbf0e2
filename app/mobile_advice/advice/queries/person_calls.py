"""Calls of one person, and the record of the contact that a call becomes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.mobile_advice.advice.queries.calls import call_card, call_row
from app.mobile_advice.advice.queries.contacts import (
    cards,
    contacts_of,
    new_contact,
    of_person,
)
from app.mobile_advice.advice.rows import PersonAdvice
from app.mobile_advice.advice.rules import ContactKind
from app.mobile_advice.advice.statements import CALLS_OF_PERSON

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.advice.rows import CallRow, ContactToEdit


def calls_of(connection: Connection, person_id: UUID) -> tuple[CallRow, ...]:
    """Answer the calls about a person, the newest first."""
    rows = connection.execute(CALLS_OF_PERSON, {"cards": cards(connection, person_id)})
    return tuple(call_row(row) for row in rows.mappings())


def advice_of_person(connection: Connection, person_id: UUID) -> PersonAdvice:
    """Answer what the card of a person shows."""
    return PersonAdvice(contacts_of(connection, person_id), calls_of(connection, person_id))


def contact_of_call(connection: Connection, call_id: UUID, today: date) -> ContactToEdit | None:
    """Answer how the record of a call begins that somebody is called back with."""
    row = call_card(connection, call_id)
    if row is None:
        return None
    begun = new_contact(connection, today, None, ContactKind.PHONE)
    details = replace(
        begun.details, topics=(row.topic,) if row.topic else (), language=row.language
    )
    begun = replace(begun, details=details, callback_id=call_id, caller=row.caller)
    return of_person(connection, begun, row.person_id)
