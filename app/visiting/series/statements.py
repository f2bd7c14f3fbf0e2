"""The questions about series in SQL, each built once; nobody sees those of hidden people."""

from __future__ import annotations

from sqlalchemy import DateTime, Text, bindparam, case, or_, select

from app.visiting.rules import VisitStatus
from db.access import is_known_to_me
from db.base import Key
from db.people import Person
from db.visiting import Visit

_VISIT, _PERSON = Visit.__table__, Person.__table__
_KNOWN = is_known_to_me(_VISIT.c.client_id)

BUSY = (
    select(
        _VISIT.c.id,
        _VISIT.c.planned_start,
        _VISIT.c.planned_end,
        _VISIT.c.client_id,
        # Somebody hidden is busy all the same, but has no name.
        case((_KNOWN, _PERSON.c.given_name), else_="").label("given_name"),
        case((_KNOWN, _PERSON.c.family_name), else_="").label("family_name"),
        _VISIT.c.visitor,
        _VISIT.c.visitor_id,
    )
    .join_from(_VISIT, _PERSON, _VISIT.c.client_id == _PERSON.c.id)
    .where(
        _VISIT.c.planned_start >= bindparam("start", type_=DateTime()),
        _VISIT.c.planned_start < bindparam("end", type_=DateTime()),
        _VISIT.c.status.in_([VisitStatus.PLANNED.value, VisitStatus.HELD.value]),
        or_(
            _VISIT.c.client_id == bindparam("client_id", type_=Key()),
            _VISIT.c.visitor.in_(bindparam("visitors", type_=Text(), expanding=True)),
            _VISIT.c.visitor_id.in_(bindparam("visitor_ids", type_=Key(), expanding=True)),
        ),
    )
)
"""The standing visits of a person and of some visitors within a span of days."""
