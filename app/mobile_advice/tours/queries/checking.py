"""What stands against a tour or one of its days: hours, permits, ways, and crews elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.mobile_advice.tours.figures import tour_figures_on
from app.mobile_advice.tours.queries.days import candidates, engaged_on, vehicles_out
from app.mobile_advice.tours.queries.elsewhere import elsewhere_on, talks_between
from app.mobile_advice.tours.queries.stops import list_vehicles, stop_facts
from app.mobile_advice.tours.rhythm import next_working_day
from app.mobile_advice.tours.rules import (
    DayDetails,
    Standing,
    check_engaged,
    check_halts,
    check_permits,
    minute_of,
    time_of,
)
from app.visiting.holidays import holidays_between

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date, time
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.tours.rules import StopFacts, TourDetails

IS_HOLIDAY = N_("{day:%d.%m.%Y} is a public holiday: {name}. The next working day is {other}.")
IS_HOLIDAY_NOW = N_("{day:%d.%m.%Y} is a public holiday: {name}.")
VEHICLE_OUT = N_(
    "{vehicle} is on “{tour}” from {start:%H:%M} to {end:%H:%M}. It is free from {end:%H:%M} on."
)
VEHICLE_OUT_OTHER = N_(
    "{vehicle} is on “{tour}” from {start:%H:%M} to {end:%H:%M}. {other} is free then."
)
DATE = N_("{day:%d.%m.%Y}")
ON_DAY = N_("{day:%d.%m.%Y}: {what}")
_WEEK = 7


def tour_problems(connection: Connection, tour: TourDetails, today: date) -> Iterator[Problem]:
    """Answer what stops and crews say against the timetable of a tour.

    Days that follow are checked as far as a week of each rhythm reaches; permits hold today.
    """
    facts, figures = stop_facts(connection), tour_figures_on(today)
    halts = [_standing(facts, one.stop_id, one.start, one.end) for one in tour.stops]
    seen: set[tuple[str, str]] = set()
    weekdays = sorted({one.weekday for one in tour.rhythms if one.weekday is not None}) or [0]
    for weekday in weekdays:
        for problem in check_halts(halts, weekday, figures, "stops") if weekday else ():
            if (problem.field, problem.message) not in seen:
                seen.add((problem.field, problem.message))
                yield problem
    if tour.vehicle_id is not None:
        yield from check_permits(halts, today, list(facts.values()), "stops")


def crew_problems(
    connection: Connection, days: Mapping[date, UUID | None], tour: TourDetails
) -> Iterator[Problem]:
    """Answer who of a tour's usual crew is on another tour or at a talk on one of its days.

    Each is told once, with the first such day.
    """
    span = _span([(one.start, one.end) for one in tour.stops])
    if span is None or not tour.crew or not days:
        return
    known = candidates(connection)
    talks = talks_between(connection, min(days), max(days))
    told: set[str] = set()
    for day, day_id in days.items():
        away = [one.mate for one in talks if one.day == day and day_id not in one.tour_days]
        engaged = (*away, *engaged_on(connection, day, day_id))
        for problem in check_engaged(tour.crew, span, engaged, known):
            if problem.field not in told:
                told.add(problem.field)
                yield Problem(ON_DAY, problem.field, {"day": day, "what": problem})


def vehicle_problem(
    connection: Connection, days: Mapping[date, UUID | None], tour: TourDetails
) -> Problem | None:
    """Answer that the vehicle of a tour is on another tour on one of its days."""
    span = _span([(one.start, one.end) for one in tour.stops])
    if span is None or tour.vehicle_id is None:
        return None
    for day, day_id in days.items():
        for problem in _vehicle_out(connection, day_id, day, tour.vehicle_id, span):
            return problem
    return None


def check_changed_day(
    connection: Connection, day_id: UUID, day: date, details: DayDetails
) -> tuple[Problem, ...]:
    """Answer what stops and other tours say against a day as it is to be."""
    facts, figures = stop_facts(connection), tour_figures_on(day)
    halts = [
        None if one.is_cancelled else _standing(facts, one.stop_id, one.start, one.end)
        for one in details.halts
    ]
    permits = check_permits(halts, day, list(facts.values()), "halts") if details.vehicle_id else ()
    return (
        *check_halts(halts, day.isoweekday(), figures, "halts"),
        *permits,
        *_elsewhere(connection, day_id, day, details),
    )


def talk_problems(
    connection: Connection, day_id: UUID, day: date, details: DayDetails
) -> Iterator[Problem]:
    """Answer who of the crew of a day is asked to a talk elsewhere at the same time."""
    span = _span([(one.start, one.end) for one in details.halts if not one.is_cancelled])
    if span is None:
        return
    talks = talks_between(connection, day, day)
    away = [one.mate for one in talks if day_id not in one.tour_days]
    yield from check_engaged(details.crew, span, away, candidates(connection))


def holiday_problem(connection: Connection, day: date, field: str = "day") -> Problem | None:
    """Answer that a day is a public holiday, and which working day is next."""
    found = holidays_between(connection, day, day + timedelta(days=2 * _WEEK))
    holidays = {one.day: one.name for one in found}
    if day not in holidays:
        return None
    other = next_working_day(day, holidays)
    values = {"day": day, "name": holidays[day]}
    if other is None:
        return Problem(IS_HOLIDAY_NOW, field, values)
    return Problem(IS_HOLIDAY, field, {**values, "other": Problem(DATE, values={"day": other})})


def _elsewhere(
    connection: Connection, day_id: UUID, day: date, details: DayDetails
) -> Iterator[Problem]:
    span = _span([(one.start, one.end) for one in details.halts if not one.is_cancelled])
    if span is None:
        return
    if details.crew:
        known = candidates(connection)
        cards = {mate.person_id for mate in details.crew} | {one.person_id for one in known}
        people = [card for card in cards if card is not None]
        elsewhere = elsewhere_on(connection, day, day_id, people)
        engaged = (*elsewhere, *engaged_on(connection, day, day_id))
        yield from check_engaged(details.crew, span, engaged, known)
    if details.vehicle_id is not None:
        yield from _vehicle_out(connection, day_id, day, details.vehicle_id, span)


def _vehicle_out(
    connection: Connection,
    day_id: UUID | None,
    day: date,
    vehicle_id: UUID,
    span: tuple[int, int],
) -> Iterator[Problem]:
    """Answer that a vehicle is on another tour at the same time, and which one is free."""
    first, last = span
    others = [row for row in vehicles_out(connection, day) if row.tour_day_id != day_id]
    out = [row for row in others if row.from_minute < last and first < row.until_minute]
    clash = next((row for row in out if row.vehicle_id == vehicle_id), None)
    if clash is None:
        return
    taken = {row.vehicle_id for row in out}
    free = [row for row in list_vehicles(connection) if row.id not in taken]
    names = [row.details.name for row in free if row.details.is_active]
    values = {
        "vehicle": clash.vehicle,
        "tour": clash.tour,
        "start": time_of(clash.from_minute),
        "end": time_of(clash.until_minute),
    }
    if names:
        yield Problem(VEHICLE_OUT_OTHER, "vehicle_id", {**values, "other": names[0]})
    else:
        yield Problem(VEHICLE_OUT, "vehicle_id", values)


def _standing(
    facts: Mapping[UUID, StopFacts], stop_id: UUID | None, start: time | None, end: time | None
) -> Standing | None:
    stop = facts.get(stop_id) if stop_id is not None else None
    if stop is None or start is None or end is None:
        return None
    return Standing(stop, minute_of(start), minute_of(end))


def _span(times: Sequence[tuple[time | None, time | None]]) -> tuple[int, int] | None:
    starts: Collection[int] = [minute_of(start) for start, _end in times if start is not None]
    ends: Collection[int] = [minute_of(end) for _start, end in times if end is not None]
    return (min(starts), max(ends)) if starts and ends else None
