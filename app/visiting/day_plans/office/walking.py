"""Walking tours by the clock: checks whatever a search proposes, and puts in who was left out.

Free time is time for visits: the first way may lie before it and the way home after it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.visiting.day_plans.office.day import Left, OfficePlan, Run, Stop, Tour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.visiting.day_plans.office.day import OfficeDay

NOBODY = N_("Nobody is chosen who could visit.")
NOT_CHOSEN = N_("It stays with {visitor}, who is not among those chosen.")
ALL_AWAY = N_("Of those who may come, nobody is there on this day: {names}.")
NO_TIME = N_(
    "It begins between {opens} and {closes} and lasts {minutes} minutes. Of those who may come, "
    "nobody has time then: {names}."
)
NO_TIME_AT = N_(
    "It begins at {opens} and lasts {minutes} minutes. Of those who may come, nobody has time "
    "then: {names}."
)
ALL_BUSY = N_("Everybody who has time then is with somebody else or on the way: {names}.")
_HOUR = 60


def walk(day: OfficeDay, run: Run) -> tuple[Stop, ...] | None:
    """Answer the stops of a run with their times, or None where it cannot be walked."""
    goer, shift, calls = run
    span = day.goers[goer].shifts[shift]
    clock, here, stops = span.first, day.home(goer), []
    for number in calls:
        call, there = day.calls[number], day.place(number)
        way = day.ways[here][there]
        begins = max(call.opens, clock if here == day.home(goer) else clock + way.minutes)
        ends = begins + call.minutes
        if goer not in call.allowed or begins > call.closes or ends > span.last:
            return None
        stops.append(Stop(number, begins, way))
        clock, here = ends, there
    return tuple(stops)


def tenths_of(day: OfficeDay, run: Run) -> int:
    """Answer how far a run is, from home and back."""
    goer, _shift, calls = run
    if not calls:
        return 0
    places = [day.home(goer), *map(day.place, calls), day.home(goer)]
    return sum(day.ways[here][there].tenths for here, there in pairwise(places))


def completed(day: OfficeDay, found: Iterable[Run]) -> OfficePlan:
    """Answer a plan of runs that hold by the clock, with every call that still has room."""
    runs: dict[tuple[int, int], tuple[int, ...]] = {
        (goer, shift): () for goer, one in enumerate(day.goers) for shift in range(len(one.shifts))
    }
    served: set[int] = set()
    for goer, shift, calls in found:
        is_new = not served & set(calls) and not runs[goer, shift]
        if is_new and walk(day, (goer, shift, calls)) is not None:
            runs[goer, shift] = calls
            served |= set(calls)
    for call in sorted(set(range(len(day.calls))) - served, key=lambda one: _room(day, one)):
        _put_in(day, runs, call)
    return _as_plan(day, runs)


def _room(day: OfficeDay, call: int) -> tuple[int, int]:
    one = day.calls[call]
    return len(one.allowed), one.closes - one.opens


def _put_in(day: OfficeDay, runs: dict[tuple[int, int], tuple[int, ...]], call: int) -> None:
    """Put a call where it adds least way, if it has room anywhere."""
    best: tuple[int, tuple[int, int], tuple[int, ...]] | None = None
    for (goer, shift), calls in runs.items():
        before = tenths_of(day, (goer, shift, calls))
        for longer in _with(calls, call):
            if walk(day, (goer, shift, longer)) is None:
                continue
            more = tenths_of(day, (goer, shift, longer)) - before
            if best is None or more < best[0]:
                best = more, (goer, shift), longer
    if best is not None:
        runs[best[1]] = best[2]


def _with(calls: tuple[int, ...], call: int) -> Iterator[tuple[int, ...]]:
    for place in range(len(calls) + 1):
        yield (*calls[:place], call, *calls[place:])


def _as_plan(day: OfficeDay, runs: dict[tuple[int, int], tuple[int, ...]]) -> OfficePlan:
    tours, served = [], set()
    for goer in range(len(day.goers)):
        mine = [(g, s, calls) for (g, s), calls in runs.items() if g == goer and calls]
        stops = [stop for run in mine for stop in walk(day, run) or ()]
        if stops:
            served |= {stop.call for stop in stops}
            tenths = sum(tenths_of(day, run) for run in mine)
            tours.append(Tour(goer, tuple(sorted(stops, key=_begins)), tenths))
    left = tuple(
        Left(call, why_left(day, call)) for call in range(len(day.calls)) if call not in served
    )
    return OfficePlan(tuple(tours), left, sum(tour.tenths for tour in tours))


def _begins(stop: Stop) -> int:
    return stop.begins


def why_left(day: OfficeDay, number: int) -> Problem:
    """Answer the constraint that keeps a call out of the plan."""
    call = day.calls[number]
    if not day.goers:
        return Problem(NOBODY)
    if not call.allowed:
        return Problem(NOT_CHOSEN, values={"visitor": call.visitor})
    may = [day.goers[goer] for goer in sorted(call.allowed)]
    names = _names([one.name for one in may])
    if all(one.is_away for one in may):
        return Problem(ALL_AWAY, values={"names": names})
    fits = [
        day.goers[goer].name
        for goer in sorted(call.allowed)
        for shift in range(len(day.goers[goer].shifts))
        if walk(day, (goer, shift, (number,))) is not None
    ]
    if fits:
        return Problem(ALL_BUSY, values={"names": _names(list(dict.fromkeys(fits)))})
    values = {"opens": clock(call.opens), "minutes": call.minutes, "names": names}
    if call.opens == call.closes:
        return Problem(NO_TIME_AT, values=values)
    return Problem(NO_TIME, values=values | {"closes": clock(call.closes)})


_MOST_NAMES = 6


def _names(names: Sequence[str]) -> str:
    more = "" if len(names) <= _MOST_NAMES else " …"
    return ", ".join(names[:_MOST_NAMES]) + more


def clock(minute: int) -> str:
    """Answer a minute of the day as people write it: 14:30."""
    return f"{minute // _HOUR:02}:{minute % _HOUR:02}"
