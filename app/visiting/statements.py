"""The questions about visits in SQL, each built once; nobody sees those of hidden people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    CTE,
    ColumnElement,
    DateTime,
    Uuid,
    bindparam,
    case,
    func,
    or_,
    select,
    union_all,
)

from app.visiting.rules import VisitStatus
from db.access import cards_of_one, is_hidden_from_me, is_known_to_me, is_listed
from db.people import Person
from db.visiting import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import FromClause

# The tables and not their classes: a statement that goes through the mapper compiles slowly.
_VISIT, _PERSON = Visit.__table__, Person.__table__

_PLANNED = _VISIT.c.status == VisitStatus.PLANNED.value
_ALSO_PLANNED = func.lower(_VISIT.c.status) == VisitStatus.PLANNED.value
"""The same for rows that are found another way than by their status."""
_STANDING = _VISIT.c.status.in_([VisitStatus.PLANNED.value, VisitStatus.HELD.value])

VISIT_COLUMNS = (
    _VISIT.c.id,
    _VISIT.c.version,
    _VISIT.c.client_id,
    _PERSON.c.given_name,
    _PERSON.c.family_name,
    _VISIT.c.visitor,
    _VISIT.c.planned_start,
    _VISIT.c.planned_end,
    _VISIT.c.place,
    _VISIT.c.status,
    _VISIT.c.not_held_reason,
    _VISIT.c.kind,
    _VISIT.c.series_id,
    _VISIT.c.instead_of,
    _VISIT.c.visitor_id,
)
"""What is selected for a `VisitRow`, in the order in which it is read."""

_KNOWN = is_known_to_me(_VISIT.c.client_id)
_VISITS = (
    select(*VISIT_COLUMNS)
    .join_from(_VISIT, _PERSON, _VISIT.c.client_id == _PERSON.c.id)
    .where(_KNOWN)
)

IS_BETWEEN = (
    _KNOWN,
    _VISIT.c.planned_start >= bindparam("start"),
    _VISIT.c.planned_start < bindparam("end"),
)
"""The clauses of the visits of a span of time that the person at work may know of."""

BETWEEN = _VISITS.where(*IS_BETWEEN[1:]).order_by(
    _VISIT.c.planned_start, _VISIT.c.planned_end, _VISIT.c.client_id
)

FIRST_BETWEEN = BETWEEN.limit(bindparam("limit"))

OF_VISITOR_BETWEEN = BETWEEN.where(_VISIT.c.visitor == bindparam("visitor"))

_client_id = bindparam("client_id", type_=Uuid())

_CARDS = cards_of_one(_client_id)
OF_CLIENT = (
    select(*(_CARDS.c.get(one.name, one) if one.table is _PERSON else one for one in VISIT_COLUMNS))
    .join_from(_VISIT, _CARDS, _VISIT.c.client_id == _CARDS.c.id)
    .where(
        _KNOWN,
        or_(
            _VISIT.c.series_id.is_(None),
            _VISIT.c.planned_start < bindparam("until", type_=DateTime()),
        ),
    )
    .order_by(_VISIT.c.planned_start.desc())
)
"""Of all cards of one human being."""

WAITING = (
    _VISITS.where(_PLANNED, _VISIT.c.planned_start < bindparam("before"))
    .order_by(_VISIT.c.planned_start.desc())
    .limit(bindparam("limit"))
)

DETAILS = _VISITS.add_columns(
    _VISIT.c.place_note,
    _VISIT.c.actual_start,
    _VISIT.c.actual_end,
    _VISIT.c.note,
    _PERSON.c.phone,
    _PERSON.c.mobile,
    _PERSON.c.country,
    _PERSON.c.hint,
    _PERSON.c.address_protected,
).where(_VISIT.c.id == bindparam("visit_id"))

CLIENT = select(_PERSON.c.id, _PERSON.c.given_name, _PERSON.c.family_name).where(
    _PERSON.c.id == bindparam("client_id"), is_known_to_me(_PERSON.c.id)
)

LAST_PLANNED = (
    select(_VISIT.c.visitor, _VISIT.c.place)
    .where(_VISIT.c.client_id == bindparam("client_id"))
    .order_by(_VISIT.c.planned_start.desc())
    .limit(1)
)

HAS_CLIENTS = select(select(_PERSON.c.id).where(is_listed(_PERSON.c.id)).exists())

_except_for = bindparam("except_for", type_=Uuid())

BOOKINGS = (
    select(
        _VISIT.c.client_id,
        # Somebody hidden is busy all the same, but has no name.
        case((_KNOWN, _PERSON.c.given_name), else_="").label("given_name"),
        case((_KNOWN, _PERSON.c.family_name), else_="").label("family_name"),
        _VISIT.c.visitor,
        _VISIT.c.planned_start,
        _VISIT.c.planned_end,
    )
    .join_from(_VISIT, _PERSON, _VISIT.c.client_id == _PERSON.c.id)
    .where(
        # No visit passes midnight, so the day is where the index begins to be read.
        _VISIT.c.planned_start >= bindparam("midnight"),
        _VISIT.c.planned_start < bindparam("end"),
        _VISIT.c.planned_end > bindparam("start"),
        _STANDING,
        or_(_except_for.is_(None), _VISIT.c.id != _except_for),
    )
    .order_by(_VISIT.c.planned_start)
)


def _planned(*span: ColumnElement[bool]) -> ColumnElement[int]:
    """Count the planned visits of a span of time, from an index alone but for the hidden."""
    counted = select(func.count()).select_from(_VISIT).where(_PLANNED, *span).scalar_subquery()
    # Not by their status: SQLite would read all planned visits here as well.
    mine = select(func.count()).where(_VISIT.c.client_id == _PERSON.c.id, _ALSO_PLANNED, *span)
    each = func.sum(mine.correlate(_PERSON).scalar_subquery())
    hidden = select(func.coalesce(each, 0)).where(is_hidden_from_me(_PERSON.c.id))
    return counted - hidden.scalar_subquery()


def _up_to_most(*of: ColumnElement[bool], around: FromClause | None = None) -> ColumnElement[int]:
    """Count visits no further than `most`, so that the largest office waits no longer.

    Their clauses may lean on a table `around`; they are read from the index of the week, which
    knows whose visits they are.
    """
    few = select(_VISIT.c.planned_start).where(_KNOWN, *of).limit(bindparam("most"))
    found = few.correlate(around).subquery()
    return select(func.count()).select_from(found).scalar_subquery()


def _from(start: ColumnElement[datetime]) -> ColumnElement[bool]:
    return _VISIT.c.planned_start >= start


def _until(end: ColumnElement[datetime]) -> ColumnElement[bool]:
    return _VISIT.c.planned_start < end


_DAY = (_from(bindparam("start", type_=DateTime())), _until(bindparam("end", type_=DateTime())))
COUNT_BETWEEN = select(_up_to_most(*_DAY))
COUNT_WAITING = select(_planned(_until(bindparam("before", type_=DateTime()))))

_TODAY = bindparam("today", type_=DateTime())
_TOMORROW = bindparam("tomorrow", type_=DateTime())

DUE = select(
    _planned(_from(_TODAY), _until(_TOMORROW)).label("due_today"),
    _planned(_until(_TODAY)).label("due_earlier"),
)

# One question about a table of days is compiled in a seventh of the time of seven about a day.
_DAYS = union_all(
    *(
        select(
            bindparam(f"day_{ahead}", type_=DateTime()).label("start"),
            bindparam(f"day_{ahead + 1}", type_=DateTime()).label("end"),
        )
        for ahead in range(1, 8)
    )
).subquery("days")

AHEAD = (
    select(_up_to_most(_ALSO_PLANNED, _from(_DAYS.c.start), _until(_DAYS.c.end), around=_DAYS))
    .select_from(_DAYS)
    .order_by(_DAYS.c.start)
)
"""One row for each of the next seven days."""


def _each_visitor() -> CTE:
    """Skip along the index from each visitor's name to the next, instead of reading all visits."""
    first = select(func.min(_VISIT.c.visitor).label("visitor")).cte("each_visitor", recursive=True)
    later = _VISIT.alias()
    after = (
        select(func.min(later.c.visitor)).where(later.c.visitor > first.c.visitor).scalar_subquery()
    )
    return first.union_all(select(after).where(first.c.visitor.is_not(None)))


_names = _each_visitor()
_last = (
    select(func.max(_VISIT.c.planned_start))
    .where(_VISIT.c.visitor == _names.c.visitor)
    .scalar_subquery()
)
VISITORS = select(_names.c.visitor).where(_names.c.visitor.is_not(None)).order_by(_last.desc())
