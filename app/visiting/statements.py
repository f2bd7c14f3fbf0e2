"""The questions about visits in SQL, each built once; nobody sees those of hidden people."""

from __future__ import annotations

from sqlalchemy import CTE, ColumnElement, DateTime, Label, Uuid, bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from app.visiting.rules import VisitStatus
from db.access import cards_of, is_hidden_from_me, is_known_to_me, is_listed
from db.people import Person
from db.visiting import Visit

_PLANNED = Visit.status == VisitStatus.PLANNED.value
_STANDING = Visit.status.in_([VisitStatus.PLANNED.value, VisitStatus.HELD.value])

VISIT_COLUMNS = (
    Visit.id,
    Visit.version,
    Visit.client_id,
    Person.given_name,
    Person.family_name,
    Visit.visitor,
    Visit.planned_start,
    Visit.planned_end,
    Visit.place,
    Visit.status,
    Visit.not_held_reason,
)
"""What is selected for a `VisitRow`, in the order in which it is read."""

_KNOWN = is_known_to_me(Visit.client_id)
_VISITS = (
    select(*VISIT_COLUMNS).join_from(Visit, Person, Visit.client_id == Person.id).where(_KNOWN)
)

BETWEEN = _VISITS.where(
    Visit.planned_start >= bindparam("start"), Visit.planned_start < bindparam("end")
).order_by(Visit.planned_start, Visit.planned_end, Visit.client_id)

FIRST_BETWEEN = BETWEEN.limit(bindparam("limit"))

OF_VISITOR_BETWEEN = BETWEEN.where(Visit.visitor == bindparam("visitor"))

COUNT_BETWEEN = select(func.count()).where(
    Visit.planned_start >= bindparam("start"), Visit.planned_start < bindparam("end"), _KNOWN
)

_client_id = bindparam("client_id", type_=Uuid())

OF_CLIENT = _VISITS.where(Visit.client_id.in_(cards_of(_client_id))).order_by(
    Visit.planned_start.desc()
)
"""Of all cards of one human being."""

WAITING = (
    _VISITS.where(_PLANNED, Visit.planned_start < bindparam("before"))
    .order_by(Visit.planned_start.desc())
    .limit(bindparam("limit"))
)

DETAILS = _VISITS.add_columns(
    Visit.place_note,
    Visit.actual_start,
    Visit.actual_end,
    Visit.note,
    Person.phone,
    Person.mobile,
    Person.country,
    Person.hint,
    Person.address_protected,
).where(Visit.id == bindparam("visit_id"))

CLIENT = select(Person.id, Person.given_name, Person.family_name).where(
    Person.id == bindparam("client_id"), is_known_to_me(Person.id)
)

LAST_PLANNED = (
    select(Visit.visitor, Visit.place)
    .where(Visit.client_id == bindparam("client_id"))
    .order_by(Visit.planned_start.desc())
    .limit(1)
)

HAS_CLIENTS = select(select(Person.id).where(is_listed(Person.id)).exists())

_except_for = bindparam("except_for", type_=Uuid())

BOOKINGS = (
    select(
        Visit.client_id,
        # Somebody hidden is busy all the same, but has no name.
        case((_KNOWN, Person.given_name), else_="").label("given_name"),
        case((_KNOWN, Person.family_name), else_="").label("family_name"),
        Visit.visitor,
        Visit.planned_start,
        Visit.planned_end,
    )
    .join_from(Visit, Person, Visit.client_id == Person.id)
    .where(
        # No visit passes midnight, so the day is where the index begins to be read.
        Visit.planned_start >= bindparam("midnight"),
        Visit.planned_start < bindparam("end"),
        Visit.planned_end > bindparam("start"),
        _STANDING,
        or_(_except_for.is_(None), Visit.id != _except_for),
    )
    .order_by(Visit.planned_start)
)


def _planned_within(first: str, after: str, label: str) -> Label[int]:
    """Count the planned visits from one bound time up to another ("" for no lower bound)."""
    upper = Visit.planned_start < bindparam(after, type_=DateTime())
    lower = [Visit.planned_start >= bindparam(first, type_=DateTime())] if first else []
    span = (*lower, upper)
    counted = select(func.count()).where(_PLANNED, *span).scalar_subquery()
    return (counted - _of_hidden_people(*span)).label(label)


def _of_hidden_people(*span: ColumnElement[bool]) -> ColumnElement[int]:
    """Count the visits of the few who are hidden; that of all is read from its index alone."""
    # `lower` keeps SQLite from reading all planned visits here as well.
    planned = func.lower(Visit.status) == VisitStatus.PLANNED.value
    mine = select(func.count()).where(Visit.client_id == Person.id, planned, *span)
    each = mine.correlate(Person).scalar_subquery()
    counted = select(func.coalesce(func.sum(each), 0)).where(is_hidden_from_me(Person.id))
    return counted.scalar_subquery()


DUE = select(
    _planned_within("today", "tomorrow", "due_today"),
    _planned_within("", "today", "due_earlier"),
)

AHEAD = select(
    *(
        _planned_within(f"day_{ahead}", f"day_{ahead + 1}", f"on_day_{ahead}")
        for ahead in range(1, 8)
    )
)


def _each_visitor() -> CTE:
    """Skip along the index from each visitor's name to the next, instead of reading all visits."""
    first = select(func.min(Visit.visitor).label("visitor")).cte("each_visitor", recursive=True)
    later = aliased(Visit)
    after = select(func.min(later.visitor)).where(later.visitor > first.c.visitor).scalar_subquery()
    return first.union_all(select(after).where(first.c.visitor.is_not(None)))


_names = _each_visitor()
_last = (
    select(func.max(Visit.planned_start)).where(Visit.visitor == _names.c.visitor).scalar_subquery()
)
VISITORS = select(_names.c.visitor).where(_names.c.visitor.is_not(None)).order_by(_last.desc())
