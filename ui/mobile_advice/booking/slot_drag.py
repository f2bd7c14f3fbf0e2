"""An appointment on its way through the grid of times: held by the mouse, or put on by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal

from app.mobile_advice.booking.rules import Slot, clock, is_free
from ui.mobile_advice.booking.words import counter_words, name_words
from ui.palette import Role
from ui.style import colour, length, spacing
from ui.visiting.calendar.dragging import Drag

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTableView

    from app.mobile_advice.booking.queries import AppointmentRow, HaltBoard
    from ui.mobile_advice.booking.slot_model import SlotModel

_STEPS = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_WORDS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


def slot_beyond(board: HaltBoard, row: AppointmentRow, key: Qt.Key) -> Slot | None:
    """Answer the next free time for an appointment in the direction of an arrow key."""
    step = _STEPS.get(key)
    if step is None or row.starts_at is None:
        return None
    down, across = step
    times = board.halt.times
    held = [one.held for one in board.slots if one.id != row.id]
    start, counter = row.starts_at, row.counter
    while True:
        start, counter = start + down * times.slot_minutes, counter + across
        if not (times.from_time <= start < times.until_time and 1 <= counter <= times.counters):
            return None
        slot = Slot(start, counter)
        if times.holds(start, row.minutes) and is_free(slot, row.minutes, held):
            return slot


class SlotDrag(QObject):
    """Follows the mouse from the appointment to where it is let go."""

    dropped = Signal(object, object)
    """The appointment and the `Slot` at which it was let go."""

    def __init__(
        self, grid: QTableView, times: SlotModel, row: AppointmentRow, began: QPoint
    ) -> None:
        """Begin at the place where the mouse went down."""
        super().__init__()
        self._grid, self._times, self.row = grid, times, row
        self._drag = Drag(began, self._target, self._put)

    def moved_to(self, pos: QPoint) -> bool:
        """Go on; answer whether that is more than a trembling hand."""
        return self._drag.moved_to(pos)

    @property
    def is_under_way(self) -> bool:
        """Whether the mouse has left the place where it went down."""
        return self._drag.is_under_way

    def drop(self) -> None:
        """Let go where the mouse is."""
        self._drag.drop()

    def paint(self, painter: QPainter) -> None:
        """Draw where it would stand, and when that is."""
        shown = self._drag.shown()
        if shown is None:
            return
        rect, words = shown
        painter.setPen(colour(Role.PRIMARY))
        painter.fillRect(rect, colour(Role.PRIMARY_TINT))
        for inset in range(length(2)):
            painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.setPen(colour(Role.TEXT))
        inner = rect.adjusted(spacing(6), 0, -spacing(6), 0)
        fitting = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, _WORDS, fitting)

    def _slot(self, pos: QPoint) -> Slot | None:
        index = self._grid.indexAt(pos)
        return self._times.slot(index) if index.isValid() else None

    def _target(self, pos: QPoint) -> tuple[QRect, str]:
        index, slot = self._grid.indexAt(pos), self._slot(pos)
        if slot is None:
            return QRect(), ""
        rect = self._grid.visualRect(index)
        board = self._times.board
        step = board.halt.slot_minutes if board is not None else self.row.minutes
        rect.setHeight(rect.height() * max(1, -(-self.row.minutes // max(1, step))))
        where = f"{clock(slot.start)}, {counter_words(slot.counter)}"
        return rect, f"{where} · {name_words(self.row)}"

    def _put(self, pos: QPoint) -> None:
        slot = self._slot(pos)
        if slot is not None and slot != (self.row.starts_at, self.row.counter):
            self.dropped.emit(self.row, slot)
