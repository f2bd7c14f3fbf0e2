"""Asking about records of visits: what was said, and which notes wait to be read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, func, select, true

from app.access.queries import my_role
from app.access.rules import Role
from app.text_rules import full_name
from app.visiting.record_rows import NoticedFlag, RecordFacts, UnreadNote
from app.visiting.rules import Severity, VisitStatus
from db.access import ME, is_known_to_me
from db.admin import OfficeCard
from db.escalation import Escalation
from db.people import Person
from db.visiting import Visit, VisitActivity, VisitFlag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy import Connection

MOST_UNREAD = 200
"""Notes of one list: nobody reads more at once."""

_VISIT, _LATER = Visit.__table__, Visit.__table__.alias()
_visit_id = bindparam("visit_id", type_=Uuid())
_CONCERN = (
    select(Escalation.id, Escalation.closed_at)
    .where(Escalation.visit_id == _visit_id, is_known_to_me(Escalation.person_id))
    .order_by(Escalation.opened_at.desc())
    .limit(1)
)
_NEXT = (
    select(func.min(_LATER.c.planned_start))
    .where(
        _LATER.c.client_id == _VISIT.c.client_id,
        _LATER.c.planned_start > _VISIT.c.planned_start,
        _LATER.c.status == VisitStatus.PLANNED.value,
    )
    .scalar_subquery()
)
_EARLIER = Visit.__table__.alias()
_REMINDER = (
    select(_EARLIER.c.next_note)
    .where(
        _EARLIER.c.client_id == _VISIT.c.client_id,
        # What another volunteer wrote down is told by the coordinator, who has read it.
        _EARLIER.c.visitor == _VISIT.c.visitor,
        _EARLIER.c.planned_start < _VISIT.c.planned_start,
        _EARLIER.c.recorded_at.is_not(None),
    )
    .order_by(_EARLIER.c.planned_start.desc())
    .limit(1)
    .scalar_subquery()
)
_FACTS = select(
    _VISIT.c.kilometres,
    _VISIT.c.next_note,
    _VISIT.c.recorded_by,
    _VISIT.c.recorded_at,
    _VISIT.c.is_unread,
    _VISIT.c.read_by,
    _VISIT.c.read_at,
    _NEXT.label("next_visit"),
    _REMINDER.label("reminder"),
    select(OfficeCard.country).limit(1).scalar_subquery().label("country"),
).where(_VISIT.c.id == _visit_id, is_known_to_me(_VISIT.c.client_id))
_ACTIVITIES = select(VisitActivity.code).where(VisitActivity.visit_id == _visit_id)
_FLAGS = select(VisitFlag.visit_id, VisitFlag.code, VisitFlag.severity).where(
    VisitFlag.visit_id.in_(bindparam("ids", type_=Uuid(), expanding=True))
)
_UNREAD = (
    select(
        Visit.id,
        Visit.client_id,
        Person.given_name,
        Person.family_name,
        Person.address_protected,
        Visit.visitor,
        Visit.planned_start,
        Visit.recorded_by,
        Visit.recorded_at,
        Visit.note,
        Visit.next_note,
    )
    .join(Person, Person.id == Visit.client_id)
    .where(Visit.is_unread == true(), Visit.recorded_by != ME, is_known_to_me(Visit.client_id))
    .order_by(Visit.recorded_at, Visit.id)
    .limit(bindparam("limit"))
)
_SEVERITIES = tuple(Severity)


def record_facts(connection: Connection, visit_id: UUID) -> RecordFacts:
    """Answer what was said after a visit; nothing of one that nobody may know of."""
    row = connection.execute(_FACTS, {"visit_id": visit_id}).first()
    if row is None:
        return RecordFacts()
    concern = connection.execute(_CONCERN, {"visit_id": visit_id}).first()
    return RecordFacts(
        activities=tuple(sorted(connection.scalars(_ACTIVITIES, {"visit_id": visit_id}))),
        flags=_flags(connection, [visit_id]).get(visit_id, ()),
        kilometres=row.kilometres,
        next_note=row.next_note,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        is_unread=row.is_unread,
        read_by=row.read_by,
        read_at=row.read_at,
        concern_id=concern.id if concern else None,
        is_concern_open=concern is not None and concern.closed_at is None,
        country=row.country or "",
        reminder=row.reminder or "",
        next_visit=row.next_visit,
    )


def unread_notes(connection: Connection, limit: int = MOST_UNREAD) -> tuple[UnreadNote, ...]:
    """Answer notes of others that nobody has read yet, the oldest first; a volunteer reads none."""
    if my_role(connection) is Role.VOLUNTEER:
        return ()
    rows = connection.execute(_UNREAD, {"limit": limit}).all()
    flags = _flags(connection, [row.id for row in rows])
    return tuple(
        UnreadNote(
            row.id,
            row.client_id,
            full_name(row.given_name, row.family_name),
            row.address_protected,
            row.visitor,
            row.planned_start,
            row.recorded_by,
            row.recorded_at,
            row.note,
            row.next_note,
            flags.get(row.id, ()),
        )
        for row in rows
    )


def _flags(
    connection: Connection, visit_ids: Iterable[UUID]
) -> Mapping[UUID, tuple[NoticedFlag, ...]]:
    """Answer what was noticed on some visits, the most serious first."""
    found: dict[UUID, list[NoticedFlag]] = defaultdict(list)
    ids = list(visit_ids)
    if ids:
        for visit_id, code, severity in connection.execute(_FLAGS, {"ids": ids}):
            found[visit_id].append(NoticedFlag(code, Severity(severity)))
    return {visit_id: tuple(sorted(flags, key=_in_order)) for visit_id, flags in found.items()}


def _in_order(flag: NoticedFlag) -> tuple[int, str]:
    return -_SEVERITIES.index(flag.severity), flag.code
