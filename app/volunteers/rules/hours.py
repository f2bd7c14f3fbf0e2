"""When a person has time: whole half hours of a week, as stretches or as bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEKDAYS = 7
DAY_MINUTES = 1440
SLOT = 30
_SLOTS = DAY_MINUTES // SLOT
NO_STRETCH = N_("This time is no part of a day: {weekday}, {first} to {last}.")


class Stretch(NamedTuple):
    """From a minute of a weekday (1 is Monday) until before another; 0 to 1440."""

    weekday: int
    first: int
    last: int


def bits_of(stretches: Iterable[Stretch]) -> int | None:
    """Answer the half hours of a week as bits from Monday 00:00; None when nothing is said."""
    found: int | None = None
    for weekday, first, last in stretches:
        start = (weekday - 1) * _SLOTS + -(-first // SLOT)
        count = max(0, last // SLOT - -(-first // SLOT))
        found = (found or 0) | (((1 << count) - 1) << start)
    return found


def stretches_of(bits: int) -> tuple[Stretch, ...]:
    """Answer bits as stretches, each as long as it goes within its day."""
    found: list[Stretch] = []
    for place in range(WEEKDAYS * _SLOTS):
        if not bits >> place & 1:
            continue
        day, slot = divmod(place, _SLOTS)
        if found and (found[-1].weekday, found[-1].last) == (day + 1, slot * SLOT):
            found[-1] = found[-1]._replace(last=(slot + 1) * SLOT)
        else:
            found.append(Stretch(day + 1, slot * SLOT, (slot + 1) * SLOT))
    return tuple(found)


def check_stretches(stretches: Iterable[Stretch], field: str) -> tuple[Problem, ...]:
    """Answer a problem for each stretch that is no part of a day."""
    return tuple(
        Problem(NO_STRETCH, field, {"weekday": one.weekday, "first": one.first, "last": one.last})
        for one in stretches
        if not (1 <= one.weekday <= WEEKDAYS and 0 <= one.first < one.last <= DAY_MINUTES)
    )
