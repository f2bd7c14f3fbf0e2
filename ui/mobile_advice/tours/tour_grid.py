"""A month of tours: the grid of days of the calendar, with tours in the place of visits."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from app.mobile_advice.tours.rules import DayState
from app.visiting.rows import VisitRow
from app.visiting.rules import Place, VisitStatus
from resources.text import _, ngettext
from ui import formats
from ui.mobile_advice.tours.day_words import day_sentence
from ui.mobile_advice.tours.tour_painter import TourPainter
from ui.visiting.calendar.cell_grid import CellGrid
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.tours.rows import DayRow
    from ui.visiting.calendar.places import Stop
    from ui.visiting.calendar.sheets import SheetMaker

_MOVABLE = frozenset({DayState.PLANNED.value, DayState.CONFIRMED.value})
_MOST_IN_TIP = 12


class TourGrid(CellGrid):
    """Arrows, Enter, dragging and Ctrl+Shift+arrows do with tours what they do with visits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty sheet."""
        super().__init__(parent)
        self.painter: TourPainter = TourPainter(self.ink)
        self.rows: dict[UUID, DayRow] = {}

    def show_days(self, rows: Sequence[DayRow], maker: SheetMaker) -> None:
        """Show the tours of a month."""
        self.rows = {row.id: row for row in rows}
        self.painter.rows = self.rows
        self.show_sheet(maker.sheet([_as_visit(row) for row in rows]))

    def current_row(self) -> DayRow | None:
        """Answer the day of a tour at which the keyboard is."""
        visit = self.current_visit()
        return self.rows.get(visit.id) if visit is not None else None

    def say_sheet(self) -> str:
        """Answer what a screen reader calls the month."""
        count = len(self.rows)
        days = ngettext("{count} day of a tour", "{count} days of tours", count)
        return f"{self.sheet.title} · {days}"

    def say_stop(self, stop: Stop) -> str:
        """Answer in one breath what the keyboard came to."""
        if stop.visit is not None:
            return day_sentence(self.rows[stop.visit.id])
        day = formats.show_long_date(stop.start.date())
        if stop.hidden:
            count = ngettext("{count} more tour", "{count} more tours", len(stop.hidden))
            return _("{day}: {count}. Enter shows them all.").format(day=day, count=count)
        return _("{day}: no tour goes.").format(day=day)

    def say_tip(self, stop: Stop) -> str:
        """Answer what a tip says, so that Qt reads nothing into what people typed."""
        visits = (stop.visit,) if stop.visit is not None else stop.hidden
        rows = (self.rows[visit.id] for visit in visits[:_MOST_IN_TIP])
        lines = [html.escape(shown(day_sentence(row))) for row in rows]
        return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def _as_visit(row: DayRow) -> VisitRow:
    """Answer a tour as the grid places it: when it is, what it is called, whether it moves."""
    status = VisitStatus.PLANNED if row.state in _MOVABLE else VisitStatus.HELD
    return VisitRow(
        row.id,
        row.version,
        row.tour_id,
        row.tour,
        row.vehicle,
        row.start,
        row.end,
        Place.OUT,
        status,
        None,
    )
