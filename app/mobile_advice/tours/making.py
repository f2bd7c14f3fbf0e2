"""Brings the days of a tour in line with its timetable: makes, drops and rewrites days ahead.

What somebody changed by hand, confirmed or cancelled stays, and so does a day that is used
elsewhere: appointments, advice and suitcases point at it and at its stops.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select

from app.mobile_advice.tours.figures import tour_figures_on
from app.mobile_advice.tours.keeping import crew_of_day, halts_of_day
from app.mobile_advice.tours.queries.tours import rhythms_of_tours
from app.mobile_advice.tours.rhythm import WantedDay, wanted_days
from app.mobile_advice.tours.rules import DayState, HaltState
from app.visiting.holidays import holidays_between
from db.advice import AdviceContact
from db.booking import Appointment
from db.suitcase import Suitcase
from db.tours import Crew, Stop, Tour, TourCrew, TourDay, TourHalt, TourStop

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from app.office import Act

_WEEK = 7
_GOING = frozenset({DayState.PLANNED.value, DayState.CONFIRMED.value})


@dataclass(frozen=True, slots=True)
class InLine:
    """What became of the days of a tour."""

    made: int
    dropped: int
    kept: int
    """Days ahead that stay as they are although the timetable says otherwise."""


@dataclass(frozen=True, slots=True)
class _Usual:
    """What every day of a tour has that nobody changed."""

    tour: Tour
    stops: Sequence[tuple[TourStop, int]]
    """Each stop in its order, and how many counters it has."""
    crew: Sequence[TourCrew]


def horizon(today: date) -> date:
    """Answer the last day up to which days are made."""
    return today + timedelta(days=tour_figures_on(today).horizon)


def bring_in_line(act: Act, tour: Tour) -> InLine:
    """Let the days of a tour that are ahead follow it, after it was changed."""
    today = act.local_now.date()
    last = max(horizon(today), tour.made_until)
    tour.made_until = last
    act.session.flush()
    wanted = {one.occurs_on: one for one in _wanted(act, tour, today, last)}
    rows = _ahead(act, tour.id, today)
    used = _used(act, rows)
    usual = _usual(act, tour)
    dropped = kept = 0
    for row in rows:
        follows = _follows(row, used)
        one = wanted.pop(row.occurs_on, None) if row.occurs_on is not None else None
        if not follows:
            kept += row.state in _GOING
        elif one is None:
            _drop(act, row)
            dropped += 1
        else:
            row.day = one.day
            _rewrite(act, row, usual)
    act.session.flush()
    taken = {row.day for row in rows if not _is_dropped(act, row)}
    new = [one for one in wanted.values() if one.day not in taken]
    _make(act, usual, new)
    return InLine(len(new), dropped, kept)


def make_further(act: Act, tour: Tour) -> int:
    """Make the days that the horizon has come to reach; answer how many."""
    last = horizon(act.local_now.date())
    first = tour.made_until + timedelta(days=1)
    tour.made_until = last
    found = select(TourDay.day, TourDay.occurs_on).where(
        TourDay.tour_id == tour.id, TourDay.day >= first - timedelta(days=_WEEK)
    )
    rows = act.session.execute(found).all()
    days, stood = {row.day for row in rows}, {row.occurs_on for row in rows}
    new = [
        one
        for one in _wanted(act, tour, first, last)
        if one.day not in days and one.occurs_on not in stood
    ]
    _make(act, _usual(act, tour), new)
    return len(new)


def make_day(act: Act, tour: Tour, day: date) -> TourDay:
    """Make a day outside the rhythm; a new timetable leaves it as it is."""
    (made,) = _make(act, _usual(act, tour), [WantedDay(day, day)])
    made.occurs_on, made.is_fixed = None, True
    return made


def days_made_of(act: Act, tour: Tour, first: date) -> dict[date, UUID]:
    """Answer the days of a tour that go from a day on, with their keys."""
    found = select(TourDay.day, TourDay.id).where(
        TourDay.tour_id == tour.id,
        TourDay.day >= first,
        TourDay.state != DayState.CANCELLED.value,
    )
    return {row.day: row.id for row in act.session.execute(found.order_by(TourDay.day))}


def _wanted(act: Act, tour: Tour, first: date, last: date) -> Iterable[WantedDay]:
    if not tour.is_active:
        return ()
    connection = act.session.connection()
    rhythms = rhythms_of_tours(connection).get(tour.id, ())
    start = first - timedelta(days=_WEEK)
    holidays = {
        one.day for one in holidays_between(connection, start, last + timedelta(days=2 * _WEEK))
    }
    return wanted_days(rhythms, first, last, holidays)


def _ahead(act: Act, tour_id: UUID, today: date) -> Sequence[TourDay]:
    found = select(TourDay).where(TourDay.tour_id == tour_id, TourDay.day >= today)
    return act.session.scalars(found.order_by(TourDay.day)).all()


def _follows(row: TourDay, used: frozenset[UUID]) -> bool:
    """Answer whether a day follows the timetable wherever that goes."""
    return row.state == DayState.PLANNED and not row.is_fixed and row.id not in used


def _used(act: Act, rows: Sequence[TourDay]) -> frozenset[UUID]:
    """Answer the days that something else of the office points at."""
    ids = [row.id for row in rows]
    of_halts = select(TourHalt.tour_day_id).where(TourHalt.tour_day_id.in_(ids))
    questions = (
        of_halts.join(Appointment, Appointment.tour_halt_id == TourHalt.id),
        of_halts.join(AdviceContact, AdviceContact.tour_halt_id == TourHalt.id),
        select(Appointment.tour_day_id).where(Appointment.tour_day_id.in_(ids)),
        select(Suitcase.tour_day_id).where(Suitcase.tour_day_id.in_(ids)),
    )
    return frozenset(day for question in questions for day in act.session.scalars(question) if day)


def _usual(act: Act, tour: Tour) -> _Usual:
    stops = select(TourStop, Stop.counters).join(Stop, Stop.id == TourStop.stop_id)
    crew = select(TourCrew).where(TourCrew.tour_id == tour.id).order_by(TourCrew.position)
    found = act.session.execute(
        stops.where(TourStop.tour_id == tour.id).order_by(TourStop.position)
    )
    return _Usual(
        tour,
        [(stop, counters) for stop, counters in found],
        act.session.scalars(crew).all(),
    )


def _make(act: Act, usual: _Usual, wanted: Iterable[WantedDay]) -> list[TourDay]:
    made = [
        TourDay(
            id=uuid4(),
            tour_id=usual.tour.id,
            day=one.day,
            occurs_on=one.occurs_on,
            is_fixed=False,
            vehicle_id=usual.tour.vehicle_id,
            state=DayState.PLANNED.value,
        )
        for one in wanted
    ]
    act.session.add_all(made)
    act.session.flush()
    for day in made:
        act.session.add_all(_halts(usual, day.id))
        act.session.add_all(_crew(usual, day.id))
    act.session.flush()
    return made


def _halts(usual: _Usual, day_id: UUID) -> list[TourHalt]:
    return [
        TourHalt(
            id=uuid4(),
            tour_day_id=day_id,
            stop_id=stop.stop_id,
            position=stop.position,
            from_time=stop.from_time,
            until_time=stop.until_time,
            counters=counters,
            state=HaltState.PLANNED.value,
            reason="",
        )
        for stop, counters in usual.stops
    ]


def _crew(usual: _Usual, day_id: UUID) -> list[Crew]:
    return [
        Crew(
            id=uuid4(),
            tour_day_id=day_id,
            position=mate.position,
            person_id=mate.person_id,
            name=mate.name,
            duty=mate.duty,
            languages=mate.languages,
        )
        for mate in usual.crew
    ]


def _rewrite(act: Act, row: TourDay, usual: _Usual) -> None:
    """Let an untouched day have the stops and the crew of its tour as they are now."""
    row.vehicle_id = usual.tour.vehicle_id
    halts, crew = halts_of_day(act, row.id), crew_of_day(act, row.id)
    new_halts, new_crew = _halts(usual, row.id), _crew(usual, row.id)
    if [_halt_key(one) for one in halts] != [_halt_key(one) for one in new_halts]:
        for halt in halts:
            act.session.delete(halt)
        act.session.add_all(new_halts)
    if [_mate_key(one) for one in crew] != [_mate_key(one) for one in new_crew]:
        for mate in crew:
            act.session.delete(mate)
        act.session.add_all(new_crew)


def _halt_key(one: TourHalt) -> tuple[object, ...]:
    return (one.stop_id, one.from_time, one.until_time, one.counters)


def _mate_key(one: Crew) -> tuple[object, ...]:
    return (one.person_id, one.name, one.duty, one.languages)


def _drop(act: Act, row: TourDay) -> None:
    for part in (*halts_of_day(act, row.id), *crew_of_day(act, row.id)):
        act.session.delete(part)
    act.session.flush()
    act.session.delete(row)


def _is_dropped(act: Act, row: TourDay) -> bool:
    return row not in act.session
