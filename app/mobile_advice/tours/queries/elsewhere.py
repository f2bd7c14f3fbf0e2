"""Asking where people are expected on a day beside tours: visits, talks they mediate, absences."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, or_, select

from app.clients.rules import full_name
from app.mobile_advice.tours.rules import Engaged
from app.mobile_advice.tours.rules.hours import DAY_END, minute_of
from app.mobile_advice.tours.statements import ASKED_STATES
from app.visiting.rules import VisitStatus
from db.base import Key
from db.booking import Appointment, InterpreterRequest
from db.people import Person
from db.tours import TourHalt
from db.visiting import Visit
from db.volunteers import Absence, Volunteer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from uuid import UUID

    from sqlalchemy import Connection, Row

_PEOPLE = bindparam("people", type_=Key(), expanding=True)
_ON = bindparam("day", type_=InterpreterRequest.day.type)
_R, _V, _A = InterpreterRequest.__table__.c, Visit.__table__.c, Absence.__table__.c
_VISITS = select(_V.visitor_id, _V.planned_start, _V.planned_end).where(
    _V.visitor_id.in_(_PEOPLE),
    _V.planned_start >= bindparam("first", type_=_V.planned_start.type),
    _V.planned_start < bindparam("after", type_=_V.planned_start.type),
    _V.status.in_((VisitStatus.PLANNED.value, VisitStatus.HELD.value)),
)
_TALKS = (
    select(
        _R.id,
        _R.mediator_id,
        Person.given_name,
        Person.family_name,
        _R.day,
        _R.from_time,
        _R.until_time,
    )
    .join(Person, Person.id == _R.mediator_id)
    .where(
        _R.day >= bindparam("first", type_=_R.day.type),
        _R.day <= bindparam("last", type_=_R.day.type),
        _R.state.in_(ASKED_STATES),
    )
)
_THEIR_DAYS = (
    select(
        Appointment.interpreter_request_id,
        func.coalesce(Appointment.tour_day_id, TourHalt.tour_day_id),
    )
    .join(TourHalt, TourHalt.id == Appointment.tour_halt_id, isouter=True)
    .where(
        Appointment.interpreter_request_id.in_(bindparam("talks", type_=_R.id.type, expanding=True))
    )
)
"""The tours at which talks take place, at a stop or on the way: whoever is on board is there."""
_AWAY = (
    select(Volunteer.person_id)
    .join(Absence, Absence.volunteer_id == Volunteer.id)
    .where(
        Volunteer.person_id.in_(_PEOPLE),
        _A.from_day <= _ON,
        or_(_A.until_day.is_(None), _A.until_day >= _ON),
    )
)


class TalkAway(NamedTuple):
    """A mediator is asked to a talk on a day."""

    day: date
    mate: Engaged
    tour_days: frozenset[UUID]
    """At which tours the talk takes place: there it is in nobody's way."""


def talks_between(connection: Connection, first: date, last: date) -> tuple[TalkAway, ...]:
    """Answer the talks from one day to another to which mediators of the office are asked."""
    rows = connection.execute(_TALKS, {"first": first, "last": last}).all()
    if not rows:
        return ()
    at: defaultdict[UUID | None, set[UUID]] = defaultdict(set)
    keys = {"talks": [row.id for row in rows]}
    for talk_id, tour_day_id in connection.execute(_THEIR_DAYS, keys):
        at[talk_id].add(tour_day_id)
    return tuple(TalkAway(row.day, _mediator(row), frozenset(at[row.id])) for row in rows)


def elsewhere_on(
    connection: Connection, day: date, tour_day_id: UUID, people: Collection[UUID]
) -> tuple[Engaged, ...]:
    """Answer where people are expected on a day, apart from tours, or that they are away.

    `people` are those with a card; who has only a name may be a mediator of that name.
    """
    talks = tuple(
        one.mate for one in talks_between(connection, day, day) if tour_day_id not in one.tour_days
    )
    if not people:
        return talks
    first = datetime.combine(day, time())
    values: dict[str, Any] = {
        "people": list(people),
        "day": day,
        "first": first,
        "after": first + timedelta(days=1),
    }
    away = (
        Engaged(person_id, "", "", "", 0, DAY_END, is_away=True)
        for person_id in connection.scalars(_AWAY, values)
    )
    return (*away, *talks, *_visits(connection.execute(_VISITS, values)))


def _mediator(row: Row[*tuple[Any, ...]]) -> Engaged:
    name = full_name(row.given_name, row.family_name)
    return Engaged(row.mediator_id, name, "", "", row.from_time, row.until_time)


def _visits(rows: Any) -> Iterator[Engaged]:  # noqa: ANN401 - rows of the database
    for person_id, begins, ends in rows:
        start = minute_of(begins.time())
        length = int((ends - begins).total_seconds()) // 60
        yield Engaged(person_id, "", "", "", start, min(start + length, DAY_END))
