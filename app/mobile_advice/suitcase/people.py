"""Who is met on the tour of a day: booked, waiting, interpreted for; and who goes along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, func, select, union

from app.clients.rules import full_name
from db.access import ME, NOW, PersonAccess, is_known_to_me, is_readable_note
from db.booking import Appointment, InterpreterRequest, StopWaiting
from db.journal import Note
from db.people import Person
from db.tours import Crew, Tour, TourDay, TourHalt

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Traveller:
    """One person whose card goes along."""

    id: UUID
    name: str
    is_restricted: bool
    """Goes only if ticked by somebody who may know of the person."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the form of packing shows of a tour before anything is packed."""

    tour_day_id: UUID
    tour: str
    day: date
    people: tuple[Traveller, ...]
    appointments: int
    notes: int
    """Notes that would go along, if they do."""


_DAY_ID = bindparam("tour_day_id", type_=Uuid())
_HALTS = select(TourHalt.id).where(TourHalt.tour_day_id == _DAY_ID)
_STOPS = select(TourHalt.stop_id).where(TourHalt.tour_day_id == _DAY_ID)
OF_THE_DAY = (Appointment.tour_day_id == _DAY_ID) | Appointment.tour_halt_id.in_(_HALTS)
"""The clause over appointments for those of a tour day."""
WAITING = StopWaiting.stop_id.in_(_STOPS) & (StopWaiting.state == "waiting")
_ASKED = select(Appointment.interpreter_request_id).where(OF_THE_DAY)
_ON_BOARD = select(Crew.person_id).where(Crew.tour_day_id == _DAY_ID)
REQUESTS = InterpreterRequest.id.in_(_ASKED) | (
    # A mediator on board or at one of the stops interprets for whoever comes.
    (InterpreterRequest.day == select(TourDay.day).where(TourDay.id == _DAY_ID).scalar_subquery())
    & InterpreterRequest.mediator_id.in_(_ON_BOARD)
)
_MET = union(
    select(Appointment.person_id).where(OF_THE_DAY),
    select(StopWaiting.person_id).where(WAITING),
    select(InterpreterRequest.person_id).where(REQUESTS),
    select(InterpreterRequest.mediator_id).where(REQUESTS),
    _ON_BOARD,
).subquery()
_PEOPLE = (
    select(Person.id, Person.given_name, Person.family_name, Person.is_restricted)
    .where(Person.id.in_(select(_MET.c.person_id)), is_known_to_me(Person.id))
    .order_by(Person.sort_key_de)
)
_TOUR = (
    select(Tour.name, TourDay.day)
    .join(TourDay, TourDay.tour_id == Tour.id)
    .where(TourDay.id == _DAY_ID)
)
_APPOINTMENTS = select(func.count()).select_from(Appointment).where(OF_THE_DAY)
NOTES = (
    Note.person_id.in_(bindparam("people", expanding=True, type_=Uuid()))
    & (Note.happened_at >= bindparam("since"))
    & is_readable_note()
)
"""The clause over notes for those that may go along: what the packer may read, of late."""
_NOTES = select(func.count()).select_from(Note).where(NOTES)
MY_ACCESS = (
    (PersonAccess.who == ME)
    & (PersonAccess.valid_from <= NOW)
    & (PersonAccess.valid_until.is_(None) | (PersonAccess.valid_until > NOW))
)


def outlook(connection: Connection, tour_day_id: UUID, since: datetime) -> Outlook | None:
    """Answer what would go along on the tour of a day; None when there is no such day.

    `since` (aware) is how far back notes go.
    """
    tour = connection.execute(_TOUR, {"tour_day_id": tour_day_id}).one_or_none()
    if tour is None:
        return None
    people = travellers(connection, tour_day_id)
    known = {"people": [one.id for one in people if not one.is_restricted], "since": since}
    return Outlook(
        tour_day_id,
        tour.name,
        tour.day,
        people,
        int(connection.scalar(_APPOINTMENTS, {"tour_day_id": tour_day_id}) or 0),
        int(connection.scalar(_NOTES, known) or 0),
    )


def travellers(connection: Connection, tour_day_id: UUID) -> tuple[Traveller, ...]:
    """Answer whose cards a tour needs, of those whom the reader may know of."""
    found = connection.execute(_PEOPLE, {"tour_day_id": tour_day_id})
    return tuple(
        Traveller(row.id, full_name(row.given_name, row.family_name), row.is_restricted)
        for row in found
    )


def going(people: Iterable[Traveller], restricted: frozenset[UUID]) -> list[UUID]:
    """Answer whose cards go along: restricted people only where they were ticked."""
    return [one.id for one in people if not one.is_restricted or one.id in restricted]


@dataclass(frozen=True, slots=True)
class PackableDay:
    """A tour day for which a suitcase can be packed."""

    id: UUID
    tour: str
    day: date


def packable_days(connection: Connection, today: date) -> tuple[PackableDay, ...]:
    """Answer the next tour days that take place, the nearest first."""
    found = connection.execute(_NEXT_DAYS, {"today": today})
    return tuple(PackableDay(row.id, row.name, row.day) for row in found)


_NEXT_DAYS = (
    select(TourDay.id, Tour.name, TourDay.day)
    .join(Tour, Tour.id == TourDay.tour_id)
    .where(TourDay.day >= bindparam("today"), TourDay.state != "cancelled")
    .order_by(TourDay.day, Tour.name)
    .limit(60)
)
