"""Grid and queue: side by side where there is room, otherwise below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.style import length, spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_WIDE = 580


class BoardHalves(QWidget):
    """The grid is wider than the queue."""

    def __init__(self, grid: QWidget, queue: QWidget) -> None:
        """Put both side by side."""
        super().__init__()
        self._grid, self._queue = grid, queue
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing(16))
        self._line.addWidget(grid, 3)
        self._line.addWidget(queue, 2)

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the wider one: both can stand below each other."""
        hints = (self._grid.minimumSizeHint(), self._queue.minimumSizeHint())
        return QSize(max(hint.width() for hint in hints), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange both anew."""
        super().resizeEvent(event)
        across = self.width() >= length(_WIDE)
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if across else direction.TopToBottom
        if wanted != self._line.direction():
            self._line.setDirection(wanted)
