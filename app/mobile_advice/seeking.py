"""Appointments to come, stops and tours for the search of the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Date, bindparam, func, or_, select, true

from app.clients.rules import fold, full_name
from app.mobile_advice.booking.rules import OPEN
from db.access import is_known_to_me
from db.booking import Appointment
from db.people import Person
from db.tours import Stop, Tour, TourHalt

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

MOST_SOUGHT = 500
"""Next appointments that are sought; a card tells all of a person."""

APPOINTMENTS, STOPS, TOURS = "appointments", "stops", "tours"

_A = Appointment.__table__.c
_APPOINTMENTS = (
    select(
        _A.id,
        _A.day,
        _A.starts_at,
        _A.name,
        Person.given_name,
        Person.family_name,
        func.coalesce(Stop.name, "").label("stop"),
    )
    .select_from(Appointment)
    .outerjoin(Person, Person.id == _A.person_id)
    .outerjoin(TourHalt, TourHalt.id == _A.tour_halt_id)
    .outerjoin(Stop, Stop.id == TourHalt.stop_id)
    .where(
        _A.day >= bindparam("today", type_=Date()),
        _A.state.in_([state.value for state in OPEN]),
        or_(_A.person_id.is_(None), is_known_to_me(_A.person_id)),
    )
    .order_by(_A.day, _A.starts_at, _A.id)
    .limit(MOST_SOUGHT)
)
_STOPS = (
    select(Stop.id, Stop.name, Stop.street, Stop.house_number, Stop.meeting_point, Stop.city)
    .where(Stop.is_active == true())
    .order_by(func.lower(Stop.name), Stop.id)
)
_TOURS = (
    select(Tour.id, Tour.name)
    .where(Tour.is_active == true())
    .order_by(func.lower(Tour.name), Tour.id)
)


class BusHit(NamedTuple):
    """An appointment, a stop or a tour that can be found by its words."""

    page: str
    """`APPOINTMENTS`, `STOPS` or `TOURS`."""
    id: UUID
    name: str
    where: str
    """The stop of an appointment, or where a stop is; "" at home and of a tour."""
    day: date | None
    """Of an appointment."""
    starts_at: int | None
    """Minutes after midnight; None for a number in the queue."""
    words: str
    """Folded words, a space around each."""


def bus_to_seek(connection: Connection, today: date) -> tuple[BusHit, ...]:
    """Answer the next appointments from a day on that the reader may know of, stops and tours."""
    return (
        *map(_appointment, connection.execute(_APPOINTMENTS, {"today": today})),
        *map(_stop, connection.execute(_STOPS)),
        *(_hit(TOURS, row.id, row.name) for row in connection.execute(_TOURS)),
    )


def _appointment(row: Any) -> BusHit:  # noqa: ANN401 - a row of the database
    name = row.name if row.given_name is None else full_name(row.given_name, row.family_name)
    return _hit(APPOINTMENTS, row.id, name, row.stop, row.day, row.starts_at)


def _stop(row: Any) -> BusHit:  # noqa: ANN401 - as above
    street = f"{row.street} {row.house_number}".strip() or row.meeting_point
    where = ", ".join(filter(None, (street, row.city)))
    return _hit(STOPS, row.id, row.name, where)


def _hit(
    page: str,
    key: UUID,
    name: str,
    where: str = "",
    day: date | None = None,
    starts_at: int | None = None,
) -> BusHit:
    return BusHit(page, key, name, where, day, starts_at, f" {fold(name)} ")
