"""A tour as its form has it: stops in their order, rhythms, usual crew; what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.mobile_advice.tours.rules.words import Duty, OnHolidays, Rhythm
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, time
    from uuid import UUID

NO_STOPS = N_("A tour needs at least one stop.")
NO_STOP = N_("Please choose a stop.")
NO_TIMES = N_("Please enter from when to when, for example 09:30 and 11:30.")
ENDS_BEFORE = N_("It ends before it begins. Please enter a later time.")
NO_NAME = N_("Please enter a name.")
NO_SLOT = N_("An appointment takes from {least} to {most} minutes.")
NO_START = N_("Please enter the first day, for example 24.11.2026.")
UNTIL_BEFORE = N_("The last day is before the first.")
NO_WEEKDAY = N_("Please choose the weekday.")
NO_NTH = N_("Please choose which such weekday of the month.")
NO_DATES = N_("Please enter at least one day, for example 24.11.2026.")
NOT_OFFERED = N_("This is not offered any more. Please choose again.")
TWICE = N_("{name} is on the list twice.")
OUTSIDE = N_("Please enter both times, or none for the whole tour.")
LEAST_SLOT, MOST_SLOT = 5, 240
_WEEKDAYS = range(1, 8)
_NTHS = frozenset({1, 2, 3, 4, -1})


@dataclass(frozen=True, slots=True)
class StopTime:
    """A stop and when the vehicle stands there."""

    stop_id: UUID | None
    start: time | None
    end: time | None


@dataclass(frozen=True, slots=True)
class RhythmDetails:
    """One rhythm of a tour."""

    rhythm: str = Rhythm.WEEKLY
    weekday: int | None = None
    nth: int | None = None
    starts_on: date | None = None
    until: date | None = None
    on_holidays: str = OnHolidays.SKIP
    dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CrewMate:
    """Somebody on board; without a card only the name is known."""

    name: str
    duty: str = Duty.STAFF
    person_id: UUID | None = None
    languages: tuple[str, ...] = ()
    start: time | None = None
    end: time | None = None
    """None is the whole tour; only asked of a day."""

    def is_same(self, other: CrewMate) -> bool:
        """Answer whether two entries are one human being: by the card, else by the name."""
        if self.person_id is not None and other.person_id is not None:
            return self.person_id == other.person_id
        return plain_name(self.name) == plain_name(other.name)


@dataclass(frozen=True, slots=True)
class TourDetails:
    """Everything that the form of a tour asks."""

    name: str
    vehicle_id: UUID | None = None
    languages: tuple[str, ...] = ()
    slot_minutes: int | None = 20
    note: str = ""
    stops: tuple[StopTime, ...] = ()
    rhythms: tuple[RhythmDetails, ...] = ()
    crew: tuple[CrewMate, ...] = ()
    is_active: bool = True


def plain_name(name: str) -> str:
    """Answer a name as names are compared."""
    return " ".join(name.split()).casefold()


def check_tour(tour: TourDetails) -> tuple[Problem, ...]:
    """Answer what is wrong with a tour, apart from what its stops and its crew say."""
    problems = [
        *check_text(tour.name, "name", longest=NAME_LENGTH, required=True),
        *check_text(tour.note, "note", longest=NOTE_LENGTH, lines=True),
    ]
    if tour.slot_minutes is None or not LEAST_SLOT <= tour.slot_minutes <= MOST_SLOT:
        problems.append(Problem(NO_SLOT, "slot_minutes", {"least": LEAST_SLOT, "most": MOST_SLOT}))
    if not tour.stops:
        problems.append(Problem(NO_STOPS, "stops"))
    return (
        *problems,
        *check_times(tour.stops, "stops"),
        *(one for at, rhythm in enumerate(tour.rhythms) for one in _rhythm(at, rhythm)),
        *check_crew(tour.crew),
    )


def check_times(stops: Iterable[StopTime], field: str) -> Iterator[Problem]:
    """Answer which stops are not chosen, and which have no time."""
    for at, stop in enumerate(stops):
        if stop.stop_id is None:
            yield Problem(NO_STOP, f"{field}.{at}.stop_id")
        if stop.start is None or stop.end is None:
            yield Problem(NO_TIMES, f"{field}.{at}.{'end' if stop.start else 'start'}")
        elif stop.end <= stop.start:
            yield Problem(ENDS_BEFORE, f"{field}.{at}.end")


def check_crew(crew: tuple[CrewMate, ...]) -> Iterator[Problem]:
    """Answer who has no name, or stands on the list twice."""
    for at, mate in enumerate(crew):
        field = f"crew.{at}"
        yield from check_text(mate.name, f"{field}.name", longest=NAME_LENGTH, required=True)
        if mate.duty not in set(Duty):
            yield Problem(NOT_OFFERED, f"{field}.duty")
        if (mate.start is None) != (mate.end is None):
            yield Problem(OUTSIDE, f"{field}.start")
        elif mate.start and mate.end and mate.end <= mate.start:
            yield Problem(ENDS_BEFORE, f"{field}.end")
        if mate.name.strip() and any(mate.is_same(other) for other in crew[:at]):
            yield Problem(TWICE, f"{field}.name", {"name": mate.name.strip()})


def _rhythm(at: int, one: RhythmDetails) -> Iterator[Problem]:
    field = f"rhythms.{at}"
    if one.rhythm not in set(Rhythm) or one.on_holidays not in set(OnHolidays):
        yield Problem(NOT_OFFERED, f"{field}.rhythm")
    if one.rhythm == Rhythm.DATES:
        if not one.dates:
            yield Problem(NO_DATES, f"{field}.dates")
        return
    if one.weekday not in _WEEKDAYS:
        yield Problem(NO_WEEKDAY, f"{field}.weekday")
    if one.rhythm == Rhythm.MONTHLY and one.nth not in _NTHS:
        yield Problem(NO_NTH, f"{field}.nth")
    if one.starts_on is None:
        yield Problem(NO_START, f"{field}.starts_on")
    elif one.until is not None and one.until < one.starts_on:
        yield Problem(UNTIL_BEFORE, f"{field}.until")
