"""Paints what stands above columns and before rows, and what is being dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPen

from ui.palette import Role
from ui.style import length
from ui.visiting.calendar.ink import CENTRE, LEFT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.visiting.calendar.ink import Ink
    from ui.visiting.calendar.places import Head


def paint_head(painter: QPainter, ink: Ink, rect: QRect, head: Head) -> None:
    """Paint a title with the number of a day beside it, and a quiet note below."""
    line = QRect(rect.left(), rect.top(), rect.width(), ink.height(ink.strong))
    title = ink.plain if head.number else ink.strong
    role = Role.QUIET if head.is_outside else Role.TEXT
    if head.number:
        role = Role.PRIMARY if head.is_today else Role.QUIET
    ink.write(painter, line, head.title, title, role)
    if head.number:
        start = rect.left() + ink.width(head.title, title) + length(6)
        rest = QRect(start, line.top(), rect.right() - start, line.height())
        paint_number(painter, ink, rest, head)
    if head.note:
        below = QRect(rect.left(), line.bottom(), rect.width(), ink.line)
        note = Role.ATTENTION if head.is_closed and head.number else Role.QUIET
        ink.write(painter, below, head.note, ink.small, note)


def paint_number(painter: QPainter, ink: Ink, rect: QRect, head: Head) -> int:
    """Paint the number of a day, the present one in a filled shape; answer how wide it is."""
    wide = ink.width(head.number, ink.strong)
    if head.is_today:
        high = ink.height(ink.strong)
        pill = QRect(rect.left(), rect.top(), max(wide + length(10), high), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour(Role.PRIMARY))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        ink.write(painter, pill, head.number, ink.strong, Role.ON_PRIMARY, CENTRE)
        return pill.width()
    role = Role.QUIET if head.is_outside else Role.TEXT
    font = ink.plain if head.is_outside else ink.strong
    ink.write(painter, rect, head.number, font, role, LEFT)
    return wide


def paint_ghost(painter: QPainter, ink: Ink, rect: QRect, words: str) -> None:
    """Paint where what is dragged would stand, and what it would be then."""
    painter.setPen(QPen(ink.colour(Role.PRIMARY), 2, Qt.PenStyle.DashLine))
    painter.setBrush(ink.colour(Role.PRIMARY_TINT))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
    line = QRect(rect.left() + length(8), rect.top(), rect.width() - length(10), ink.line + 4)
    ink.write(painter, line, words, ink.small_strong, Role.PRIMARY)
