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
    from collections.abc import Iterator
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
        self._name_line(painter, top, visit, now, bar)
        for words in list(_below(visit, now, with_visitor=with_visitor))[: lines - 1]:
            top = top.translated(0, ink.line)
            ink.write(painter, top, words, ink.small, Role.QUIET)

    def more(self, painter: QPainter, rect: QRect, count: int) -> None:
        """Paint how many visits there is no room for."""
        ink = self._ink
        painter.setPen(ink.colour(Role.CONTROL_LINE))
        painter.setBrush(ink.colour(Role.RAISED))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), _CORNER, _CORNER)
        words = more_words(count)
        if ink.width(words, ink.small_strong) > rect.width() - 6:
            words = f"+{count}"
        align = Qt.AlignmentFlag.AlignCenter
        ink.write(painter, rect, words, ink.small_strong, Role.PRIMARY, align)

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
        if rest.width() > wide * 2:
            ink.write(painter, rest, time, ink.small, Role.QUIET)
            rest = rest.adjusted(wide + length(5), 0, 0, 0)
        font, role = self._name_ink(visit)
        ink.write(painter, rest, visit.client_name, font, role)

    def _name_line(
        self, painter: QPainter, rect: QRect, visit: VisitRow, now: datetime, bar: Role
    ) -> None:
        rest = self._with_icon(painter, rect, visit, now, bar)
        font, role = self._name_ink(visit)
        self._ink.write(painter, rest, visit.client_name, font, role)

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


def _below(visit: VisitRow, now: datetime, *, with_visitor: bool) -> Iterator[str]:
    """Answer the lines below the name, the most needed first."""
    yield time_words(visit)
    if with_visitor:
        yield visit.visitor
    yield status_words(visit, now)
    yield _(visit.place.label)


def more_words(count: int) -> str:
    """Answer "+3 more"."""
    return _("+{count} more").format(count=count)
