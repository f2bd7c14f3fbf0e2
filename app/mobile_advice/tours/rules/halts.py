"""What is in the way of standing at a stop: its hours, its permit, the stop before, the way there.

Each refusal names what would be possible instead, as near to what was wanted as can be.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.mobile_advice.tours.rules.hours import (
    Hours,
    is_open,
    nearest_open,
    nearest_weekday,
    time_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from app.mobile_advice.tours.rules.figures import TourFigures

OVERLAPS = N_(
    "The vehicle stands at {before} until {until:%H:%M} and needs {minutes} minutes to come here. "
    "It can be here from {free:%H:%M} on."
)
CLOSED_NOW = N_(
    "{stop} is not open then. The nearest possible time is {start:%H:%M} to {end:%H:%M}."
)
CLOSED_TODAY = N_("{stop} is closed on this weekday. It opens on {weekday}, {start:%H:%M}.")
NO_PERMIT = N_("{stop} has no permit to stand there. {other}")
PERMIT_OVER = N_("The permit of {stop} ended on {day:%d.%m.%Y}. {other}")
NOT_IN_USE = N_("{stop} is no longer in use. {other}")
OTHER_STOP = N_("The nearest stop with a valid permit is {name}.")
OTHER_STOP_AWAY = N_("The nearest stop with a valid permit is {name}, {metres} m away.")
NO_OTHER = N_("No other stop has a valid permit on this day. Enter the permit on the stop first.")
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_EARTH = 6_371_000
"""Metres from the middle of the earth to its surface."""


@dataclass(frozen=True, slots=True)
class StopFacts:
    """What the check needs to know of a stop."""

    id: UUID
    name: str
    needs_permit: bool = False
    permit_number: str = ""
    permit_until: date | None = None
    opens: tuple[Hours, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    is_active: bool = True

    def is_permitted(self, day: date) -> bool:
        """Answer whether a vehicle may stand there on a day."""
        if not self.needs_permit:
            return True
        has_one = bool(self.permit_number.strip()) and self.permit_until is not None
        return has_one and self.permit_until is not None and day <= self.permit_until

    def metres_to(self, other: StopFacts) -> float | None:
        """Answer how far another stop is as the crow flies; None where a place is not known."""
        places = (self.latitude, self.longitude, other.latitude, other.longitude)
        if any(one is None for one in places):
            return None
        lat, lon, to_lat, to_lon = (radians(one or 0.0) for one in places)
        half = sin((to_lat - lat) / 2) ** 2
        half += cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
        return 2 * _EARTH * asin(sqrt(half))


@dataclass(frozen=True, slots=True)
class Standing:
    """A stop of a tour from one minute of the day to another."""

    stop: StopFacts
    from_minute: int
    until_minute: int


def check_halts(
    halts: Sequence[Standing | None], weekday: int, figures: TourFigures, field: str
) -> Iterator[Problem]:
    """Answer what is wrong with the times of stops in their order on a weekday (1 is Monday).

    None stands for a halt that is cancelled or not filled in.
    """
    before: Standing | None = None
    for at, halt in enumerate(halts):
        if halt is None:
            continue
        if before is not None and (problem := _in_the_way(before, halt, figures, f"{field}.{at}")):
            yield problem
        if problem := _closed(halt, weekday, f"{field}.{at}"):
            yield problem
        before = halt


def check_permits(
    halts: Sequence[Standing | None], day: date, others: Sequence[StopFacts], field: str
) -> Iterator[Problem]:
    """Answer at which stops a vehicle may not stand on a day, or that are out of use.

    `others` may be proposed instead.
    """
    used = {halt.stop.id for halt in halts if halt is not None}
    for at, halt in enumerate(halts):
        if halt is None or (halt.stop.is_active and halt.stop.is_permitted(day)):
            continue
        stop = halt.stop
        free = [one for one in others if one.id not in used and one.is_active]
        other = _other_stop(stop, [one for one in free if one.is_permitted(day)])
        values = {"stop": stop.name, "day": stop.permit_until, "other": other}
        yield Problem(_against(stop), f"{field}.{at}.stop_id", values)


def _against(stop: StopFacts) -> str:
    if not stop.is_active:
        return NOT_IN_USE
    is_entered = bool(stop.permit_number.strip()) and stop.permit_until is not None
    return PERMIT_OVER if is_entered else NO_PERMIT


def way_minutes(here: StopFacts, there: StopFacts, figures: TourFigures) -> int:
    """Answer how many minutes a vehicle needs from one stop to another."""
    if here.id == there.id:
        return 0
    metres = here.metres_to(there)
    if metres is None:
        return figures.least_way
    hours = metres / 1000 * figures.detour / figures.speed
    return max(figures.least_way, round(hours * 60))


def _in_the_way(
    before: Standing, halt: Standing, figures: TourFigures, field: str
) -> Problem | None:
    minutes = way_minutes(before.stop, halt.stop, figures)
    free = before.until_minute + minutes
    if halt.from_minute >= free:
        return None
    values = {
        "before": before.stop.name,
        "until": time_of(before.until_minute),
        "minutes": minutes,
        "free": time_of(free),
    }
    return Problem(OVERLAPS, f"{field}.start", values)


def _closed(halt: Standing, weekday: int, field: str) -> Problem | None:
    stop, first, last = halt.stop, halt.from_minute, halt.until_minute
    if is_open(stop.opens, weekday, first, last):
        return None
    near = nearest_open(stop.opens, weekday, first, last)
    if near is not None:
        values = {"stop": stop.name, "start": time_of(near[0]), "end": time_of(near[1])}
        return Problem(CLOSED_NOW, f"{field}.start", values)
    other = nearest_weekday(stop.opens, weekday)
    assert other is not None  # noqa: S101 - a stop without hours is open
    values = {
        "stop": stop.name,
        "weekday": Problem(WEEKDAYS[other.weekday - 1]),
        "start": time_of(other.from_minute),
    }
    return Problem(CLOSED_TODAY, f"{field}.start", values)


def _other_stop(stop: StopFacts, free: Sequence[StopFacts]) -> Problem:
    if not free:
        return Problem(NO_OTHER)
    far = [(metres, one) for one in free if (metres := stop.metres_to(one)) is not None]
    if not far:
        return Problem(OTHER_STOP, values={"name": free[0].name})
    metres, near = min(far, key=_distance)
    return Problem(OTHER_STOP_AWAY, values={"name": near.name, "metres": int(round(metres, -1))})


def _distance(pair: tuple[float, StopFacts]) -> float:
    return pair[0]
