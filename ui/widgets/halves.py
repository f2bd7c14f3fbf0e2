"""Two halves of a page: side by side where there is room, otherwise below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.style import length, spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Halves(QWidget):
    """The first half is narrower; neither makes the page scroll sideways."""

    def __init__(
        self, first: QWidget, second: QWidget, parent: QWidget | None = None, *, wide: int
    ) -> None:
        """Put the halves side by side from `wide` pixels at 100 % on."""
        super().__init__(parent)
        self._wide = wide
        self._first, self._second = first, second
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing(24))
        self._line.addWidget(first, 2)
        self._line.addWidget(second, 3)

    def is_side_by_side(self) -> bool:
        """Answer whether the halves stand beside each other."""
        return self._line.direction() == QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the wider half: both can always stand below each other."""
        least = max(map(_least_width, (self._first, self._second)))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the halves anew."""
        super().resizeEvent(event)
        across = self.width() >= length(self._wide)
        if across == self.is_side_by_side():
            return
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if across else direction.TopToBottom)
        self._line.setStretch(0, 2 if across else 0)
        # Below each other the page scrolls, so the first half is shown whole.
        self._first.setMinimumHeight(0 if across else self._first.sizeHint().height())


def _least_width(half: QWidget) -> int:
    return max(half.minimumWidth(), half.minimumSizeHint().width())
