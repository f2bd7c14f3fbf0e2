"""The questions about substitutes in SQL, each built once; nobody sees hidden people."""

from __future__ import annotations

from sqlalchemy import Date, DateTime, bindparam, func, or_, select

from app.visiting.rules import VisitStatus
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.matches import Exclusion
from db.people import Person
from db.visiting import Visit
from db.volunteers import Absence, Volunteer

_VISIT, _PERSON = Visit.__table__, Person.__table__
_PERSON_ID = bindparam("person_id", type_=Key())
_NOBODY = bindparam("nobody", type_=Key())
_PLANNED = (
    select(
        _VISIT.c.id,
        _VISIT.c.version,
        _VISIT.c.client_id,
        _PERSON.c.given_name,
        _PERSON.c.family_name,
        _VISIT.c.planned_start,
        _VISIT.c.planned_end,
        _VISIT.c.visitor,
        _VISIT.c.visitor_id,
        _VISIT.c.instead_of,
    )
    .join_from(_VISIT, _PERSON, _PERSON.c.id == _VISIT.c.client_id)
    .where(
        _VISIT.c.status == VisitStatus.PLANNED.value,
        _VISIT.c.planned_start > bindparam("now", type_=DateTime()),
        is_known_to_me(_VISIT.c.client_id),
    )
    .order_by(_VISIT.c.planned_start, _VISIT.c.id)
)
OF_VISITORS = _PLANNED.where(
    _VISIT.c.visitor_id.in_(bindparam("visitors", type_=Key(), expanding=True)),
    _VISIT.c.planned_start < bindparam("end", type_=DateTime()),
)
ONE = _PLANNED.where(_VISIT.c.id == bindparam("visit_id", type_=Key()))
ABSENCES = (
    select(Volunteer.person_id, Absence.from_day, Absence.until_day, Absence.reason)
    .join(Volunteer, Volunteer.id == Absence.volunteer_id)
    .where(
        is_known_to_me(Volunteer.person_id),
        or_(Absence.until_day.is_(None), Absence.until_day >= bindparam("today", type_=Date())),
    )
    .order_by(Absence.from_day)
)
"""Who is away now or later."""
APART = select(Exclusion.person_id, Exclusion.visitor_id).where(
    is_known_to_me(Exclusion.person_id), is_known_to_me(Exclusion.visitor_id)
)
FAMILIAR = (
    select(_VISIT.c.visitor_id, func.max(_VISIT.c.planned_start))
    .where(
        _VISIT.c.client_id.in_(cards_of(_PERSON_ID)),
        _VISIT.c.visitor_id > _NOBODY,
        _VISIT.c.status == VisitStatus.HELD.value,
        is_known_to_me(_VISIT.c.client_id),
        is_known_to_me(_VISIT.c.visitor_id),
    )
    .group_by(_VISIT.c.visitor_id)
)
"""Who has visited somebody, and when last."""
BUSY = select(_VISIT.c.visitor_id).where(
    _VISIT.c.status == VisitStatus.PLANNED.value,
    _VISIT.c.visitor_id > _NOBODY,
    # No visit passes midnight, so the day is where the index begins to be read.
    _VISIT.c.planned_start >= bindparam("midnight", type_=DateTime()),
    _VISIT.c.planned_start < bindparam("end", type_=DateTime()),
    _VISIT.c.planned_end > bindparam("start", type_=DateTime()),
    is_known_to_me(_VISIT.c.visitor_id),
    is_known_to_me(_VISIT.c.client_id),
)
"""Who makes another visit at that time."""
NAMES = select(
    _PERSON.c.id, _PERSON.c.given_name, _PERSON.c.family_name, _PERSON.c.phone, _PERSON.c.mobile
).where(
    _PERSON.c.id.in_(bindparam("ids", type_=Key(), expanding=True)), is_known_to_me(_PERSON.c.id)
)
