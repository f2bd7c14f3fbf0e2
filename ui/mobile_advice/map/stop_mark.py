"""The number of a stop on a map: reached by keyboard, read aloud with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.palette import Role
from ui.style import colour, font_size, length

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.mobile_advice.map.map_sheet import MapStop

SIDE = 28


class StopMark(QAbstractButton):
    """A circle for a stop, a square with round corners for a visit at home."""

    def __init__(self, stop: MapStop, parent: QWidget) -> None:
        """Show a number."""
        super().__init__(parent)
        self.stop = stop
        self.setAccessibleName(stop.spoken)
        self.setToolTip(stop.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(str(stop.number))
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Be large enough for a finger at any size of the font."""
        return QSize(length(SIDE), length(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        is_lit = self.underMouse() or self.isDown() or self.hasFocus()
        painter.setBrush(colour(Role.PRIMARY_HOVER if is_lit else Role.PRIMARY))
        painter.setPen(QPen(colour(Role.SURFACE), 1.5))
        corner = length(6) if self.stop.is_home else inner.width() / 2
        painter.drawRoundedRect(inner, corner, corner)
        font = QFont(self.font())
        font.setPointSizeF(font_size())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour(Role.ON_PRIMARY))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())
