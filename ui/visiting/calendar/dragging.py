"""What is under way while the mouse drags on a calendar: a visit is moved, lengthened or begun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Drag:
    """One way of dragging; `target` answers where it would end and what it says there."""

    began: QPoint
    target: Callable[[QPoint], tuple[QRect, str]]
    """Where in the viewport the dragged would stand, and its time in words."""
    put: Callable[[QPoint], object]
    """Ends it at a place."""
    shape: Qt.CursorShape = Qt.CursorShape.ClosedHandCursor
    is_under_way: bool = False
    pos: QPoint | None = None

    def moved_to(self, pos: QPoint) -> bool:
        """Go on to a place; answer whether that is more than a trembling hand."""
        self.pos = pos
        if not self.is_under_way:
            way = (pos - self.began).manhattanLength()
            self.is_under_way = way >= QApplication.startDragDistance()
        return self.is_under_way

    def drop(self) -> None:
        """End where it is."""
        if self.pos is not None:
            self.put(self.pos)

    def shown(self) -> tuple[QRect, str] | None:
        """Answer where the dragged would stand, or None before it is under way."""
        return self.target(self.pos) if self.is_under_way and self.pos is not None else None
