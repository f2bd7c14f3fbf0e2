"""Asking where people are expected on a day beside tours: visits, talks they mediate, absences."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, or_, select

from app.mobile_advice.tours.rules import Engaged
from app.mobile_advice.tours.rules.hours import DAY_END, minute_of
from app.mobile_advice.tours.statements import ASKED_STATES
from app.visiting.rules import VisitStatus
from db.base import Key
from db.booking import Appointment, InterpreterRequest
from db.tours import TourHalt
from db.visiting import Visit
from db.volunteers import Absence, Volunteer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
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
_HERE = (
    select(Appointment.interpreter_request_id)
    .join(TourHalt, TourHalt.id == Appointment.tour_halt_id)
    .where(
        TourHalt.tour_day_id == bindparam("tour_day", type_=Key()),
        Appointment.interpreter_request_id.is_not(None),
    )
)
"""Talks at the stops of the tour itself: whoever is on board is there."""
_TALKS = select(_R.mediator_id, _R.from_time, _R.until_time).where(
    _R.mediator_id.in_(_PEOPLE),
    _R.day == _ON,
    _R.state.in_(ASKED_STATES),
    _R.id.not_in(_HERE),
)
_AWAY = (
    select(Volunteer.person_id)
    .join(Absence, Absence.volunteer_id == Volunteer.id)
    .where(
        Volunteer.person_id.in_(_PEOPLE),
        _A.from_day <= _ON,
        or_(_A.until_day.is_(None), _A.until_day >= _ON),
    )
)


def elsewhere_on(
    connection: Connection, day: date, tour_day_id: UUID, people: Collection[UUID]
) -> tuple[Engaged, ...]:
    """Answer where people with a card are expected on a day, apart from tours, or are away."""
    if not people:
        return ()
    first = datetime.combine(day, time())
    values: dict[str, Any] = {
        "people": list(people),
        "day": day,
        "tour_day": tour_day_id,
        "first": first,
        "after": first + timedelta(days=1),
    }
    talks = (Engaged(*_whole(row)) for row in connection.execute(_TALKS, values))
    away = (
        Engaged(person_id, "", "", "", 0, DAY_END, is_away=True)
        for person_id in connection.scalars(_AWAY, values)
    )
    return (*away, *talks, *_visits(connection.execute(_VISITS, values)))


def _whole(row: Row[*tuple[Any, ...]]) -> tuple[UUID, str, str, str, int, int]:
    return (row.mediator_id, "", "", "", row.from_time, row.until_time)


def _visits(rows: Any) -> Iterator[Engaged]:  # noqa: ANN401 - rows of the database
    for person_id, begins, ends in rows:
        start = minute_of(begins.time())
        length = int((ends - begins).total_seconds()) // 60
        yield Engaged(person_id, "", "", "", start, min(start + length, DAY_END))
