"""Asking which mediators are on board of which tour of a day, and from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, or_, select, true

from app.clients.rules import full_name
from db.base import Key
from db.booking import Appointment
from db.people import Person
from db.tours import Crew, TourDay, TourHalt
from db.volunteers import Volunteer

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

_CREW, _DAY, _HALT = Crew.__table__.c, TourDay.__table__.c, TourHalt.__table__.c
_BOOKED = Appointment.__table__.c
_NO_MORE = "cancelled"
"""See `app.mobile_advice.tours.rules.DayState` and `HaltState`, which stand on this part."""
_ABOARD = (
    select(
        _DAY.id.label("tour_day_id"),
        _CREW.person_id,
        _CREW.name,
        func.coalesce(_CREW.from_time, func.min(_HALT.from_time)),
        func.coalesce(_CREW.until_time, func.max(_HALT.until_time)),
    )
    .join_from(Crew, TourDay, _CREW.tour_day_id == _DAY.id)
    .join(TourHalt, _HALT.tour_day_id == _DAY.id)
    .where(
        _DAY.day == bindparam("day", type_=_DAY.day.type),
        _DAY.state != _NO_MORE,
        _HALT.state != _NO_MORE,
    )
    .group_by(_CREW.id, _DAY.id)
)
_ITS_DAYS = (
    select(func.coalesce(_BOOKED.tour_day_id, _HALT.tour_day_id))
    .join_from(Appointment, TourHalt, _BOOKED.tour_halt_id == _HALT.id, isouter=True)
    .where(
        or_(
            _BOOKED.interpreter_request_id == bindparam("request", type_=Key()),
            _BOOKED.id == bindparam("appointment", type_=Key()),
        )
    )
)
"""The tours at which a talk takes place, at a stop or on the way: whoever is on board is there."""
_NAMES = (
    select(Person.id, Person.given_name, Person.family_name)
    .join(Volunteer, Volunteer.person_id == Person.id)
    .where(Volunteer.is_mediator == true())
)


class Talk(NamedTuple):
    """The talk for which a mediator is sought: nobody is in its way at its own place."""

    request_id: UUID | None = None
    appointment_id: UUID | None = None
    """For which appointment it is asked, where that does not say so itself yet."""


class Aboard(NamedTuple):
    """Somebody is on a tour, in minutes of the day."""

    person_id: UUID
    start: int
    end: int


NO_TALK = Talk()


def aboard_on(connection: Connection, day: date, talk: Talk = NO_TALK) -> tuple[Aboard, ...]:
    """Answer who is on a tour of a day at which the talk does not take place.

    Who stands in a crew without a card is taken for the mediator of the same name.
    """
    rows = connection.execute(_ABOARD, {"day": day}).all()
    if not rows:
        return ()
    asked = {"request": talk.request_id, "appointment": talk.appointment_id}
    here = set(connection.scalars(_ITS_DAYS, asked))
    by_name: dict[str, list[UUID]] = {}
    if any(person_id is None for _tour, person_id, *_rest in rows):
        by_name = _mediators_by_name(connection)
    return tuple(
        Aboard(one, start, end)
        for tour_day_id, person_id, name, start, end in rows
        if tour_day_id not in here
        for one in (by_name.get(_plain(name), ()) if person_id is None else (person_id,))
    )


def _mediators_by_name(connection: Connection) -> dict[str, list[UUID]]:
    found: dict[str, list[Any]] = {}
    for person_id, given, family in connection.execute(_NAMES):
        found.setdefault(_plain(full_name(given, family)), []).append(person_id)
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
