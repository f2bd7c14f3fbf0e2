"""The views of the calendar: which days each shows, and where one turn of the page leads."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.errors import N_

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_DAYS_OF_WORK = 5
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days from the first up to the one after the last."""

    first: date
    after: date

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.after - DAY

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that is shown."""
        return tuple(self.first + DAY * at for at in range((self.after - self.first).days))

    def __contains__(self, day: date) -> bool:
        """Answer whether a day is shown."""
        return self.first <= day < self.after


class CalendarKind(StrEnum):
    """The views of the calendar."""

    DAY = "day"
    WORK_WEEK = "work_week"
    WEEK = "week"
    MONTH = "month"
    AGENDA = "agenda"
    VISITORS = "visitors"
    """Visitors side by side, one day."""
    VISITORS_WEEK = "visitors_week"
    """Visitors side by side, one week."""

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _LABELS[self]

    @property
    def is_by_visitor(self) -> bool:
        """Whether each visitor has a column."""
        return self in {CalendarKind.VISITORS, CalendarKind.VISITORS_WEEK}

    def span(self, day: date) -> Span:
        """Answer the days that this view shows around a day."""
        if self in {CalendarKind.DAY, CalendarKind.VISITORS}:
            return Span(day, day + DAY)
        if self is CalendarKind.MONTH:
            first = day.replace(day=1)
            last = day.replace(day=monthrange(day.year, day.month)[1])
            return Span(monday_of(first), monday_of(last) + WEEK)
        monday = monday_of(day)
        days = _DAYS_OF_WORK if self is CalendarKind.WORK_WEEK else WEEK.days
        return Span(monday, monday + DAY * days)

    def turned(self, day: date, by: int) -> date:
        """Answer the day that is looked at so many pages later, or earlier when negative."""
        if self in {CalendarKind.DAY, CalendarKind.VISITORS}:
            return day + DAY * by
        if self is CalendarKind.MONTH:
            return _months_later(day, by)
        return day + WEEK * by


_LABELS = {
    CalendarKind.DAY: N_("Day"),
    CalendarKind.WORK_WEEK: N_("Work week"),
    CalendarKind.WEEK: N_("Week"),
    CalendarKind.MONTH: N_("Month"),
    CalendarKind.AGENDA: N_("Agenda"),
    CalendarKind.VISITORS: N_("Visitors"),
    CalendarKind.VISITORS_WEEK: N_("Visitors' week"),
}


def monday_of(day: date) -> date:
    """Answer the Monday of a day's week."""
    return day - DAY * day.weekday()


def _months_later(day: date, by: int) -> date:
    """Answer the same day of another month, or its last day where it is shorter."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + by, _MONTHS)
    most = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, most))
