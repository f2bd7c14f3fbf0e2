"""The public holidays of the years that the calendar has come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.visiting.holidays import holidays_between

if TYPE_CHECKING:
    from datetime import date

    from app.visiting.calendar.rules import Span
    from app.visiting.holidays import Holiday
    from ui.desk import Desk


class KnownHolidays(QObject):
    """Asks once for each year, after the visits: nobody waits for a holiday's name."""

    learned = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin without a year."""
        super().__init__(parent)
        self._desk = desk
        self._years: set[int] = set()
        self.names: dict[date, str] = {}

    def need(self, span: Span) -> None:
        """Ask for the years of some days, unless that was done."""
        years = {span.first.year, span.last.year} - self._years
        if years:
            self._years |= years
            first, after = span.first.replace(month=1, day=1), span.last.replace(month=12, day=31)
            self._desk.ask(holidays_between, first, after).then(self._on_found)

    def _on_found(self, holidays: tuple[Holiday, ...]) -> None:
        self.names |= {holiday.day: holiday.name for holiday in holidays}
        if holidays:
            self.learned.emit()
