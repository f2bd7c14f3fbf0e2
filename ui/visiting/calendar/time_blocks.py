"""The measures of a grid of hours, and where each visit stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from app.visiting.calendar.rules import lay_out
from ui.style import length
from ui.visiting.calendar.places import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.visiting.calendar.places import Lot, Sheet

DAY_MINUTES = 24 * 60
_HOUR = 60
FREE_STEP = 30
"""Minutes from one free stop of the keyboard to the next."""
SNAP = 15
"""Minutes to which what is dragged snaps."""
_FREE_FROM, _FREE_UNTIL = 7 * _HOUR, 20 * _HOUR
_LEAST_LANE = 64
"""Pixels at 100 % in which an icon and some letters of a name can be read."""
_SLIM = 34
"""Pixels at 100 % for the number of visits that have no lane."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stop with its rectangle, measured from the upper left corner of the hours."""

    rect: QRect
    stop: Stop


@dataclass(frozen=True, slots=True)
class Measures:
    """How wide and high things are, in pixels."""

    gutter: int
    head: int
    hour: int
    column: int
    least: int
    """The least height of a visit, so that its name can be read."""

    def y_of(self, minute: int) -> int:
        """Answer how far below midnight a minute is."""
        return minute * self.hour // _HOUR

    def minute_at(self, y: int) -> int:
        """Answer the minute at a height, within the day."""
        return min(max(y * _HOUR // self.hour, 0), DAY_MINUTES - 1)

    @property
    def least_minutes(self) -> int:
        """How many minutes the least height is."""
        return -(-self.least * _HOUR // self.hour)


def blocks_of(sheet: Sheet, measures: Measures) -> list[list[Block]]:
    """Answer the blocks of each column: visits, and where they have no room, how many."""
    return [_column(lot, at, measures) for at, lot in enumerate(sheet.lots)]


def _column(lot: Lot, at: int, measures: Measures) -> list[Block]:
    times = [_times(lot, number, measures) for number in range(len(lot.visits))]
    left, width = at * measures.column + 2, measures.column - length(8)
    slim = length(_SLIM)
    lanes = lay_out(times, max(2, (width - slim) // length(_LEAST_LANE) + 1))
    found = []
    for placed in lanes.placed:
        room, count = (
            (width - slim, placed.lanes - 1) if placed.is_crowded else (width, placed.lanes)
        )
        x = left + placed.lane * room // count
        right = left + (placed.lane + placed.wide) * room // count
        visit = lot.visits[placed.at]
        rect = _rect(x, right, times[placed.at], measures)
        found.append(Block(rect, Stop(at, visit.start, visit)))
    for more in lanes.more:
        hidden = tuple(lot.visits[number] for number in more.hidden)
        rect = _rect(left + width - slim, left + width, (more.start, more.end), measures)
        found.append(Block(rect, Stop(at, min(visit.start for visit in hidden), None, hidden)))
    return found


def _times(lot: Lot, number: int, measures: Measures) -> tuple[int, int]:
    visit = lot.visits[number]
    start = minutes_of(visit.start)
    last = DAY_MINUTES if visit.end.date() > visit.start.date() else minutes_of(visit.end)
    return start, max(last, start + measures.least_minutes)


def _rect(left: int, right: int, times: tuple[int, int], measures: Measures) -> QRect:
    top, end = measures.y_of(times[0]), measures.y_of(times[1])
    return QRect(QPoint(left, top + 1), QPoint(right - 2, end - 1))


def stops_of(sheet: Sheet, blocks: Sequence[Sequence[Block]]) -> list[list[Stop]]:
    """Answer the stops of each column in order of time: blocks, and free half hours between."""
    found = []
    for at, lot in enumerate(sheet.lots):
        taken = [block.stop for block in blocks[at]]
        stops = taken + [stop for stop in _free(lot, at) if not _is_taken(stop, lot)]
        stops.sort(key=lambda stop: (stop.start, stop.is_free, stop.visit is None))
        found.append(stops)
    return found


def _free(lot: Lot, at: int) -> list[Stop]:
    midnight = datetime.combine(lot.day, time.min)
    return [
        Stop(at, midnight + timedelta(minutes=minute))
        for minute in range(_FREE_FROM, _FREE_UNTIL, FREE_STEP)
    ]


def _is_taken(stop: Stop, lot: Lot) -> bool:
    """Answer whether a visit covers a free half hour's beginning."""
    return any(visit.start <= stop.start < visit.end for visit in lot.visits)


def minutes_of(moment: datetime) -> int:
    """Answer the minutes since midnight."""
    return moment.hour * _HOUR + moment.minute


def moment_of(lot: Lot, minute: int) -> datetime:
    """Answer a minute of a lot's day."""
    return datetime.combine(lot.day, time.min) + timedelta(minutes=minute)
