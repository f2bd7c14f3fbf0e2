"""What can be asked about audit lines, by those who answer for the office's data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from app.access.queries import my_rights
from app.access.rules import NO_RIGHT, RIGHT_LABELS, Right
from app.clients.rules import full_name
from app.errors import Problem, Refused
from app.my_day.changes import LEADS, MOST_RECORDS
from db.access import cards_of, is_known_to_me, is_readable_note
from db.admin import AuditLine
from db.consent import Consent
from db.households import HouseholdMember
from db.intake import Intake
from db.journal import Note
from db.letters import Letter
from db.people import Person
from db.tasks import Task
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sqlalchemy import Connection, Row, Select
    from sqlalchemy.orm import InstrumentedAttribute

    from app.audit.rules import AuditQuery

MOST_LINES = 500
"""Lines that a page shows at once."""
_AT_ONCE = 1_000

_LINE = AuditLine.__table__.c
_LINES = select(
    _LINE.id, _LINE.at, _LINE.who, _LINE.action, _LINE.feature, _LINE.touched, _LINE.number
).order_by(_LINE.at.desc(), _LINE.number.desc(), _LINE.id)
_WHO = select(_LINE.who).distinct().order_by(_LINE.who)
_CARDS = select(Person.id).where(
    Person.id.in_(cards_of(bindparam("person_id", type_=Uuid()))), is_known_to_me(Person.id)
)


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """A record that an act touched."""

    feature: str
    record: UUID | None
    person_id: UUID | None = None
    """Whom it is about, where the reader may know that."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: who did what when; `at` is aware, UTC."""

    id: UUID
    number: int | None
    """Its place in the chain of an office in a file."""
    at: datetime
    who: str
    action: str
    feature: str
    records: tuple[AuditRecord, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Whom the act was about, each once."""
        return tuple(dict.fromkeys(record.name for record in self.records if record.name))

    @property
    def people(self) -> tuple[UUID, ...]:
        """The people whom the act was about, each once."""
        return tuple(dict.fromkeys(record.person_id for record in self.records if record.person_id))


@dataclass(frozen=True, slots=True)
class AuditPage:
    """The newest lines that fit, and who stands in any line at all."""

    rows: tuple[AuditEntry, ...]
    has_more: bool
    who: tuple[str, ...]


def audit_page(connection: Connection, query: AuditQuery, most: int = MOST_LINES) -> AuditPage:
    """Answer the newest lines that fit; raises `Refused` for those who may not read them."""
    need_reader(connection)
    found = []
    for row in _fitting(connection, query):
        found.append(row)
        if len(found) > most:
            break
    rows = tuple(_entries(connection, found[:most]))
    return AuditPage(rows, len(found) > most, tuple(connection.scalars(_WHO)))


def need_reader(connection: Connection) -> None:
    """Go on only for an administrator or data protection officer; else raise `Refused`."""
    if Right.PRIVACY not in my_rights(connection):
        raise Refused(Problem(NO_RIGHT, "", {"right": Problem(RIGHT_LABELS[Right.PRIVACY])}))


def _fitting(connection: Connection, query: AuditQuery) -> Iterator[Row[Any]]:
    wanted = _wanted_records(connection, query)
    rows = connection.execute(_narrowed(query)).yield_per(_AT_ONCE)
    if wanted is None:
        yield from rows
        return
    for row in rows:
        if not wanted.isdisjoint(record for _feature, record in json.loads(row.touched)):
            yield row


def _narrowed(query: AuditQuery) -> Select[Any]:
    statement = _LINES
    if query.who:
        statement = statement.where(_LINE.who == query.who)
    if query.feature:
        # The other parts that an act touched count as well.
        statement = statement.where(_LINE.touched.contains(f'["{query.feature}"', autoescape=True))
    if query.since:
        statement = statement.where(_LINE.at >= _midnight(query.since))
    if query.until:
        statement = statement.where(_LINE.at < _midnight(query.until + timedelta(days=1)))
    return statement


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone(UTC)


def _wanted_records(connection: Connection, query: AuditQuery) -> set[str] | None:
    if query.record is not None:
        return {str(query.record)}
    if query.person_id is None:
        return None
    cards = list(connection.scalars(_CARDS, {"person_id": query.person_id}))
    found = {str(card) for card in cards}
    if cards:
        for statement in _OF:
            found |= {str(record) for record in connection.scalars(statement, {"cards": cards})}
    return found


def _of(record: InstrumentedAttribute[UUID], person: InstrumentedAttribute[Any]) -> Select[Any]:
    return select(record).where(person.in_(bindparam("cards", type_=Uuid(), expanding=True)))


_OF = (
    _of(Visit.id, Visit.client_id),
    _of(Letter.id, Letter.client_id),
    _of(Note.id, Note.person_id).where(is_readable_note()),
    _of(Task.id, Task.person_id),
    _of(Consent.id, Consent.person_id),
    _of(Intake.id, Intake.person_id),
    _of(HouseholdMember.household_id, HouseholdMember.person_id),
)


def _entries(connection: Connection, rows: Iterable[Row[Any]]) -> Iterator[AuditEntry]:
    parsed = [(row, _touched(row.touched)) for row in rows]
    named = _named(connection, (touch for _row, touches in parsed for touch in touches))
    for row, touches in parsed:
        records = tuple(
            AuditRecord(feature, record, *named.get((feature, record), (None, "")))
            for feature, record in touches
        )
        yield AuditEntry(row.id, row.number, row.at, row.who, row.action, row.feature, records)


def _touched(touched: str) -> list[tuple[str, UUID | None]]:
    return [(feature, UUID(record) if record else None) for feature, record in json.loads(touched)]


def _named(
    connection: Connection, touches: Iterable[tuple[str, UUID | None]]
) -> dict[tuple[str, UUID | None], tuple[UUID, str]]:
    """Answer whom records are about, where the reader may know of the person."""
    sought: dict[str, dict[UUID, None]] = {}
    for feature, record in touches:
        if record is not None and feature in LEADS:
            sought.setdefault(feature, {})[record] = None
    found: dict[tuple[str, UUID | None], tuple[UUID, str]] = {}
    for feature, records in sought.items():
        ids = list(records)
        for start in range(0, len(ids), MOST_RECORDS):
            values = {"ids": ids[start : start + MOST_RECORDS]}
            for record, person_id, given, family in connection.execute(LEADS[feature], values):
                found[feature, record] = person_id, full_name(given, family)
    return found
