"""A chart of bars beside their words, in the colours of the theme; told in words as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import Role
from ui.style import colour, length, spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_LABELS = 0.36
"""Part of the width that the words take."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: its words, its figure as it is shown, and how long the bar is."""

    words: str
    figure: str
    share: float
    """Of the longest bar, from 0 to 1."""
    is_told: bool = True
    """Whether there is a figure at all; else a hatched piece stands there."""
    other_share: float | None = None
    """Of what it is compared with; None where nothing is."""
    other_figure: str = ""


class BarChart(QWidget):
    """Shows bars below each other; whoever cannot see them hears every line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without bars."""
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def bars(self) -> tuple[Bar, ...]:
        """Answer the bars that are shown."""
        return self._bars

    def show_bars(self, name: str, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars, self._name = tuple(bars), name
        self.setAccessibleName(name)
        told = (" ".join(filter(None, (bar.words, bar.figure, bar.other_figure))) for bar in bars)
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Answer room for every bar."""
        return QSize(length(320), self._line() * max(1, len(self._bars)) + spacing(8))

    def minimumSizeHint(self) -> QSize:
        """Answer the same height in less width."""
        return QSize(length(180), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, bars and figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, bar in enumerate(self._bars):
            self._paint(painter, bar, at * self._line() + spacing(4))

    def _line(self) -> int:
        return self.fontMetrics().height() + spacing(12)

    def _paint(self, painter: QPainter, bar: Bar, top: int) -> None:
        metrics, height = self.fontMetrics(), self._line() - spacing(6)
        left = int(self.width() * _LABELS)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour(Role.TEXT))
        words = metrics.elidedText(bar.words, Qt.TextElideMode.ElideRight, left - spacing(8))
        painter.drawText(QRectF(0, top, left - spacing(8), height), middle, words)
        figure_room = metrics.horizontalAdvance("0") * 6
        room = self.width() - left - figure_room - spacing(8)
        if not bar.is_told:
            self._hatch(painter, QRectF(left, top + 2, spacing(24), height - 4))
            end = float(left + spacing(24))
        else:
            end = left + self._bar(painter, bar, left, top, room, height)
        painter.setPen(colour(Role.TEXT))
        painter.drawText(QRectF(end + spacing(6), top, figure_room, height), middle, bar.figure)

    def _bar(
        self, painter: QPainter, bar: Bar, left: int, top: int, room: int, height: int
    ) -> float:
        """Paint a bar, and a thin one below it for what it is compared with; answer its length."""
        whole = max(2.0, bar.share * room)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Role.PRIMARY))
        thick = height - 4 if bar.other_share is None else (height - 4) * 0.6
        painter.drawRoundedRect(QRectF(left, top + 2, whole, thick), 3, 3)
        if bar.other_share is not None:
            painter.setBrush(colour(Role.CONTROL_LINE))
            rest = QRectF(
                left, top + 4 + thick, max(2.0, bar.other_share * room), height - 8 - thick
            )
            painter.drawRoundedRect(rest, 2, 2)
            whole = max(whole, rest.width())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return whole

    def _hatch(self, painter: QPainter, area: QRectF) -> None:
        """Paint what stands for a withheld figure."""
        painter.save()
        frame = QPainterPath()
        frame.addRoundedRect(area, 3, 3)
        painter.setPen(QPen(colour(Role.CONTROL_LINE), 1))
        painter.drawPath(frame)
        painter.setClipPath(frame)
        x = area.left() - area.height()
        while x < area.right():
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
            x += spacing(5)
        painter.restore()
