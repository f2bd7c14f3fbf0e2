"""Calls to be made: in their order, one by one, and what is due."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.clients.rules import fold, full_name
from app.mobile_advice.advice.queries.contacts import (
    cards,
    contacts_of,
    new_contact,
    of_person,
)
from app.mobile_advice.advice.rows import CallRow, CallToEdit, PersonAdvice
from app.mobile_advice.advice.rules import CallbackDetails, ContactKind, in_turn
from app.mobile_advice.advice.statements import (
    CALLS_OF_PERSON,
    CLOSED_CALLS,
    ONE_CALL,
    OPEN_CALLS,
    PERSON_FACTS,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping

    from app.mobile_advice.advice.rows import ContactToEdit

MOST = 500
"""Closed calls that are listed."""


class CallList(StrEnum):
    """The lists of calls."""

    DUE = "due"
    """Today or earlier."""
    OPEN = "open"
    CLOSED = "closed"


def list_calls(
    connection: Connection, which: CallList, today: date, *, typed: str = ""
) -> tuple[CallRow, ...]:
    """Answer the calls of a list; those to be made stand in the order in which they are made."""
    if which is CallList.CLOSED:
        rows = [_row(row) for row in connection.execute(CLOSED_CALLS, {"most": MOST}).mappings()]
    else:
        rows = in_turn(_row(row) for row in connection.execute(OPEN_CALLS).mappings())
    words = fold(typed).split()
    return tuple(
        row
        for row in rows
        if (which is not CallList.DUE or (row.next_on is not None and row.next_on <= today))
        and all(word in fold(f"{row.name} {row.phone} {row.wish}") for word in words)
    )


def due_calls(connection: Connection, today: date, who: str) -> tuple[CallRow, ...]:
    """Answer the calls of My day: one's own, and those of whoever is on the phone line."""
    return tuple(row for row in list_calls(connection, CallList.DUE, today) if row.who in {"", who})


def call_card(connection: Connection, call_id: UUID) -> CallRow | None:
    """Answer one call; None for one that may not be known here."""
    row = connection.execute(ONE_CALL, {"id": call_id}).mappings().one_or_none()
    return None if row is None else _row(row)


def calls_of(connection: Connection, person_id: UUID) -> tuple[CallRow, ...]:
    """Answer the calls about a person, the newest first."""
    rows = connection.execute(CALLS_OF_PERSON, {"cards": cards(connection, person_id)})
    return tuple(_row(row) for row in rows.mappings())


def advice_of_person(connection: Connection, person_id: UUID) -> PersonAdvice:
    """Answer what the card of a person shows."""
    return PersonAdvice(contacts_of(connection, person_id), calls_of(connection, person_id))


def call_to_edit(
    connection: Connection, call_id: UUID | None, person_id: UUID | None = None
) -> CallToEdit | None:
    """Answer a call as its form begins; a new one may be about a person."""
    if call_id is not None:
        row = call_card(connection, call_id)
        if row is None:
            return None
        name = row.name if row.person_id is not None else ""
        return CallToEdit(row.id, row.version, row.as_details(), name)
    facts = person_id and connection.execute(PERSON_FACTS, {"person_id": person_id}).one_or_none()
    if not facts:
        return CallToEdit(None, 0, CallbackDetails(), "")
    name = full_name(facts.given_name, facts.family_name)
    details = CallbackDetails(phone=facts.mobile or facts.phone, person_id=person_id)
    return CallToEdit(None, 0, details, name)


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


def _row(row: RowMapping) -> CallRow:
    made: dict[str, Any] = {name: row[name] for name in CallRow._fields if name in row}
    named = full_name(row["given_name"], row["family_name"])
    made["name"] = named or row["caller"]
    made["phone"] = row["phone"] or row["person_mobile"] or row["person_phone"]
    return CallRow(**made)
