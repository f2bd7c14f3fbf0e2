"""A grid of hours: days or visitors beside one another, visits as high as they last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt

from app.visiting.rules import VisitStatus
from ui.style import length
from ui.visiting.calendar.painted import PaintedCalendar
from ui.visiting.calendar.places import Stop
from ui.visiting.calendar.time_blocks import (
    DAY_MINUTES,
    FREE_STEP,
    Block,
    Measures,
    blocks_of,
    minutes_of,
    moment_of,
    stops_of,
)
from ui.visiting.calendar.time_drags import TimeDrags
from ui.visiting.calendar.time_paint import TimePaint

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ui.visiting.calendar.dragging import Drag
    from ui.visiting.calendar.places import Lot, Sheet

_MORNING = 8 * 60
_EDGE = 5
"""Pixels at the lower edge of a visit by which it is made longer."""


class TimeGrid(PaintedCalendar):
    """Hours from above, a column for each day or visitor; heads and hours stay in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty sheet."""
        super().__init__(parent)
        self.measures = Measures(1, 1, 1, 1, 1)
        self.blocks: list[list[Block]] = []
        self._drags = TimeDrags(self)
        self._paint = TimePaint(self)
        self._shown: tuple[str, bool] | None = None

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet; a new page begins at its first visit, or in the morning."""
        is_new = (sheet.title, sheet.by_visitor) != self._shown
        self._shown = (sheet.title, sheet.by_visitor)
        super().show_sheet(sheet)
        if is_new:
            self._begin_page()

    def lay_out(self) -> list[list[Stop]]:
        """Place every visit."""
        self.measures = self._measured()
        self.blocks = blocks_of(self.sheet, self.measures)
        self._set_ranges()
        return stops_of(self.sheet, self.blocks)

    def room(self) -> QRect:
        """Answer the part of the viewport beside the hours and below the heads."""
        port = self.viewport().rect()
        return port.adjusted(self.measures.gutter, self.measures.head, 0, 0)

    def origin(self) -> QPoint:
        """Answer where midnight of the first column is in the viewport."""
        return QPoint(
            self.measures.gutter - self.horizontalScrollBar().value(),
            self.measures.head - self.verticalScrollBar().value(),
        )

    def rect_of(self, stop: Stop) -> QRect:
        """Answer where a stop stands in the viewport."""
        if stop.lot >= len(self.blocks):
            return QRect()
        for block in self.blocks[stop.lot]:
            if block.stop == stop:
                return block.rect.translated(self.origin())
        start = minutes_of(stop.start)
        return self.rect_between(stop.lot, start, start + FREE_STEP)

    def rect_between(self, lot: int, start: int, end: int) -> QRect:
        """Answer the viewport's part of a column from one minute to another."""
        measures = self.measures
        top, bottom = measures.y_of(start), measures.y_of(min(end, DAY_MINUTES))
        rect = QRect(
            lot * measures.column + 2, top + 1, measures.column - length(8), bottom - top - 1
        )
        return rect.translated(self.origin())

    def lot_at(self, pos: QPoint) -> int:
        """Answer the number of the column at a place, the nearest beside them."""
        x = pos.x() - self.origin().x()
        return min(max(x // self.measures.column, 0), len(self.sheet.lots) - 1)

    def minute_at(self, pos: QPoint) -> int:
        """Answer the minute of the day at a place."""
        return self.measures.minute_at(pos.y() - self.origin().y())

    def lot(self, number: int) -> Lot:
        """Answer a column's lot."""
        return self.sheet.lots[number]

    def stop_at(self, pos: QPoint) -> Stop | None:
        """Answer what stands at a place: a visit, or the free half hour there."""
        if not self.sheet.lots or not self.room().contains(pos):
            return None
        inner = pos - self.origin()
        if inner.x() >= self.measures.column * len(self.sheet.lots):
            return None
        number = self.lot_at(pos)
        for block in self.blocks[number]:
            if block.rect.contains(inner):
                return block.stop
        minute = self.minute_at(pos) // FREE_STEP * FREE_STEP
        return Stop(number, moment_of(self.lot(number), minute))

    def place_at(self, stop: Stop) -> None:
        """Go to what was pointed at; free time at night has no stop of its own."""
        super().place_at(stop)
        if stop.is_free and self.stop != stop:
            self.cursor_place.go_to(stop.start, lot=stop.lot)

    def head_day(self, pos: QPoint) -> object:
        """Answer the day whose head is at a place."""
        if pos.y() >= self.measures.head or pos.x() < self.measures.gutter or not self.sheet.lots:
            return None
        number = (pos.x() - self.origin().x()) // self.measures.column
        heads = self.sheet.columns
        return heads[number].day if 0 <= number < len(heads) and len(heads) > 1 else None

    def is_lower_edge(self, stop: Stop, pos: QPoint) -> bool:
        """Answer whether a place is where a planned visit is made longer or shorter."""
        if stop.visit is None or stop.visit.status is not VisitStatus.PLANNED:
            return False
        rect = self.rect_of(stop)
        return rect.height() > 3 * _EDGE and rect.bottom() - pos.y() <= _EDGE

    def shape_at(self, pos: QPoint) -> Qt.CursorShape:
        """Answer how the pointer looks: over a lower edge a visit can be made longer."""
        stop = self.stop_at(pos)
        if stop is not None and self.is_lower_edge(stop, pos):
            return Qt.CursorShape.SizeVerCursor
        return super().shape_at(pos)

    def begin_drag(self, stop: Stop, pos: QPoint) -> Drag | None:
        """Answer what dragging from a stop would do."""
        return self._drags.begin(stop, pos)

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what is exposed."""
        self._paint.paint(painter, exposed)

    def _begin_page(self) -> None:
        """Begin at the first visit of the page, or where the day begins."""
        starts = [minutes_of(visit.start) for lot in self.sheet.lots for visit in lot.visits]
        minute = min([*starts, _MORNING])
        self.verticalScrollBar().setValue(self.measures.y_of(minute) - self.measures.hour // 3)

    def _measured(self) -> Measures:
        gutter = self.ink.width("00:00", self.ink.small) + length(16)
        has_notes = any(head.note for head in self.sheet.columns)
        head = self.ink.height(self.ink.strong) + length(10) + self.ink.line * has_notes
        count = max(1, len(self.sheet.lots))
        least = length(140 if self.sheet.by_visitor else 92)
        column = max(least, (self.viewport().width() - gutter) // count)
        return Measures(gutter, head, length(48), column, self.ink.line + length(3))

    def _set_ranges(self) -> None:
        """Let the bars scroll over all hours and columns."""
        measures, port = self.measures, self.viewport().size()
        high, wide = measures.y_of(DAY_MINUTES), measures.column * len(self.sheet.lots)
        along, across = self.verticalScrollBar(), self.horizontalScrollBar()
        along.setRange(0, max(0, high - port.height() + measures.head))
        along.setPageStep(max(1, port.height() - measures.head))
        along.setSingleStep(measures.hour // 2)
        across.setRange(0, max(0, wide - port.width() + measures.gutter))
        across.setPageStep(max(1, port.width() - measures.gutter))
        across.setSingleStep(measures.column // 2)
