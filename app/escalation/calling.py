"""Whom one can call about somebody: contacts with a key first, neighbours, the coordinator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import full_name, show_phone
from app.errors import N_
from app.escalation import statements as ask
from app.escalation.rows import CallRow
from app.escalation.rules import Calls
from app.households.queries import relations_of
from app.households.rules import INVERSE_LABELS, RELATION_LABELS, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.households.rows import RelationRow

_LIVES_HERE = N_("Lives in the same household")
_IN_CHARGE = N_("In charge")
_LAST = 100
"""Stands behind every place in the order of emergency calls."""


def people_to_call(connection: Connection, person_id: UUID, today: date) -> tuple[CallRow, ...]:
    """Answer whom one can call about a person, in the order in which one calls."""
    person = connection.execute(ask.PERSON, {"person_id": person_id}).first()
    if person is None:
        return ()
    numbers = dict.fromkeys(
        show_phone(number, person.country) for number in (person.phone, person.mobile) if number
    )
    oneself = [CallRow(Calls.PERSON, person_id, "", one) for one in numbers]
    known = [row for row in relations_of(connection, person_id) if not row.has_ended(today)]
    contacts = sorted(_contacts(known), key=_in_order)
    office = [CallRow(Calls.OFFICE, None, person.responsible, "", _IN_CHARGE)]
    return (
        *oneself,
        *_neighbours(known),
        *_housemates(connection, person_id, today),
        *contacts,
        *(office if person.responsible else ()),
    )


def _contacts(relations: list[RelationRow]) -> Iterator[CallRow]:
    for row in relations:
        is_contact = row.has_key or row.in_emergency is not None
        if is_contact and not row.is_inverse:
            yield _call(row, Calls.CONTACTS)


def _neighbours(relations: list[RelationRow]) -> Iterator[CallRow]:
    for row in relations:
        is_contact = (row.has_key or row.in_emergency is not None) and not row.is_inverse
        if row.kind is RelationKind.NEIGHBOUR and not is_contact:
            yield _call(row, Calls.NEIGHBOURS)


def _housemates(connection: Connection, person_id: UUID, today: date) -> Iterator[CallRow]:
    values = {"person_id": person_id, "today": today}
    for row in connection.execute(ask.HOUSEMATES, values):
        name = full_name(row.given_name, row.family_name)
        phone = show_phone(row.phone or row.mobile, row.country)
        yield CallRow(Calls.NEIGHBOURS, row.id, name, phone, _LIVES_HERE)


def _call(row: RelationRow, calls: Calls) -> CallRow:
    labels = INVERSE_LABELS if row.is_inverse else RELATION_LABELS
    return CallRow(
        calls,
        row.other_id,
        row.other_name,
        row.other_phone,
        labels[row.kind],
        row.detail,
        row.has_key and not row.is_inverse,
        None if row.is_inverse else row.in_emergency,
    )


def _in_order(row: CallRow) -> tuple[bool, int, str]:
    return not row.has_key, row.in_emergency or _LAST, row.name
