"""Paints a grid of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from resources.text import _
from ui.palette import Role
from ui.style import length
from ui.visiting.calendar.heads import paint_ghost, paint_head, paint_number
from ui.visiting.calendar.ink import CENTRE, LEFT, RIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.visiting.calendar.faces import Cells
    from ui.visiting.calendar.places import Head, Stop


class CellPaint:
    """Paints from behind to the front: cells, their visits, the heads."""

    def __init__(self, grid: Cells) -> None:
        """Paint for a grid."""
        self._grid = grid

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what is exposed of the viewport."""
        grid, room = self._grid, self._grid.room()
        painter.fillRect(exposed, grid.ink.colour(Role.SURFACE))
        painter.save()
        painter.setClipRect(room)
        for lot in range(len(grid.sheet.lots)):
            cell = grid.measures.cell(lot).translated(grid.origin())
            if cell.intersects(exposed) and cell.intersects(room):
                self._cell(painter, cell, lot)
        self._current(painter)
        if grid.drag is not None and (shown := grid.drag.shown()):
            paint_ghost(painter, grid.ink, *shown)
        painter.restore()
        self._rows(painter, room)
        self._heads(painter, room)

    def _cell(self, painter: QPainter, cell: QRect, lot: int) -> None:
        grid, ink = self._grid, self._grid.ink
        head = self._head_of(lot)
        if head is not None and (head.is_closed or head.is_outside):
            painter.fillRect(cell, ink.colour(Role.WINDOW))
        painter.setPen(ink.colour(Role.LINE))
        painter.drawLine(cell.left(), cell.bottom(), cell.right(), cell.bottom())
        painter.drawLine(cell.right(), cell.top(), cell.right(), cell.bottom())
        if grid.sheet.cells and head is not None:
            self._number(painter, cell, lot, head)
        for number, stop in enumerate(grid.stops[lot]):
            if not stop.is_free:
                rect = grid.measures.rect(stop, number).translated(grid.origin())
                self._stop(painter, rect, stop)

    def _number(self, painter: QPainter, cell: QRect, lot: int, head: Head) -> None:
        ink = self._grid.ink
        height = ink.height(ink.strong)
        wide = cell.width() - length(10)
        if self._grid.stops[lot][-1].hidden:
            wide //= 2
        line = QRect(cell.left() + length(6), cell.top() + length(3), wide, height)
        wide = paint_number(painter, ink, line, head)
        if head.note:
            rest = line.adjusted(wide + length(8), 0, 0, 0)
            ink.write(painter, rest, head.note, ink.small, Role.ATTENTION)

    def _stop(self, painter: QPainter, rect: QRect, stop: Stop) -> None:
        grid, ink = self._grid, self._grid.ink
        if stop.visit is not None:
            grid.painter.line(painter, rect, stop.visit, grid.sheet.now)
        else:
            above = grid.measures.counts_above
            inner = rect.adjusted(length(4 if above else 7), 0, -length(4), 0)
            align = RIGHT if above else LEFT
            words = grid.painter.more_words(len(stop.hidden), inner.width())
            ink.write(painter, inner, words, ink.small_strong, Role.PRIMARY, align)

    def _head_of(self, lot: int) -> Head | None:
        sheet = self._grid.sheet
        if sheet.cells:
            return sheet.cells[lot]
        return sheet.rows[lot // sheet.across] if sheet.rows else None

    def _current(self, painter: QPainter) -> None:
        grid = self._grid
        if grid.stop is not None and (grid.hasFocus() or grid.stop.visit is not None):
            grid.ink.ring(painter, grid.rect_of(grid.stop), has_focus=grid.hasFocus())

    def _rows(self, painter: QPainter, room: QRect) -> None:
        """Write the number of each week, or each day of a week, before its row."""
        grid, measures, ink = self._grid, self._grid.measures, self._grid.ink
        bar = QRect(0, room.top(), room.left(), room.height())
        painter.fillRect(bar, ink.colour(Role.RAISED))
        painter.save()
        painter.setClipRect(bar)
        for number, head in enumerate(grid.sheet.rows):
            y = grid.origin().y() + number * measures.row
            painter.setPen(ink.colour(Role.LINE))
            painter.drawLine(0, y + measures.row - 1, bar.right(), y + measures.row - 1)
            rect = QRect(length(6), y + length(4), bar.width() - length(8), measures.row)
            if grid.sheet.by_visitor:
                paint_head(painter, ink, rect, head)
            else:
                line = QRect(0, y + length(4), bar.width(), ink.line)
                ink.write(painter, line, head.number, ink.small, Role.QUIET, CENTRE)
        painter.restore()
        painter.setPen(ink.colour(Role.LINE))
        painter.drawLine(bar.right(), bar.top(), bar.right(), bar.bottom())

    def _heads(self, painter: QPainter, room: QRect) -> None:
        grid, measures, ink = self._grid, self._grid.measures, self._grid.ink
        bar = QRect(0, 0, grid.viewport().width(), measures.head)
        painter.fillRect(bar, ink.colour(Role.RAISED))
        painter.save()
        painter.setClipRect(QRect(room.left(), 0, room.width(), measures.head))
        for number, head in enumerate(grid.sheet.columns):
            x = grid.origin().x() + number * measures.column
            rect = QRect(x, 0, measures.column, measures.head)
            paint_head(painter, ink, rect.adjusted(length(6), length(5), -length(4), 0), head)
        painter.restore()
        if not grid.sheet.by_visitor and grid.sheet.rows:
            corner = QRect(0, 0, measures.gutter, measures.head)
            ink.write(painter, corner, _("Wk"), ink.small, Role.QUIET, CENTRE)
        painter.setPen(ink.colour(Role.CONTROL_LINE))
        painter.drawLine(0, measures.head - 1, bar.right(), measures.head - 1)
