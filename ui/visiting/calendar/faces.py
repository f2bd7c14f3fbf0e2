"""What the painters, the drags and the keys need to know of the view that they serve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRect, SignalInstance
    from PySide6.QtWidgets import QWidget

    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.blocks import VisitPainter
    from ui.visiting.calendar.cell_blocks import CellMeasures
    from ui.visiting.calendar.cursor import Cursor
    from ui.visiting.calendar.dragging import Drag
    from ui.visiting.calendar.ink import Ink
    from ui.visiting.calendar.places import Lot, Sheet, Stop
    from ui.visiting.calendar.time_blocks import Block, Measures


class View(Protocol):
    """A painted view of any kind."""

    sheet: Sheet
    ink: Ink
    painter: VisitPainter
    drag: Drag | None
    cursor_place: Cursor

    @property
    def stop(self) -> Stop | None:
        """Where the keyboard is."""

    @property
    def moved(self) -> SignalInstance:
        """Emitted with a visit and the `Slot` to which it moves."""

    @property
    def moment_wanted(self) -> SignalInstance:
        """Emitted with a moment on another page."""

    @property
    def new_wanted(self) -> SignalInstance:
        """Emitted with a `NewVisit`."""

    def hasFocus(self) -> bool:
        """Answer whether the keyboard acts here."""

    def viewport(self) -> QWidget:
        """Answer what is painted on."""

    def current_visit(self) -> VisitRow | None:
        """Answer the visit at which the keyboard is."""

    def open_stop(self, stop: Stop) -> None:
        """Open what is at a stop."""

    def stop_changed(self) -> None:
        """Show and say that an arrow led somewhere."""

    def room(self) -> QRect:
        """Answer the part of the viewport that scrolls."""

    def origin(self) -> QPoint:
        """Answer where the first lot is in the viewport."""

    def rect_of(self, stop: Stop) -> QRect:
        """Answer where a stop stands in the viewport."""


class Hours(View, Protocol):
    """A grid of hours."""

    measures: Measures
    blocks: list[list[Block]]

    def rect_between(self, lot: int, start: int, end: int) -> QRect:
        """Answer the viewport's part of a column from one minute to another."""

    def lot_at(self, pos: QPoint) -> int:
        """Answer the number of the column at a place."""

    def minute_at(self, pos: QPoint) -> int:
        """Answer the minute of the day at a place."""

    def lot(self, number: int) -> Lot:
        """Answer a column's lot."""

    def is_lower_edge(self, stop: Stop, pos: QPoint) -> bool:
        """Answer whether a place is where a visit is made longer."""


class Cells(View, Protocol):
    """A grid of days."""

    measures: CellMeasures
    stops: list[list[Stop]]
