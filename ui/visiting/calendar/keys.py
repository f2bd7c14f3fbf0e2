"""What each key does on a painted calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.visiting.calendar.actions import Slot

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.faces import View

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_QUARTER, _DAY = timedelta(minutes=15), timedelta(days=1)
_VISITS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEPS = {
    Qt.Key.Key_Up: -_QUARTER,
    Qt.Key.Key_Down: _QUARTER,
    Qt.Key.Key_Left: -_DAY,
    Qt.Key.Key_Right: _DAY,
}


def key_deed(view: View, event: QKeyEvent) -> bool:
    """Do what a key says; answer whether it says anything."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _ARROWS and held == _MOVING:
        return _move(view, key)
    if key in _ARROWS and not held:
        return _go(view, key)
    if key in _VISITS and held == _CONTROL:
        view.cursor_place.step_visit(_VISITS[key])
        view.stop_changed()
        return True
    if key in _OPENING and not held and view.stop is not None:
        view.open_stop(view.stop)
        return True
    return False


def _go(view: View, key: Qt.Key) -> bool:
    place = view.cursor_place
    ways = {
        Qt.Key.Key_Up: place.up,
        Qt.Key.Key_Down: place.down,
        Qt.Key.Key_Left: place.left,
        Qt.Key.Key_Right: place.right,
    }
    beyond = ways[key]()
    if beyond is None:
        view.stop_changed()
    else:
        view.moment_wanted.emit(beyond)
    return True


def _move(view: View, key: Qt.Key) -> bool:
    """Move the current visit by a quarter of an hour, or by a day."""
    visit = view.current_visit()
    if visit is None:
        return False
    slot = moved_slot(visit, _STEPS[key], day_only=key in {Qt.Key.Key_Left, Qt.Key.Key_Right})
    if slot is not None:
        view.moved.emit(visit, slot)
    return True


def moved_slot(visit: VisitRow, by: timedelta, *, day_only: bool) -> Slot | None:
    """Answer a visit's time later by a step; None where it would pass midnight."""
    start, end = visit.start + by, visit.end + by
    if not day_only and not _same_day(visit.start, start, end):
        return None
    return Slot(start, end, visit.visitor)


def _same_day(*moments: datetime) -> bool:
    return len({moment.date() for moment in moments}) == 1
