"""Visits at home on the way of a tour: one home at a time, and everybody in one place only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.mobile_advice.booking.rules.booking import DAY_IS_PAST
from app.mobile_advice.booking.rules.slots import DAY, Held, clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.mobile_advice.booking.rules.booking import Moment, Who

TOUR_IS_CANCELLED = N_("This tour was cancelled on that day. Please choose another one.")
ON_THE_WAY = N_("Another home is visited at {start}. The nearest free time is {time}.")
PERSON_BUSY = N_("{name} is elsewhere at that time: {other}. The nearest free time is {time}.")
OVER_MIDNIGHT = N_("A visit must end on the day on which it begins.")
NO_LENGTH = N_("Please enter how many minutes the visit lasts.")
_STEP = 5
"""Minutes by which a nearest time is looked for."""


def check_home_time(
    start: int,
    minutes: int,
    day: date,
    held: Sequence[Held],
    who: Who,
    moment: Moment,
    *,
    is_cancelled: bool = False,
) -> tuple[Problem, ...]:
    """Answer what stands against a visit at home, at most one problem, with the nearest time."""
    if problem := _check_frame(start, minutes, day, moment, is_cancelled=is_cancelled):
        return (problem,)
    elsewhere = [one.held for one in who.elsewhere]
    near = _nearest(start, minutes, [*held, *elsewhere], moment.after(day))
    time = {"time": clock(near if near is not None else start)}
    home = _first(held, start, minutes)
    if home is not None:
        return (Problem(ON_THE_WAY, "start", {"start": clock(home.start), **time}),)
    busy = next((one for one in who.elsewhere if one.held.overlaps(start, minutes)), None)
    if busy is not None:
        other = busy.where or clock(busy.held.start)
        return (Problem(PERSON_BUSY, "start", {"name": who.name, "other": other, **time}),)
    return ()


def _check_frame(
    start: int, minutes: int, day: date, moment: Moment, *, is_cancelled: bool
) -> Problem | None:
    if day < moment.today:
        return Problem(DAY_IS_PAST, "tour_day_id")
    if is_cancelled:
        return Problem(TOUR_IS_CANCELLED, "tour_day_id")
    if minutes < 1:
        return Problem(NO_LENGTH, "minutes")
    if start < 0 or start + minutes > DAY:
        return Problem(OVER_MIDNIGHT, "start")
    return None


def _first(held: Iterable[Held], start: int, minutes: int) -> Held | None:
    return next((one for one in held if one.overlaps(start, minutes)), None)


def _nearest(start: int, minutes: int, held: Sequence[Held], after: int) -> int | None:
    free = (
        time
        for time in range(start % _STEP, DAY - minutes + 1, _STEP)
        if time > after and _first(held, time, minutes) is None
    )
    return min(free, key=lambda time: abs(time - start), default=None)
