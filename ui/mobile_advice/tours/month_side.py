"""The side of the page that is the month: which one, and its tours."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.mobile_advice.tours.queries import days_between
from app.visiting.calendar.rules import CalendarKind
from resources.text import say
from ui.mobile_advice.tours.tour_grid import TourGrid
from ui.style import length
from ui.visiting.calendar.calendar_bar import CalendarBar
from ui.visiting.calendar.known_holidays import KnownHolidays
from ui.visiting.calendar.sheets import SheetMaker
from ui.visiting.calendar.words import period_words
from ui.widgets.loading import StateStack

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Unavailable
    from app.mobile_advice.tours.rows import DayRow
    from app.visiting.calendar.rules import Span
    from ui.desk import Desk, Pending

_MORNING = time(8)


class MonthSide(QObject):
    """Ctrl+Left and Ctrl+Right turn the month; an arrow over the edge does it, too."""

    found = Signal()
    """Other tours are shown."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin with this month; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk = desk
        self.day = desk.local_now.date()
        self.rows: tuple[DayRow, ...] = ()
        self._chosen: UUID | None = None
        self._moment: datetime | None = datetime.combine(self.day, _MORNING)
        self._pending: Pending[Any] | None = None
        self._holidays = KnownHolidays(desk, self)
        self.bar = CalendarBar()
        self.grid = TourGrid()
        self.grid.setMinimumHeight(length(150))
        self.states = StateStack(self.grid)
        self.bar.turned.connect(self._on_turned)
        self.bar.today_wanted.connect(self._on_today_wanted)
        self.bar.day_wanted.connect(self.show_day)
        self.grid.moment_wanted.connect(self._on_moment_wanted)
        self.states.retried.connect(self.refresh)
        self._holidays.learned.connect(self._show)

    def refresh(self) -> None:
        """Ask again for the tours of the month."""
        self.states.show_loading()
        if self._pending is not None:
            self._pending.forget()
        span, today = self.span(), self._desk.local_now.date()
        words = period_words(CalendarKind.MONTH, self.day, span)
        has_today = (self.day.year, self.day.month) == (today.year, today.month)
        self.bar.show_days(words, self.day, has_today=has_today)
        last = span.after - timedelta(days=1)
        self._pending = self._desk.ask(days_between, span.first, last).then(self._on_found)
        self._pending.if_unavailable(self._on_unavailable)
        self._holidays.need(span)

    def show_day(self, day: date, day_id: UUID | None = None) -> None:
        """Show the month of a day, with the keyboard at the day or at one of its tours."""
        self._moment, self._chosen = datetime.combine(day, _MORNING), day_id
        is_shown = (day.year, day.month) == (self.day.year, self.day.month)
        self.day = day
        if is_shown and self.rows:
            self._settle()
        else:
            self.refresh()

    def span(self) -> Span:
        """Answer the days that are shown: whole weeks."""
        return CalendarKind.MONTH.span(self.day)

    def month(self) -> tuple[date, date]:
        """Answer the first and the last day of the month itself."""
        first = self.day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    def _on_turned(self, by: int) -> None:
        first, last = self.month()
        day = last + timedelta(days=1) if by > 0 else first - timedelta(days=1)
        self.show_day(day.replace(day=1))

    def _on_today_wanted(self) -> None:
        self.show_day(self._desk.local_now.date())

    def _on_moment_wanted(self, moment: datetime) -> None:
        self.show_day(moment.date())

    def _on_found(self, rows: tuple[DayRow, ...]) -> None:
        self._pending = None
        self.rows = rows
        self._show()
        self.states.show_content()
        self._settle()
        self.found.emit()

    def _show(self) -> None:
        now = self._desk.local_now
        maker = SheetMaker(CalendarKind.MONTH, self.day, now, self._holidays.names)
        self.grid.show_days(self.rows, maker)

    def _settle(self) -> None:
        """Lead the keyboard to what was wanted, once."""
        if self._chosen is not None and self.grid.choose(self._chosen):
            self._chosen = self._moment = None
        elif self._moment is not None:
            self.grid.go_to(self._moment)
            self._moment = None

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
