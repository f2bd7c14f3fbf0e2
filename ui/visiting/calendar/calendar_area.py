"""The calendar itself: one of its views with the visits of the days it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.visiting.calendar.rules import CalendarKind
from ui.style import length
from ui.visiting.agenda_table import AgendaTable
from ui.visiting.calendar.cell_grid import CellGrid
from ui.visiting.calendar.time_grid import TimeGrid
from ui.widgets.shown_stack import ShownStack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.painted import PaintedCalendar
    from ui.visiting.calendar.places import NewVisit
    from ui.visiting.calendar.sheets import SheetMaker

CENTRE = QAbstractItemView.ScrollHint.PositionAtCenter
_CELLS = {CalendarKind.MONTH, CalendarKind.VISITORS_WEEK}


class CalendarArea(ShownStack):
    """Shows an agenda, hours, or days; what is wanted there is told alike by all."""

    visit_opened = Signal(object)
    new_wanted = Signal(object)
    day_wanted = Signal(object)
    moment_wanted = Signal(object)
    moved = Signal(object, object)
    menu_wanted = Signal(object, object)
    """See `PaintedCalendar`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty agenda."""
        super().__init__(parent)
        self.kind = CalendarKind.AGENDA
        self.table = AgendaTable()
        self.hours = TimeGrid()
        self.cells = CellGrid()
        for part in (self.table, self.hours, self.cells):
            part.setMinimumHeight(length(150))
            self.addWidget(part)
        for view in (self.hours, self.cells):
            view.visit_opened.connect(self.visit_opened)
            view.new_wanted.connect(self.new_wanted)
            view.day_wanted.connect(self.day_wanted)
            view.moment_wanted.connect(self.moment_wanted)
            view.moved.connect(self.moved)
            view.menu_wanted.connect(self.menu_wanted)

    def show_kind(self, kind: CalendarKind) -> None:
        """Show another view; the keyboard stays in the calendar if it is there."""
        had_focus = self.view().hasFocus()
        self.kind = kind
        self.setCurrentWidget(self.view())
        self.setFocusProxy(self.view())
        if had_focus:
            self.view().setFocus()

    def view(self) -> QWidget:
        """Answer what is shown."""
        return self.painted() or self.table

    def painted(self) -> PaintedCalendar | None:
        """Answer the painted view that is shown; None while the agenda is."""
        if self.kind is CalendarKind.AGENDA:
            return None
        return self.cells if self.kind in _CELLS else self.hours

    def show_visits(
        self, visits: Sequence[VisitRow], maker: SheetMaker, now: datetime, names: Iterable[str]
    ) -> None:
        """Show visits; `names` have a column where visitors stand side by side."""
        view = self.painted()
        if view is None:
            self.table.show_visits(visits, now)
        else:
            view.show_sheet(maker.sheet(visits, names))

    def choose(self, visit_id: UUID) -> None:
        """Go to a visit without opening it."""
        view = self.painted()
        if view is not None:
            view.choose(visit_id)
        else:
            with QSignalBlocker(self.table):
                self.table.choose(visit_id)

    def go_to(self, moment: datetime) -> None:
        """Lead the keyboard to a moment."""
        view = self.painted()
        if view is not None:
            view.go_to(moment)

    def begin_agenda(self, *, at_choice: bool) -> None:
        """Scroll the agenda to its chosen row, or else to the present day."""
        if at_choice:
            self.table.scrollTo(self.table.currentIndex(), CENTRE)
        else:
            self.table.scroll_to_today()

    def new_visit_here(self) -> NewVisit | None:
        """Answer what the place of the keyboard says about a new visit."""
        view = self.painted()
        return view.new_visit_here() if view is not None and view.hasFocus() else None
