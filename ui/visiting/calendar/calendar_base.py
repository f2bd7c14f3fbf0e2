"""What every painted view of a calendar tells, and what each of them says for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtGui import QPainter

    from ui.visiting.calendar.cursor import Cursor
    from ui.visiting.calendar.dragging import Drag
    from ui.visiting.calendar.places import Stop


class CalendarBase(QAbstractScrollArea):
    """Places stops, paints them, and answers what is where."""

    visit_opened = Signal(object)
    """A visit that the user wants to see beside the calendar."""
    new_wanted = Signal(object)
    """A `NewVisit` for free time that was chosen."""
    day_wanted = Signal(object)
    """A day that the user wants to see by itself."""
    moment_wanted = Signal(object)
    """A moment on another page, to which an arrow leads."""
    moved = Signal(object, object)
    """A visit, and the `Slot` to which the user moves it."""
    menu_wanted = Signal(object, object)
    """A stop, and where on the screen its menu opens."""

    cursor_place: Cursor
    """Where the keyboard is."""

    @property
    def stop(self) -> Stop | None:
        """Where the keyboard is; None where nothing is."""
        return self.cursor_place.stop

    def place_at(self, stop: Stop) -> None:
        """Go to a stop that was pointed at."""
        raise NotImplementedError

    def open_here(self) -> None:
        """Open what is where the keyboard is."""
        raise NotImplementedError

    def say_stop(self, stop: Stop) -> str:
        """Answer in one breath what the keyboard came to."""
        raise NotImplementedError

    def lay_out(self) -> list[list[Stop]]:
        """Place everything and answer the stops of each lot."""
        raise NotImplementedError

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what is exposed of the viewport."""
        raise NotImplementedError

    def rect_of(self, stop: Stop) -> QRect:
        """Answer where a stop stands in the viewport; empty when it stands nowhere."""
        raise NotImplementedError

    def room(self) -> QRect:
        """Answer the part of the viewport that scrolls: beside and below the heads."""
        raise NotImplementedError

    def origin(self) -> QPoint:
        """Answer where the first lot is in the viewport."""
        raise NotImplementedError

    def stop_at(self, pos: QPoint) -> Stop | None:
        """Answer what stands at a place of the viewport."""
        raise NotImplementedError

    def head_day(self, pos: QPoint) -> object:
        """Answer the day whose head is at a place of the viewport; None for none."""
        raise NotImplementedError

    def begin_drag(self, stop: Stop, pos: QPoint) -> Drag | None:
        """Answer what dragging from a stop would do."""
        raise NotImplementedError
