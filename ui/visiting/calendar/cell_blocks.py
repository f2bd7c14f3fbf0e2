"""The measures of a grid of days, and which visits have a line in each cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from ui.style import length
from ui.visiting.calendar.places import Stop

if TYPE_CHECKING:
    from ui.visiting.calendar.places import Lot, Sheet

_GAP = 2


@dataclass(frozen=True, slots=True)
class CellMeasures:
    """How wide and high things are, in pixels."""

    gutter: int
    head: int
    column: int
    row: int
    top: int
    """What the number of the day takes in a cell."""
    line: int
    """Height of one visit."""
    across: int
    counts_above: bool = False
    """Whether the number of further visits stands beside the number of the day."""

    @property
    def lines(self) -> int:
        """How many lines a cell has room for below its number."""
        return max(1, (self.row - self.top - _GAP) // (self.line + _GAP))

    def more_rect(self, lot: int) -> QRect:
        """Answer where a cell says how many more there are."""
        if not self.counts_above:
            return self.line_rect(lot, self.lines - 1)
        cell = self.cell(lot)
        half = cell.width() // 2
        return QRect(cell.left() + half, cell.top() + length(3), half - length(3), self.line)

    def rect(self, stop: Stop, number: int) -> QRect:
        """Answer where the stop with a number in its cell stands."""
        if stop.is_free:
            return self.cell(stop.lot).adjusted(1, 1, 0, 0)
        return self.more_rect(stop.lot) if stop.hidden else self.line_rect(stop.lot, number)

    def cell(self, lot: int) -> QRect:
        """Answer the rectangle of a cell, measured from the first one."""
        row, column = divmod(lot, self.across)
        return QRect(column * self.column, row * self.row, self.column, self.row)

    def line_rect(self, lot: int, number: int) -> QRect:
        """Answer the rectangle of a line in a cell."""
        cell = self.cell(lot)
        y = cell.top() + self.top + number * (self.line + _GAP)
        return QRect(cell.left() + length(3), y, cell.width() - length(6), self.line)


def cell_stops(sheet: Sheet, measures: CellMeasures) -> list[list[Stop]]:
    """Answer the stops of each cell: as many visits as have room, and how many more there are."""
    most = measures.lines
    crowded = most if measures.counts_above else most - 1
    return [_stops(lot, at, most, crowded) for at, lot in enumerate(sheet.lots)]


def _stops(lot: Lot, at: int, most: int, crowded: int) -> list[Stop]:
    visits = lot.visits
    if not visits:
        return [Stop(at, datetime.combine(lot.day, time.min), is_timed=False)]
    shown = visits if len(visits) <= most else visits[:crowded]
    stops = [Stop(at, visit.start, visit) for visit in shown]
    if len(shown) < len(visits):
        hidden = visits[len(shown) :]
        stops.append(Stop(at, hidden[0].start, None, hidden))
    return stops
