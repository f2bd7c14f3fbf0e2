"""What lies ahead of a person and a new status may rule out: visits, advice, waiting, requests."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select

from app.clients.rules import Planned
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.booking import Appointment, StopWaiting
from db.intake import Intake
from db.tours import Stop, TourHalt
from db.visiting import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


class ComingVisit(NamedTuple):
    """One planned visit: when (naive local time) and by whom."""

    start: datetime
    visitor: str


class Coming(NamedTuple):
    """One thing that is planned with a person."""

    planned: Planned
    start: datetime
    """Naive local time; of a request and an entry of a waiting list today's beginning."""
    what: str
    """Who visits, at which stop it is, or the code of a service; "" at home."""


_CARDS = cards_of(bindparam("person_id", type_=Key()))
_A, _W = Appointment.__table__.c, StopWaiting.__table__.c
_COMING = (
    select(Visit.planned_start, Visit.visitor)
    .where(
        Visit.client_id.in_(_CARDS),
        Visit.status == "planned",
        Visit.planned_start >= bindparam("after"),
        is_known_to_me(Visit.client_id),
    )
    .order_by(Visit.planned_start)
)
_TIMES = (
    select(_A.kind, _A.day, _A.starts_at, func.coalesce(Stop.name, ""))
    .select_from(Appointment)
    .outerjoin(TourHalt, TourHalt.id == _A.tour_halt_id)
    .outerjoin(Stop, Stop.id == TourHalt.stop_id)
    .where(
        _A.person_id.in_(_CARDS),
        _A.state == "booked",
        _A.day >= bindparam("today", type_=_A.day.type),
        is_known_to_me(_A.person_id),
    )
    .order_by(_A.day, _A.starts_at)
)
_WAITS = (
    select(Stop.name)
    .join(StopWaiting, _W.stop_id == Stop.id)
    .where(_W.person_id.in_(_CARDS), _W.state == "waiting", is_known_to_me(_W.person_id))
    .order_by(_W.since)
)


_REQUESTS = (
    select(Intake.service)
    .where(
        Intake.person_id.in_(_CARDS),
        Intake.stage.in_(["open", "waiting"]),
        is_known_to_me(Intake.person_id),
    )
    .order_by(Intake.requested_on)
)


def coming_visits(connection: Connection, person_id: UUID, today: date) -> tuple[ComingVisit, ...]:
    """Answer the planned visits of a person from today on, the next first."""
    values = {"person_id": person_id, "after": datetime.combine(today, time.min)}
    return tuple(ComingVisit(*row) for row in connection.execute(_COMING, values))


def coming(connection: Connection, person_id: UUID, today: date) -> tuple[Coming, ...]:
    """Answer all that is planned with a person from today on, on whichever card."""
    values = {"person_id": person_id, "today": today}
    visits = coming_visits(connection, person_id, today)
    dated = [
        *(Coming(Planned.VISIT, visit.start, visit.visitor) for visit in visits),
        *(_time(*row) for row in connection.execute(_TIMES, values)),
    ]
    now = datetime.combine(today, time.min)
    return (
        *sorted(dated, key=lambda one: one.start),
        *(Coming(Planned.WAITING, now, stop) for stop in connection.scalars(_WAITS, values)),
        *(Coming(Planned.REQUEST, now, code) for code in connection.scalars(_REQUESTS, values)),
    )


def _time(kind: str, day: date, starts_at: int | None, stop: str) -> Coming:
    planned = Planned.HOME if kind == "home_visit" else Planned.STOP
    start = datetime.combine(day, time.min) + timedelta(minutes=starts_at or 0)
    return Coming(planned, start, stop)
