"""Minutes of the day and hours of the week: how they are written, and which time lies in them."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HOUR = 60
DAY_END = 24 * _HOUR


class Hours(NamedTuple):
    """A stretch of a weekday (1 is Monday) in minutes after midnight."""

    weekday: int
    from_minute: int
    until_minute: int


def read_hours(text: str) -> tuple[Hours, ...]:
    """Answer the hours of a week as they are kept, such as "1 540 780;3 840 1080"."""
    return tuple(Hours(*map(int, part.split())) for part in text.split(";") if part.strip())


def write_hours(hours: Iterable[Hours]) -> str:
    """Answer hours of a week as they are kept."""
    return ";".join(" ".join(map(str, one)) for one in sorted(hours))


def minute_of(at: time) -> int:
    """Answer minutes after midnight."""
    return at.hour * _HOUR + at.minute


def time_of(minute: int) -> time:
    """Answer the time of the wall clock; the end of a day is its last minute."""
    minute = min(max(minute, 0), DAY_END - 1)
    return time(minute // _HOUR, minute % _HOUR)


def is_open(hours: Sequence[Hours], weekday: int, first: int, last: int) -> bool:
    """Answer whether a stretch lies in the hours of a week; none at all is open at any time."""
    return not hours or any(
        one.weekday == weekday and one.from_minute <= first and last <= one.until_minute
        for one in hours
    )


def nearest_open(
    hours: Sequence[Hours], weekday: int, first: int, last: int
) -> tuple[int, int] | None:
    """Answer the stretch of a day within the hours that is nearest to a wanted one.

    It is as long as wanted, or as the hours are; None where that day has no hours.
    """
    found: list[tuple[int, int, int]] = []
    for one in hours:
        if one.weekday == weekday:
            length = min(last - first, one.until_minute - one.from_minute)
            start = min(max(first, one.from_minute), one.until_minute - length)
            found.append((abs(start - first), start, start + length))
    return min(found)[1:] if found else None


def nearest_weekday(hours: Sequence[Hours], weekday: int) -> Hours | None:
    """Answer the first hours on another day of the week after one; None where there are none."""
    return min(hours, key=lambda one: ((one.weekday - weekday) % 7, one.from_minute), default=None)
