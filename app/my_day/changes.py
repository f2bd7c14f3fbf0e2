"""What others changed since one was here: audit lines, gathered by person or by feature."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, select

from app.clients.rules import full_name
from app.my_day.rows import Change
from db.access import is_known_to_me, is_readable_note
from db.admin import AuditLine
from db.base import Instant
from db.consent import Consent
from db.households import HouseholdMember
from db.intake import Intake
from db.journal import Note
from db.letters import Letter
from db.people import Person
from db.tasks import LastHere, Task
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute

MOST_LINES = 400
"""Audit lines that are looked at; whoever was away for longer reads the latest."""
MOST_RECORDS = 900
"""Records of one feature that are asked for: below what a statement may be bound to."""
SHOWN = 12

SEEN_AT = select(LastHere.seen_at).where(LastHere.who == bindparam("who", type_=String()))
LINES = (
    select(AuditLine.at, AuditLine.who, AuditLine.touched)
    .where(
        AuditLine.at > bindparam("since", type_=Instant()),
        AuditLine.who != bindparam("who", type_=String()),
        # Nobody is told that some group apart was at work.
        AuditLine.feature != "psp",
    )
    .order_by(AuditLine.at.desc())
    .limit(MOST_LINES)
)


def _leads_from(
    record: InstrumentedAttribute[UUID], person: InstrumentedAttribute[Any]
) -> Select[*tuple[Any, ...]]:
    """Answer how records lead to the people whom the person at work may know of."""
    ids = bindparam("ids", type_=Uuid(), expanding=True)
    return (
        select(record.label("record"), Person.id, Person.given_name, Person.family_name)
        .join_from(record.parent, Person, person == Person.id)
        .where(record.in_(ids), is_known_to_me(Person.id.expression))
    )


_PEOPLE = select(Person.id.label("record"), Person.id, Person.given_name, Person.family_name).where(
    Person.id.in_(bindparam("ids", type_=Uuid(), expanding=True)),
    is_known_to_me(Person.id.expression),
)
LEADS: dict[str, Select[*tuple[Any, ...]]] = {
    "clients": _PEOPLE,
    "visiting": _leads_from(Visit.id, Visit.client_id),
    "letters": _leads_from(Letter.id, Letter.client_id),
    "journal": _leads_from(Note.id, Note.person_id).where(is_readable_note()),
    "tasks": _leads_from(Task.id, Task.person_id),
    "consent": _leads_from(Consent.id, Consent.person_id),
    "intake": _leads_from(Intake.id, Intake.person_id),
    "households": _leads_from(HouseholdMember.household_id, HouseholdMember.person_id),
}
"""How the records of each feature lead to a person. What is not here is never shown by record:
a change of which nobody can say whom it is about says only in which part of the office it was."""
_OFFICE_WIDE = frozenset({"areas", "admin", "institutions", "exchange"})
"""Features that are about the office as a whole."""


@dataclass(frozen=True, slots=True)
class _Touch:
    """One record that somebody touched."""

    at: datetime
    who: str
    feature: str
    record: UUID | None


_Named = tuple[UUID, str]


def seen_at(connection: Connection, who: str) -> datetime | None:
    """Answer when somebody was last here; None before the first time."""
    return connection.scalar(SEEN_AT, {"who": who})


def changes_since(
    connection: Connection, since: datetime, who: str, limit: int = SHOWN
) -> tuple[Change, ...]:
    """Answer what others did since an instant, gathered by person, the latest first."""
    rows = connection.execute(LINES, {"since": since, "who": who})
    touches = [touch for row in rows for touch in _touches(row.at, row.who, row.touched)]
    return tuple(_gathered(touches, _whom(connection, touches)))[:limit]


def _touches(at: datetime, who: str, touched: str) -> Iterator[_Touch]:
    for feature, record in json.loads(touched):
        yield _Touch(at, who, feature, UUID(record) if record else None)


def _whom(connection: Connection, touches: Iterable[_Touch]) -> dict[tuple[str, UUID], _Named]:
    """Answer whom each record is about, where the person at work may know that."""
    sought: dict[str, dict[UUID, None]] = {}
    for touch in touches:
        if touch.record is not None and touch.feature in LEADS:
            sought.setdefault(touch.feature, {})[touch.record] = None
    return {
        (feature, record): (person_id, full_name(given, family))
        for feature, records in sought.items()
        for record, person_id, given, family in connection.execute(
            LEADS[feature], {"ids": list(records)[:MOST_RECORDS]}
        )
    }


def _gathered(touches: Iterable[_Touch], whom: dict[tuple[str, UUID], _Named]) -> Iterator[Change]:
    """Gather touches, the latest first, by the person or else by the feature."""
    groups: dict[tuple[UUID | None, str], list[_Touch]] = {}
    for touch in touches:
        named = whom.get((touch.feature, touch.record)) if touch.record else None
        if named is not None:
            groups.setdefault(named, []).append(touch)
        elif touch.feature in _OFFICE_WIDE:
            groups.setdefault((None, touch.feature), []).append(touch)
    for (person_id, name), group in groups.items():
        yield Change(
            person_id=person_id,
            person_name=name if person_id else "",
            features=tuple(dict.fromkeys(touch.feature for touch in group)),
            who=tuple(dict.fromkeys(touch.who for touch in group)),
            at=group[0].at,
        )
