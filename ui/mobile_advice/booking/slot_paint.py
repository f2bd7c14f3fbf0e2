"""Draws a slot: who comes and how far it is, or that it is free."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui.fonts import base_font
from ui.palette import Role
from ui.style import colour, length, look, spacing
from ui.widgets.labels import shown
from ui.widgets.row_delegate import TONES

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.mobile_advice.booking.slot_model import Cell, Index, SlotModel

_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_QUIET_STEP = 0.9


class SlotPaint(QStyledItemDelegate):
    """A taken slot is a tinted block with a bar in the tone of its state."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        cell = cast("SlotModel", index.model()).cell(index)
        rect: QRect = option.rect
        painter.save()
        painter.fillRect(rect, colour(Role.WINDOW if cell.is_past else Role.SURFACE))
        if not cell.is_free:
            self._block(painter, rect, cell)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(colour(Role.FOCUS))
            for inset in range(length(2)):
                painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        self._words(painter, rect, cell)
        painter.restore()

    def _block(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        top = 0 if cell.goes_on else 1
        painter.fillRect(rect.adjusted(1, top, -1, -1), colour(Role.PRIMARY_TINT))
        bar = QRect(rect.left() + 1, rect.top() + top, length(4), rect.height() - top - 1)
        role = TONES[cell.tone] if cell.tone else Role.PRIMARY
        painter.fillRect(bar, colour(role))

    def _words(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        font = base_font(look().scale)
        quiet = QFont(font)
        quiet.setPointSizeF(font.pointSizeF() * _QUIET_STEP)
        if not cell.is_free:
            font.setWeight(QFont.Weight.DemiBold)
        inner = rect.adjusted(spacing(12), 0, -spacing(6), 0)
        if not cell.quiet:
            role = Role.QUIET if cell.is_free else Role.TEXT
            self._line(painter, inner, cell.words, quiet if cell.is_free else font, role)
            return
        half = rect.height() // 2
        upper = QRect(inner.left(), inner.top() + length(2), inner.width(), half)
        lower = QRect(inner.left(), inner.top() + half - length(1), inner.width(), half)
        self._line(painter, upper, cell.words, font, Role.TEXT)
        tone = TONES[cell.tone] if cell.tone else Role.QUIET
        self._line(painter, lower, cell.quiet, quiet, tone)

    def _line(self, painter: QPainter, rect: QRect, words: str, font: QFont, role: Role) -> None:
        painter.setFont(font)
        painter.setPen(colour(role))
        right = Qt.TextElideMode.ElideRight
        painter.drawText(
            rect, _ONE_LINE, QFontMetrics(font).elidedText(shown(words), right, rect.width())
        )
