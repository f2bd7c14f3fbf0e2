"""A map beside what it belongs to, or below it where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style import length, spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.widgets.scroll_body import ScrollBody

_ACROSS = 800
"""Pixels at 100 % from which the map stands beside."""


class MapBeside(QWidget):
    """The map scrolls with the rest where it stands below it."""

    def __init__(self, side: QWidget, scroll: ScrollBody, map_side: QWidget) -> None:
        """Begin with the map below; `scroll` is the part of `side` that has room for it."""
        super().__init__()
        self._side, self._scroll, self._map = side, scroll, map_side
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing(24))
        self._line.addWidget(side, 2)
        self._put_below()

    def is_beside(self) -> bool:
        """Answer whether the map stands beside."""
        return self._line.indexOf(self._map) >= 0

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the rest: the map can always stand below it."""
        return QSize(self._side.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the map where there is room."""
        super().resizeEvent(event)
        across = self.width() >= length(_ACROSS)
        if across and not self.is_beside():
            self._scroll.body.removeWidget(self._map)
            self._line.addWidget(self._map, 3)
        elif not across and self.is_beside():
            self._line.removeWidget(self._map)
            self._put_below()

    def _put_below(self) -> None:
        # Before the room that is left at the end.
        self._scroll.body.insertWidget(self._scroll.body.count() - 1, self._map)
