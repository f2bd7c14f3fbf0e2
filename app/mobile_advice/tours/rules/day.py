"""A day of a tour as its form has it, and who of its crew is elsewhere at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from app.errors import N_, Problem
from app.mobile_advice.tours.rules.hours import time_of
from app.mobile_advice.tours.rules.tour import (
    CrewMate,
    StopTime,
    check_crew,
    check_times,
    plain_name,
)
from app.text_rules import NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import time
    from uuid import UUID

NO_HALTS = N_("A day needs at least one stop. Cancel the day instead.")
NO_REASON = N_("Please say why, for example: the vehicle is in the workshop.")
BUSY = N_("{name} is on “{tour}” from {start:%H:%M} to {end:%H:%M}. {other}")
EXPECTED = N_("{name} is expected elsewhere from {start:%H:%M} to {end:%H:%M}. {other}")
AWAY = N_("{name} is away on this day. {other}")
FREE_PERSON = N_("{free} is free then.")
FREE_TIME = N_("{name} is free from {free:%H:%M} on.")
NOBODY_FREE = N_("Nobody else of the crews is free then.")
NO_COUNTERS = N_("At least one person is advised at a time.")


@dataclass(frozen=True, slots=True)
class HaltDetails:
    """A stop on a day; without an id it is new."""

    stop_id: UUID | None
    start: time | None
    end: time | None
    counters: int | None = 1
    is_cancelled: bool = False
    id: UUID | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DayDetails:
    """Everything that can be changed about a day."""

    vehicle_id: UUID | None = None
    halts: tuple[HaltDetails, ...] = ()
    crew: tuple[CrewMate, ...] = ()
    note: str = ""


class Engaged(NamedTuple):
    """Somebody is on a tour, or expected elsewhere, from one minute of a day to another."""

    person_id: UUID | None
    name: str
    duty: str
    tour: str
    """"" for a visit or a talk, of which no more is told than when."""
    from_minute: int
    until_minute: int
    is_away: bool = False

    def is_mate(self, mate: CrewMate) -> bool:
        """Answer whether it is the same human being."""
        return mate.is_same(CrewMate(self.name, person_id=self.person_id))

    def overlaps(self, first: int, last: int) -> bool:
        """Answer whether the times overlap; one may begin when another ends."""
        return self.from_minute < last and first < self.until_minute


class Candidate(NamedTuple):
    """Somebody who could go along instead."""

    person_id: UUID | None
    name: str
    duty: str


def check_day(day: DayDetails) -> tuple[Problem, ...]:
    """Answer what is wrong with a day, apart from what its stops and its crew's other tours say."""
    times = [StopTime(one.stop_id, one.start, one.end) for one in day.halts]
    problems = [*check_text(day.note, "note", longest=NOTE_LENGTH, lines=True)]
    if not any(not halt.is_cancelled for halt in day.halts):
        problems.append(Problem(NO_HALTS, "halts"))
    counters = (
        Problem(NO_COUNTERS, f"halts.{at}.counters")
        for at, halt in enumerate(day.halts)
        if not halt.counters
    )
    reasons = (
        Problem(NO_REASON, f"halts.{at}.reason")
        for at, halt in enumerate(day.halts)
        if halt.is_cancelled and not halt.reason.strip()
    )
    return (*problems, *check_times(times, "halts"), *counters, *reasons, *check_crew(day.crew))


def check_engaged(
    crew: Sequence[CrewMate],
    span: tuple[int, int],
    engaged: Sequence[Engaged],
    candidates: Iterable[Candidate],
) -> Iterator[Problem]:
    """Answer who of a crew is elsewhere at the same time, and who is free instead.

    `span` is the whole tour in minutes of the day, for those whose own times are not said.
    """
    known = tuple(candidates)
    for at, mate in enumerate(crew):
        first, last = own_span(mate, span)
        clash = next((e for e in engaged if e.is_mate(mate) and e.overlaps(first, last)), None)
        if clash is not None:
            free = free_instead(mate, crew, (first, last), engaged, known)
            values = {
                "name": mate.name.strip(),
                "tour": clash.tour,
                "start": time_of(clash.from_minute),
                "end": time_of(clash.until_minute),
                "other": _other(mate, clash, free, last),
            }
            yield Problem(_where(clash), f"crew.{at}.name", values)


def _where(clash: Engaged) -> str:
    if clash.is_away:
        return AWAY
    return BUSY if clash.tour else EXPECTED


def own_span(mate: CrewMate, span: tuple[int, int]) -> tuple[int, int]:
    """Answer from when to when somebody is on board."""
    if mate.start is None or mate.end is None:
        return span
    return mate.start.hour * 60 + mate.start.minute, mate.end.hour * 60 + mate.end.minute


def free_instead(
    mate: CrewMate,
    crew: Sequence[CrewMate],
    span: tuple[int, int],
    engaged: Sequence[Engaged],
    candidates: Sequence[Candidate],
) -> str:
    """Answer the name of somebody with the same duty who is on no tour then; "" for nobody."""
    taken = {plain_name(one.name) for one in crew}
    busy = [one for one in engaged if one.overlaps(*span)]
    for one in candidates:
        other = CrewMate(one.name, person_id=one.person_id)
        if (
            one.duty == mate.duty
            and plain_name(one.name) not in taken
            and not any(clash.is_mate(other) for clash in busy)
        ):
            return one.name
    return ""


def _other(mate: CrewMate, clash: Engaged, free: str, last: int) -> Problem:
    if free:
        return Problem(FREE_PERSON, values={"free": free})
    if clash.until_minute < last:
        later = time_of(clash.until_minute)
        return Problem(FREE_TIME, values={"name": mate.name.strip(), "free": later})
    return Problem(NOBODY_FREE)
