"""What dragging does in a grid of hours: move a visit, make it longer, begin a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt

from app.visiting.calendar.actions import Slot
from app.visiting.rules import VisitStatus
from ui import formats
from ui.visiting.calendar.dragging import Drag
from ui.visiting.calendar.places import NewVisit
from ui.visiting.calendar.time_blocks import DAY_MINUTES, SNAP, minutes_of, moment_of

if TYPE_CHECKING:
    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.faces import Hours
    from ui.visiting.calendar.places import Stop

_LATEST = DAY_MINUTES - 1


class TimeDrags:
    """Makes the drags of one grid."""

    def __init__(self, grid: Hours) -> None:
        """Serve a grid."""
        self._grid = grid

    def begin(self, stop: Stop, pos: QPoint) -> Drag | None:
        """Answer what dragging from a stop would do; what is recorded stays where it is."""
        visit = stop.visit
        if visit is None:
            return None if stop.hidden else self._new(stop, pos)
        if visit.status is not VisitStatus.PLANNED:
            return None
        if self._grid.is_lower_edge(stop, pos):
            return self._lengthen(visit, stop, pos)
        return self._move(visit, pos)

    def _new(self, stop: Stop, pos: QPoint) -> Drag:
        first = _snapped(self._grid.minute_at(pos))
        return Drag(
            pos,
            partial(self._span_to, stop.lot, first),
            partial(self._plan, stop, first),
            Qt.CursorShape.SizeVerCursor,
        )

    def _move(self, visit: VisitRow, pos: QPoint) -> Drag:
        grasp = self._grid.minute_at(pos) - minutes_of(visit.start)
        return Drag(pos, partial(self._moved_to, visit, grasp), partial(self._put, visit, grasp))

    def _lengthen(self, visit: VisitRow, stop: Stop, pos: QPoint) -> Drag:
        return Drag(
            pos,
            partial(self._span_to, stop.lot, minutes_of(visit.start)),
            partial(self._end, visit),
            Qt.CursorShape.SizeVerCursor,
        )

    def _moved_to(self, visit: VisitRow, grasp: int, pos: QPoint) -> tuple[QRect, str]:
        slot, lot = self._slot(visit, grasp, pos)
        start = minutes_of(slot.start)
        lasts = minutes_of(slot.end) - start
        words = f"{formats.show_time_span(slot.start, slot.end)} {visit.client_name}"
        return self._grid.rect_between(lot, start, start + lasts), words

    def _put(self, visit: VisitRow, grasp: int, pos: QPoint) -> None:
        slot, _lot = self._slot(visit, grasp, pos)
        if slot != Slot(visit.start, visit.end, visit.visitor):
            self._grid.moved.emit(visit, slot)

    def _slot(self, visit: VisitRow, grasp: int, pos: QPoint) -> tuple[Slot, int]:
        """Answer to what time and whom a visit would move, and the column of that."""
        number = self._grid.lot_at(pos)
        lot = self._grid.lot(number)
        lasts = visit.end - visit.start
        minutes = int(lasts.total_seconds()) // 60
        start = _snapped(self._grid.minute_at(pos) - grasp)
        start = max(0, min(start, (_LATEST - minutes) // SNAP * SNAP))
        moment = moment_of(lot, start)
        return Slot(moment, moment + lasts, lot.visitor or visit.visitor), number

    def _span_to(self, lot: int, first: int, pos: QPoint) -> tuple[QRect, str]:
        start, end = self._between(first, pos)
        day = self._grid.lot(lot)
        words = formats.show_time_span(moment_of(day, start), moment_of(day, end))
        return self._grid.rect_between(lot, start, end), words

    def _between(self, first: int, pos: QPoint) -> tuple[int, int]:
        """Answer the span from a minute to a place, at least a quarter of an hour."""
        other = _snapped(self._grid.minute_at(pos) + SNAP // 2)
        start, end = min(first, other), max(first, other)
        return start, min(max(end, start + SNAP), _LATEST)

    def _plan(self, stop: Stop, first: int, pos: QPoint) -> None:
        lot = self._grid.lot(stop.lot)
        start, end = (moment_of(lot, minute).time() for minute in self._between(first, pos))
        self._grid.new_wanted.emit(NewVisit(lot.day, start, end, lot.visitor))

    def _end(self, visit: VisitRow, pos: QPoint) -> None:
        lot = self._grid.lot_at(pos)
        start, end = self._between(minutes_of(visit.start), pos)
        if start == minutes_of(visit.start):
            day = self._grid.lot(lot)
            moment = moment_of(day, end).replace(
                year=visit.start.year, month=visit.start.month, day=visit.start.day
            )
            if moment != visit.end:
                self._grid.moved.emit(visit, Slot(visit.start, moment, visit.visitor))


def _snapped(minute: int) -> int:
    return max(0, minute) // SNAP * SNAP
