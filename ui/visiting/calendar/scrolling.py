"""Scrolls a painted calendar to what is wanted, and along with what is dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea


def bring_into_sight(area: QAbstractScrollArea, rect: QRect, room: QRect) -> None:
    """Scroll until a rectangle of the viewport is in the part of it that scrolls."""
    if rect.isEmpty():
        return
    across, along = area.horizontalScrollBar(), area.verticalScrollBar()
    along.setValue(along.value() + _beyond(rect.top(), rect.bottom(), room.top(), room.bottom()))
    across.setValue(across.value() + _beyond(rect.left(), rect.right(), room.left(), room.right()))


def follow(area: QAbstractScrollArea, pos: QPoint, room: QRect) -> None:
    """Scroll while something is dragged over an edge."""
    bring_into_sight(area, QRect(pos, QSize(1, 1)), room)


def _beyond(low: int, high: int, least: int, most: int) -> int:
    """Answer by how many pixels something lies outside."""
    if low < least or high - low > most - least:
        return low - least
    return max(0, high - most)
