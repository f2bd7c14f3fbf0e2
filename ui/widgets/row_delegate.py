"""Draws the cells of a table: one strong line, one quiet line, an icon, the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.fonts import base_font, with_even_digits
from ui.icons import icon_pixmap
from ui.palette import Role
from ui.style import colour, length, look, row_height, spacing
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from typing import Any

    from ui.widgets.columns import Column
    from ui.widgets.table_model import TableModel

TONES = {
    "": Role.TEXT,
    "quiet": Role.QUIET,
    "primary": Role.PRIMARY,
    "done": Role.DONE,
    "attention": Role.ATTENTION,
    "danger": Role.DANGER,
}
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_SIDES = {
    # Put together once: Python's flags take longer than the drawing of a short word.
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | _ONE_LINE,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _ONE_LINE,
    "center": Qt.AlignmentFlag.AlignHCenter | _ONE_LINE,
}
_ELIDED = Qt.TextElideMode.ElideRight
_CHOSEN = QStyle.StateFlag.State_Selected
_POINTED_AT = QStyle.StateFlag.State_MouseOver
_MOST_SHOWN = 400
_QUIET_STEP = 0.9
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws everything itself: the fastest way, and the same in all themes."""

    def __init__(self) -> None:
        """Take the fonts of the look in use."""
        super().__init__()
        self.take_look()

    def take_look(self) -> None:
        """Take fonts again after the look changed."""
        self.plain = with_even_digits(base_font(look().scale))
        self.strong = QFont(self.plain)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.quiet = QFont(self.plain)
        self.quiet.setPointSizeF(self.plain.pointSizeF() * _QUIET_STEP)
        self.metrics = {
            id(font): QFontMetrics(font) for font in (self.plain, self.strong, self.quiet)
        }

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Answer the room that a cell wants."""
        model = cast("TableModel[Any]", index.model())
        column, row = model.columns[index.column()], model.rows[index.row()]
        return QSize(self.wanted_width(column, row), row_height(2 if column.quiet else 1))

    def wanted_width(self, column: Column[Any], row: object) -> int:
        """Answer the width in pixels that a row wants in a column."""
        font = self._font(column, row)
        wide = self.metrics[id(font)].horizontalAdvance(_line(column.text(row)))
        if column.quiet:
            quiet = self.metrics[id(self.quiet)].horizontalAdvance(_line(column.quiet(row)))
            wide = max(wide, quiet)
        icon = length(18) + spacing(8) if column.icon else 0
        return wide + icon + 2 * spacing(10) + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        model = cast("TableModel[Any]", index.model())
        column, row = model.columns[index.column()], model.rows[index.row()]
        state = option.state
        rect = option.rect
        chosen = bool(state & _CHOSEN)
        painter.save()
        if chosen:
            painter.fillRect(rect, colour(Role.SELECTION))
        elif state & _POINTED_AT:
            painter.fillRect(rect, colour(Role.HOVER))
        painter.setPen(colour(Role.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_words(
            painter, rect.adjusted(spacing(10), 0, -spacing(10), 0), column, row, chosen=chosen
        )
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, column: Column[Any], row: object, *, chosen: bool
    ) -> None:
        role = Role.ON_SELECTION if chosen else TONES[column.tone(row) if column.tone else ""]
        if column.icon and (name := column.icon(row)):
            self._paint_icon(painter, rect, name, role)
        if column.icon:
            rect = rect.adjusted(length(18) + spacing(8), 0, 0, 0)
        quiet = _line(column.quiet(row)) if column.quiet else ""
        font = self._font(column, row)
        first = self.metrics[id(font)]
        if not quiet:
            self._line(painter, rect, _line(column.text(row)), font, role, column.align)
            return
        second = self.metrics[id(self.quiet)]
        tight = length(2)
        top = rect.top() + (rect.height() - first.height() - second.height() + tight) // 2
        upper = QRect(rect.left(), top, rect.width(), first.height())
        lower = QRect(rect.left(), top + first.height() - tight, rect.width(), second.height())
        self._line(painter, upper, _line(column.text(row)), font, role, column.align)
        quiet_role = Role.ON_SELECTION if chosen else Role.QUIET
        self._line(painter, lower, quiet, self.quiet, quiet_role, column.align)

    def _line(
        self, painter: QPainter, rect: QRect, words: str, font: QFont, role: Role, align: str
    ) -> None:
        metrics = self.metrics[id(font)]
        fitting = metrics.elidedText(words, _ELIDED, rect.width())
        painter.setFont(font)
        painter.setPen(colour(role))
        painter.drawText(rect, _SIDES[align], fitting)

    def _paint_icon(self, painter: QPainter, rect: QRect, name: str, role: Role) -> None:
        size = length(18)
        ratio = painter.device().devicePixelRatioF()
        top = rect.top() + (rect.height() - size) // 2
        painter.drawPixmap(rect.left(), top, icon_pixmap(name, role, size, ratio))

    def _font(self, column: Column[Any], row: object) -> QFont:
        strong = column.strong(row) if callable(column.strong) else column.strong
        return self.strong if strong or column.quiet else self.plain


def _line(words: str) -> str:
    """Answer the beginning of a text on one line: no cell shows more."""
    return shown(words[:_MOST_SHOWN]).replace("\n", " ")
