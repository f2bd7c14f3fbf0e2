"""Paints a grid of hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPen

from ui.palette import Role
from ui.style import length
from ui.visiting.calendar.heads import paint_ghost, paint_head
from ui.visiting.calendar.ink import RIGHT
from ui.visiting.calendar.time_blocks import DAY_MINUTES, minutes_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.visiting.calendar.faces import Hours

_HOUR = 60


class TimePaint:
    """Paints from behind to the front: hours, visits, the present time, the heads."""

    def __init__(self, grid: Hours) -> None:
        """Paint for a grid."""
        self._grid = grid

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what is exposed of the viewport."""
        grid, room = self._grid, self._grid.room()
        painter.fillRect(exposed, grid.ink.colour(Role.SURFACE))
        painter.save()
        painter.setClipRect(room)
        self._ground(painter, room)
        self._visits(painter, room)
        self._now(painter, room)
        self._current(painter)
        if grid.drag is not None and (shown := grid.drag.shown()):
            paint_ghost(painter, grid.ink, *shown)
        painter.restore()
        self._hours(painter, room)
        self._heads(painter, room)

    def _ground(self, painter: QPainter, room: QRect) -> None:
        """Paint closed days darker, a line for each hour, and one between the columns."""
        grid, measures, origin = self._grid, self._grid.measures, self._grid.origin()
        for number, head in enumerate(grid.sheet.columns):
            x = origin.x() + number * measures.column
            if head.is_closed:
                rect = QRect(x, room.top(), measures.column, room.height())
                painter.fillRect(rect, grid.ink.colour(Role.WINDOW))
        painter.setPen(grid.ink.colour(Role.LINE))
        for minute in range(0, DAY_MINUTES, _HOUR):
            y = origin.y() + measures.y_of(minute)
            painter.drawLine(room.left(), y, room.right(), y)
        for number in range(len(grid.sheet.columns) + 1):
            x = origin.x() + number * measures.column
            painter.drawLine(x, room.top(), x, room.bottom())

    def _visits(self, painter: QPainter, room: QRect) -> None:
        grid, origin = self._grid, self._grid.origin()
        inside = room.translated(-origin)
        by_visitor, now = grid.sheet.by_visitor, grid.sheet.now
        for block in (block for column in grid.blocks for block in column):
            if not block.rect.intersects(inside):
                continue
            rect = block.rect.translated(origin)
            if block.stop.visit is None:
                grid.painter.more(painter, rect, len(block.stop.hidden))
            else:
                visit = block.stop.visit
                grid.painter.block(painter, rect, visit, now, with_visitor=not by_visitor)

    def _now(self, painter: QPainter, room: QRect) -> None:
        """Paint the present time as a line across its day, with a dot where it begins."""
        grid, measures, origin = self._grid, self._grid.measures, self._grid.origin()
        now = grid.sheet.now
        y = origin.y() + measures.y_of(minutes_of(now))
        for number, lot in enumerate(grid.sheet.lots):
            if lot.day != now.date() or not room.top() <= y <= room.bottom():
                continue
            x = origin.x() + number * measures.column
            painter.setPen(QPen(grid.ink.colour(Role.DANGER), 2))
            painter.drawLine(x, y, x + measures.column, y)
            painter.setBrush(grid.ink.colour(Role.DANGER))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPoint(x + 1, y), length(4), length(4))

    def _current(self, painter: QPainter) -> None:
        grid = self._grid
        if grid.stop is not None and (grid.hasFocus() or grid.stop.visit is not None):
            grid.ink.ring(painter, grid.rect_of(grid.stop), has_focus=grid.hasFocus())

    def _hours(self, painter: QPainter, room: QRect) -> None:
        """Write the hours beside their lines."""
        grid, measures, origin = self._grid, self._grid.measures, self._grid.origin()
        ink = grid.ink
        painter.save()
        painter.setClipRect(QRect(0, room.top(), room.left(), room.height()))
        for hour in range(1, 24):
            y = origin.y() + measures.y_of(hour * _HOUR)
            rect = QRect(0, y - ink.line // 2, measures.gutter - length(8), ink.line)
            ink.write(painter, rect, f"{hour:02}:00", ink.small, Role.QUIET, RIGHT)
        painter.restore()

    def _heads(self, painter: QPainter, room: QRect) -> None:
        grid, measures, origin = self._grid, self._grid.measures, self._grid.origin()
        ink = grid.ink
        bar = QRect(0, 0, grid.viewport().width(), measures.head)
        painter.fillRect(bar, ink.colour(Role.RAISED))
        painter.save()
        painter.setClipRect(QRect(room.left(), 0, room.width(), measures.head))
        for number, head in enumerate(grid.sheet.columns):
            x = origin.x() + number * measures.column
            rect = QRect(x, 0, measures.column, measures.head)
            paint_head(
                painter, ink, rect.adjusted(length(8), length(4), -length(4), -length(4)), head
            )
            painter.setPen(ink.colour(Role.LINE))
            painter.drawLine(x, 0, x, measures.head)
        painter.restore()
        painter.setPen(ink.colour(Role.CONTROL_LINE))
        painter.drawLine(0, measures.head - 1, bar.right(), measures.head - 1)
