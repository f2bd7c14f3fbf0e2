"""Calls to be made: in their order, one by one, and what is due."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.clients.rules import fold, full_name
from app.mobile_advice.advice.rows import CallRow, CallToEdit
from app.mobile_advice.advice.rules import CallbackDetails, in_turn
from app.mobile_advice.advice.statements import (
    CLOSED_CALLS,
    ONE_CALL,
    OPEN_CALLS,
    PERSON_FACTS,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping

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
        rows = [
            call_row(row) for row in connection.execute(CLOSED_CALLS, {"most": MOST}).mappings()
        ]
    else:
        rows = in_turn(call_row(row) for row in connection.execute(OPEN_CALLS).mappings())
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
    return None if row is None else call_row(row)


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


def call_row(row: RowMapping) -> CallRow:
    """Answer a call as its lists show it."""
    made: dict[str, Any] = {name: row[name] for name in CallRow._fields if name in row}
    named = full_name(row["given_name"], row["family_name"])
    made["name"] = named or row["caller"]
    made["phone"] = row["phone"] or row["person_mobile"] or row["person_phone"]
    return CallRow(**made)
