"""A grid of days: a month in weeks, or a week of every visitor; a line for each visit."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from app.visiting.calendar.actions import Slot
from app.visiting.rules import VisitStatus
from ui.style import length
from ui.visiting.calendar.cell_blocks import CellMeasures, cell_stops
from ui.visiting.calendar.cell_paint import CellPaint
from ui.visiting.calendar.dragging import Drag
from ui.visiting.calendar.painted import PaintedCalendar
from ui.visiting.calendar.places import Stop

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from app.visiting.rows import VisitRow

_LEAST_LINES = 2


class CellGrid(PaintedCalendar):
    """Days as cells; what has no room is counted, and shown by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty sheet."""
        super().__init__(parent)
        self.measures = CellMeasures(1, 1, 1, 1, 1, 1, 1)
        self.stops: list[list[Stop]] = []
        self._paint = CellPaint(self)

    def lay_out(self) -> list[list[Stop]]:
        """Share the room out and see which visits have a line."""
        self.measures = self._measured()
        self.stops = cell_stops(self.sheet, self.measures)
        self._set_ranges()
        return self.stops

    def room(self) -> QRect:
        """Answer the part of the viewport beside and below the heads."""
        port = self.viewport().rect()
        return port.adjusted(self.measures.gutter, self.measures.head, 0, 0)

    def origin(self) -> QPoint:
        """Answer where the first cell is in the viewport."""
        return QPoint(
            self.measures.gutter - self.horizontalScrollBar().value(),
            self.measures.head - self.verticalScrollBar().value(),
        )

    def rect_of(self, stop: Stop) -> QRect:
        """Answer where a stop stands in the viewport: its line, or the whole of an empty cell."""
        if stop.lot >= len(self.stops):
            return QRect()
        stops = self.stops[stop.lot]
        number = stops.index(stop) if stop in stops else 0
        return self.measures.rect(stop, number).translated(self.origin())

    def lot_at(self, pos: QPoint) -> int | None:
        """Answer the number of the cell at a place of the viewport."""
        if not self.sheet.lots or not self.room().contains(pos):
            return None
        inner = pos - self.origin()
        column, row = inner.x() // self.measures.column, inner.y() // self.measures.row
        lot = row * self.measures.across + column
        return lot if column < self.measures.across and 0 <= lot < len(self.sheet.lots) else None

    def stop_at(self, pos: QPoint) -> Stop | None:
        """Answer what stands at a place: a visit, how many more, or the free day."""
        lot = self.lot_at(pos)
        if lot is None:
            return None
        inner = pos - self.origin()
        for number, stop in enumerate(self.stops[lot]):
            if not stop.is_free and self.measures.rect(stop, number).contains(inner):
                return stop
        return Stop(lot, datetime.combine(self.sheet.lots[lot].day, time.min), is_timed=False)

    def head_day(self, pos: QPoint) -> object:
        """Answer the day whose number, or whose head before a row, is at a place."""
        inner = pos - self.origin()
        if (
            pos.x() < self.measures.gutter
            and pos.y() >= self.measures.head
            and self.sheet.by_visitor
        ):
            row = inner.y() // self.measures.row
            return self.sheet.rows[row].day if 0 <= row < len(self.sheet.rows) else None
        lot = self.lot_at(pos)
        if lot is None or not self.sheet.cells:
            return None
        cell = self.measures.cell(lot)
        number = QRect(cell.left(), cell.top(), length(40), self.measures.top)
        return self.sheet.lots[lot].day if number.contains(inner) else None

    def begin_drag(self, stop: Stop, pos: QPoint) -> Drag | None:
        """Answer what dragging does: a planned visit goes to another day, or visitor."""
        visit = stop.visit
        if visit is None or visit.status is not VisitStatus.PLANNED:
            return None
        return Drag(pos, partial(self._target, visit), partial(self._drop, visit))

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what is exposed."""
        self._paint.paint(painter, exposed)

    def _target(self, visit: VisitRow, pos: QPoint) -> tuple[QRect, str]:
        lot = self.lot_at(pos)
        if lot is None:
            return QRect(), ""
        return self.measures.cell(lot).translated(self.origin()), visit.client_name

    def _drop(self, visit: VisitRow, pos: QPoint) -> None:
        lot = self.lot_at(pos)
        if lot is None:
            return
        to = self.sheet.lots[lot]
        by = timedelta(days=(to.day - visit.start.date()).days)
        slot = Slot(visit.start + by, visit.end + by, to.visitor or visit.visitor)
        if slot != Slot(visit.start, visit.end, visit.visitor):
            self.moved.emit(visit, slot)

    def _measured(self) -> CellMeasures:
        ink, by_visitor = self.ink, self.sheet.by_visitor
        gutter = ink.width("Wed 30" if by_visitor else "00", ink.strong) + length(22)
        head = ink.height(ink.strong) + length(12) + (ink.line if by_visitor else 0)
        across = self.sheet.across
        rows = max(1, len(self.sheet.lots) // across)
        port = self.viewport().size()
        top = length(4) if by_visitor else ink.height(ink.strong) + length(6)
        line = ink.line + length(3)
        least_row = top + _LEAST_LINES * (line + 2) + 2
        row = max(least_row, (port.height() - head) // rows)
        column = max(length(150 if by_visitor else 84), (port.width() - gutter) // across)
        return CellMeasures(
            gutter, head, column, row, top, line, across, counts_above=not by_visitor
        )

    def _set_ranges(self) -> None:
        """Let the bars scroll over all cells."""
        measures, port = self.measures, self.viewport().size()
        rows = -(-len(self.sheet.lots) // measures.across)
        along, across = self.verticalScrollBar(), self.horizontalScrollBar()
        along.setRange(0, max(0, rows * measures.row - port.height() + measures.head))
        along.setPageStep(max(1, port.height() - measures.head))
        along.setSingleStep(max(1, measures.row // 3))
        wide = measures.column * measures.across
        across.setRange(0, max(0, wide - port.width() + measures.gutter))
        across.setPageStep(max(1, port.width() - measures.gutter))
        across.setSingleStep(max(1, measures.column // 2))
