"""Paints one day of a tour in a month: icon of its state, time, name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from app.mobile_advice.tours.rules import DayState
from ui.mobile_advice.tours.day_words import state_icon
from ui.palette import Role
from ui.style import length
from ui.visiting.calendar.blocks import VisitPainter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QPainter

    from app.mobile_advice.tours.rows import DayRow
    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.ink import Ink

_TONES = {
    DayState.PLANNED: (Role.ATTENTION_TINT, Role.ATTENTION),
    DayState.CONFIRMED: (Role.DONE_TINT, Role.DONE),
    DayState.HELD: (Role.HOVER, Role.QUIET),
    DayState.CANCELLED: (Role.HOVER, Role.QUIET),
}
_CORNER = 4
_LEAST_NAME = 64
"""Pixels at 100 % that a name needs before there is room for the time beside it."""


class TourPainter(VisitPainter):
    """The calendar paints visits; a tour is known by the key that its visit bears."""

    def __init__(self, ink: Ink) -> None:
        """Paint with an ink; `rows` are the days that are shown."""
        super().__init__(ink)
        self.rows: Mapping[UUID, DayRow] = {}

    def line(self, painter: QPainter, rect: QRect, visit: VisitRow, now: datetime) -> None:
        """Paint a day of a tour as one line."""
        del now
        row, ink = self.rows[visit.id], self._ink
        tint, bar = _TONES[DayState(row.state)]
        painter.setPen(ink.colour(Role.LINE))
        painter.setBrush(ink.colour(tint))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), _CORNER, _CORNER)
        edge = QRect(rect.left(), rect.top() + 1, length(3), rect.height() - 2)
        painter.fillRect(edge, ink.colour(bar))
        rest = rect.adjusted(length(7), 0, -2, 0)
        if rest.width() >= ink.icon * 2:
            y = rest.top() + (rest.height() - ink.icon) // 2
            ink.draw_icon(painter, rest.left(), y, state_icon(row.state), bar)
            rest = rest.adjusted(ink.icon + length(4), 0, 0, 0)
        time = f"{row.start:%H:%M}"
        wide = ink.width(time, ink.small)
        if rest.width() - wide >= length(_LEAST_NAME):
            ink.write(painter, rest, time, ink.small, Role.QUIET)
            rest = rest.adjusted(wide + length(5), 0, 0, 0)
        is_off = row.state == DayState.CANCELLED
        font = ink.struck if is_off else ink.small_strong
        ink.write(painter, rest, row.tour, font, Role.QUIET if is_off else Role.TEXT)
