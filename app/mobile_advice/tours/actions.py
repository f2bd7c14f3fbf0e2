"""What can be done with stops, vehicles and tours: keep them, and let their days follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from sqlalchemy import or_, select

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.tours.due import too_short
from app.mobile_advice.tours.making import bring_in_line, days_made_of, make_further
from app.mobile_advice.tours.queries.checking import (
    crew_problems,
    tour_problems,
    vehicle_problem,
)
from app.mobile_advice.tours.rules import (
    check_stop,
    check_tour,
    check_vehicle,
    minute_of,
    write_hours,
)
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.tours import Stop, Timetable, Tour, TourCrew, TourStop, Vehicle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.mobile_advice.tours.rules import StopDetails, TourDetails, VehicleDetails
    from app.office import Act

T = TypeVar("T", Stop, Vehicle, Tour)

STOP_FORM = "mobile_stop"
VEHICLE_FORM = "mobile_vehicle"
TOUR_FORM = "mobile_tour"
"""Draft names of the forms; their subject is the record, or "" for a new one."""
STOP_IS_GONE = N_("This stop no longer exists. Please choose another one.")
_PLAIN = (
    "kind", "country", "area_id", "institution_id", "latitude", "longitude", "access",
    "has_power", "needs_permit", "permit_until", "is_active",
)  # fmt: skip
_LINES = (
    "name", "street", "house_number", "postal_code", "city", "meeting_point", "toilet",
    "permit_number", "contact_name", "contact_phone", "bad_weather", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SavedTour:
    """Which tour an act saved, and what became of its days."""

    id: UUID
    version: int
    made: int
    dropped: int
    kept: int
    """Days ahead that stay as they were: changed by hand, confirmed, or with appointments."""


def save_stop(act: Act, stop_id: UUID, version: int, details: StopDetails, draft: str = "") -> UUID:
    """Keep a stop or site under an id that the form made; `version` is 0 for a new one.

    Raises `Refused` for details that break a rule, `Conflict` when it changed meanwhile.
    """
    _refuse(*check_stop(details))
    row = _same(act.session.get(Stop, stop_id), version) or Stop(id=stop_id)
    for name in _PLAIN:
        setattr(row, name, getattr(details, name))
    for name in _LINES:
        setattr(row, name, getattr(details, name).strip())
    row.counters, row.opens = details.counters or 1, write_hours(details.opens)
    act.session.add(row)
    discard_draft(act, STOP_FORM, draft)
    act.touch("tours", stop_id)
    return stop_id


def save_vehicle(
    act: Act, vehicle_id: UUID, version: int, details: VehicleDetails, draft: str = ""
) -> UUID:
    """Keep a vehicle under an id that the form made; `version` is 0 for a new one."""
    _refuse(*check_vehicle(details))
    row = _same(act.session.get(Vehicle, vehicle_id), version) or Vehicle(id=vehicle_id)
    for name in ("name", "plate", "equipment", "note"):
        setattr(row, name, getattr(details, name).strip())
    row.seats, row.is_active = details.seats or 0, details.is_active
    act.session.add(row)
    discard_draft(act, VEHICLE_FORM, draft)
    act.touch("tours", vehicle_id)
    return vehicle_id


def save_tour(
    act: Act, tour_id: UUID, version: int, details: TourDetails, draft: str = ""
) -> SavedTour:
    """Keep a tour under an id that the form made, and let its days ahead follow.

    Raises `Refused` for what breaks a rule: stops outside their hours, without permit or too
    near each other, and crews that are on another tour; each with what is possible instead.
    """
    _refuse(*check_tour(details))
    today, connection = act.local_now.date(), act.session.connection()
    row = _same(act.session.get(Tour, tour_id), version)
    _refuse(*tour_problems(connection, details, today))
    row = row or Tour(id=tour_id, made_until=today - timedelta(days=1))
    row.name, row.note = details.name.strip(), details.note.strip()
    row.vehicle_id, row.languages = details.vehicle_id, " ".join(details.languages)
    row.slot_minutes, row.is_active = details.slot_minutes or 0, details.is_active
    act.session.add(row)
    act.session.flush()
    _write_parts(act, tour_id, details)
    act.session.flush()
    line = bring_in_line(act, row)
    days = days_made_of(act, row, today)
    vehicle = vehicle_problem(connection, days, details)
    _refuse(*crew_problems(connection, days, details), *((vehicle,) if vehicle else ()))
    discard_draft(act, TOUR_FORM, draft)
    act.session.flush()
    act.touch("tours", tour_id)
    return SavedTour(tour_id, row.version, line.made, line.dropped, line.kept)


def top_up_tours(act: Act) -> int:
    """Make the days that the horizon has come to reach; answer how many.

    A quiet act of every day: it changes nothing while enough days are made.
    """
    made = 0
    for tour in act.session.scalars(too_short(act.local_now.date())).all():
        made += make_further(act, tour)
        act.touch("tours", tour.id)
    return made


def _write_parts(act: Act, tour_id: UUID, details: TourDetails) -> None:
    """Write stops, rhythms and crew of a tour in place of those before."""
    # Whom the reader may not know of goes on going along.
    seen = or_(TourCrew.person_id.is_(None), is_known_to_me(TourCrew.__table__.c.person_id))
    for mate in act.session.scalars(select(TourCrew).where(TourCrew.tour_id == tour_id, seen)):
        act.session.delete(mate)
    for table in (TourStop, Timetable):
        for old in act.session.scalars(select(table).where(table.tour_id == tour_id)).all():
            act.session.delete(old)
    act.session.flush()
    known = set(act.session.scalars(select(Stop.id)))
    gone = [at for at, stop in enumerate(details.stops) if stop.stop_id not in known]
    _refuse(*(Problem(STOP_IS_GONE, f"stops.{at}.stop_id") for at in gone))
    act.session.add_all(_parts(tour_id, details))


def _parts(tour_id: UUID, details: TourDetails) -> Sequence[TourStop | Timetable | TourCrew]:
    stops = [
        TourStop(
            id=uuid4(),
            tour_id=tour_id,
            stop_id=stop.stop_id,
            position=at,
            from_time=minute_of(stop.start) if stop.start else 0,
            until_time=minute_of(stop.end) if stop.end else 0,
        )
        for at, stop in enumerate(details.stops)
        if stop.stop_id is not None
    ]
    rhythms = [
        Timetable(
            id=uuid4(),
            tour_id=tour_id,
            rhythm=one.rhythm,
            weekday=None if one.dates else one.weekday,
            nth=one.nth,
            starts_on=one.starts_on or min(one.dates),
            until=one.until,
            on_holidays=one.on_holidays,
            dates=" ".join(day.isoformat() for day in sorted(one.dates)),
        )
        for one in details.rhythms
    ]
    crew = [
        TourCrew(
            id=uuid4(),
            tour_id=tour_id,
            position=at,
            person_id=mate.person_id,
            name=" ".join(mate.name.split()),
            duty=mate.duty,
            languages=" ".join(mate.languages),
        )
        for at, mate in enumerate(details.crew)
    ]
    return (*stops, *rhythms, *crew)


def _same(row: T | None, version: int) -> T | None:
    """Answer a record as the form read it; raises `Conflict` when it changed meanwhile."""
    if (row.version if row is not None else 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row


def _refuse(*problems: Problem) -> None:
    if problems:
        raise Refused(*problems)
