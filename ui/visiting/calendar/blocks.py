"""Paints one visit of a calendar: in a line, or as a block as high as it lasts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from app.visiting.rules import VisitStatus
from resources.text import _
from ui import formats
from ui.palette import Role
from ui.style import length
from ui.visiting.words import status_icon, status_tone, status_words, time_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QFont, QPainter

    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.ink import Ink

_TONES = MappingProxyType(
    {
        "primary": (Role.PRIMARY_TINT, Role.PRIMARY),
        "done": (Role.DONE_TINT, Role.DONE),
        "attention": (Role.ATTENTION_TINT, Role.ATTENTION),
        "quiet": (Role.HOVER, Role.QUIET),
    }
)
_CORNER = 4
_NARROW = 84
"""Pixels at 100 % below which the time stands beside the icon, and names below it."""
_LEAST_NAME = 76
"""Pixels at 100 % that a name needs before there is room for the time beside it."""
_LINES_FOR_TWO = 3
"""From so many lines on, a name may take two of them."""


class VisitPainter:
    """Paints visits with an ink; the status is an icon, its tone and, with room, its word."""

    def __init__(self, ink: Ink) -> None:
        """Paint with an ink."""
        self._ink = ink

    def line(self, painter: QPainter, rect: QRect, visit: VisitRow, now: datetime) -> None:
        """Paint a visit as one line: icon, time, name."""
        bar = self._ground(painter, rect, visit, now)
        self._first_line(painter, rect.adjusted(length(7), 0, -2, 0), visit, now, bar)

    def block(
        self, painter: QPainter, rect: QRect, visit: VisitRow, now: datetime, *, with_visitor: bool
    ) -> None:
        """Paint a visit as a block; it says as much as it has room for."""
        bar = self._ground(painter, rect, visit, now)
        ink = self._ink
        inner = rect.adjusted(length(8), length(2), -length(3), -length(1))
        lines = max(1, inner.height() // ink.line)
        top = QRect(inner.left(), inner.top(), inner.width(), ink.line)
        if lines == 1:
            middle = QRect(inner.left(), rect.top(), inner.width(), rect.height())
            self._first_line(painter, middle, visit, now, bar)
            return
        rest = self._name_lines(painter, top, visit, (now, bar), lines)
        below = _below(visit, now, with_visitor=with_visitor)
        for number, words in enumerate(self._fitting(below, inner.width(), rest)):
            line = top.translated(0, ink.line * (lines - rest + number))
            ink.write(painter, line, words, ink.small, Role.QUIET)

    def more(self, painter: QPainter, rect: QRect, count: int) -> None:
        """Paint how many visits there is no room for."""
        ink = self._ink
        painter.setPen(ink.colour(Role.CONTROL_LINE))
        painter.setBrush(ink.colour(Role.RAISED))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), _CORNER, _CORNER)
        align = Qt.AlignmentFlag.AlignCenter
        words = self.more_words(count, rect.width() - 6)
        ink.write(painter, rect, words, ink.small_strong, Role.PRIMARY, align)

    def more_words(self, count: int, room: int) -> str:
        """Answer "+3 more", or where that has no room, "+3"."""
        words = _("+{count} more").format(count=count)
        fits = self._ink.width(words, self._ink.small_strong) <= room
        return words if fits else f"+{count}"

    def _ground(self, painter: QPainter, rect: QRect, visit: VisitRow, now: datetime) -> Role:
        """Paint the tint and the bar of a visit's status; answer the colour of the bar."""
        ink = self._ink
        tint, bar = _TONES[status_tone(visit, now)]
        painter.setPen(ink.colour(Role.LINE))
        painter.setBrush(ink.colour(tint))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), _CORNER, _CORNER)
        thick = length(3)
        painter.fillRect(
            QRect(rect.left(), rect.top() + 1, thick, rect.height() - 2), ink.colour(bar)
        )
        return bar

    def _first_line(
        self, painter: QPainter, rect: QRect, visit: VisitRow, now: datetime, bar: Role
    ) -> None:
        """Write icon, time and name beside each other."""
        ink = self._ink
        rest = self._with_icon(painter, rect, visit, now, bar)
        time = formats.show_time(visit.start)
        wide = ink.width(time, ink.small)
        if rest.width() - wide >= length(_LEAST_NAME):
            ink.write(painter, rest, time, ink.small, Role.QUIET)
            rest = rest.adjusted(wide + length(5), 0, 0, 0)
        font, role = self._name_ink(visit)
        ink.write(painter, rest, visit.client_name, font, role)

    def _name_lines(
        self,
        painter: QPainter,
        rect: QRect,
        visit: VisitRow,
        state: tuple[datetime, Role],
        lines: int,
    ) -> int:
        """Write the name, in a narrow block on two lines; answer how many lines are left."""
        ink, name = self._ink, visit.client_name
        rest = self._with_icon(painter, rect, visit, *state)
        if visit.series_id is not None and rest.width() >= length(_LEAST_NAME) + ink.icon:
            ink.draw_icon(painter, rest.right() - ink.icon, rest.top() + 2, "refresh", Role.QUIET)
            rest = rest.adjusted(0, 0, -ink.icon - length(3), 0)
        font, role = self._name_ink(visit)
        given, _space, family = name.rpartition(" ")
        if rect.width() < length(_NARROW):
            time = formats.show_time(visit.start)
            if ink.width(time, ink.small) <= rest.width():
                ink.write(painter, rest, time, ink.small, Role.QUIET)
            for number, words in enumerate(filter(None, (family, given)), start=1):
                if number < lines:
                    ink.write(painter, rect.translated(0, ink.line * number), words, font, role)
            return 0
        if lines < _LINES_FOR_TWO or not given or ink.width(name, font) <= rest.width():
            ink.write(painter, rest, name, font, role)
            return lines - 1
        ink.write(painter, rest, given, font, role)
        ink.write(painter, rect.translated(0, ink.line), family, font, role)
        return lines - 2

    def _fitting(self, below: Sequence[str], room: int, lines: int) -> list[str]:
        """Answer what is written on so many lines: on the last one all that fits side by side."""
        shown = list(below[:lines])
        for words in below[lines:]:
            longer = f"{shown[-1]} · {words}" if shown else ""
            if not shown or self._ink.width(longer, self._ink.small) > room:
                break
            shown[-1] = longer
        return shown

    def _with_icon(
        self, painter: QPainter, rect: QRect, visit: VisitRow, now: datetime, bar: Role
    ) -> QRect:
        """Draw the icon of the status; answer the room beside it."""
        ink = self._ink
        if rect.width() < ink.icon * 2:
            return rect
        y = rect.top() + (rect.height() - ink.icon) // 2
        ink.draw_icon(painter, rect.left(), y, status_icon(visit, now), bar)
        return rect.adjusted(ink.icon + length(4), 0, 0, 0)

    def _name_ink(self, visit: VisitRow) -> tuple[QFont, Role]:
        if visit.status is VisitStatus.CANCELLED:
            return self._ink.struck, Role.QUIET
        return self._ink.small_strong, Role.TEXT


def _below(visit: VisitRow, now: datetime, *, with_visitor: bool) -> tuple[str, ...]:
    """Answer what stands below the name, the most needed first."""
    who = (visit.visitor,) if with_visitor else ()
    if visit.instead_of:
        who = (*who, _("instead of {name}").format(name=visit.instead_of))
    return (time_words(visit), *who, status_words(visit, now), _(visit.place.label))
