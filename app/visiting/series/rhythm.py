"""The days of a rhythm, by the recurrence rules of iCalendar (RFC 5545, python-dateutil)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from app.visiting.series.rules import Frequency, MonthlyBy, OnHolidays, Pause

if TYPE_CHECKING:
    from collections.abc import Callable, Container

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often visits return from a first day on, until a last one or for good."""

    frequency: Frequency
    starts_on: date
    monthly_by: str = ""
    until: date | None = None

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """Answer the days of the rhythm from one day to another, both among them.

        What is agreed from time to time has no rhythm, and so no days.
        """
        end = min(last, self.until) if self.until is not None else last
        if self.frequency is Frequency.AGREED or end < max(first, self.starts_on):
            return ()
        found = self._rule().between(_midnight(first), _midnight(end), inc=True)
        return tuple(one.date() for one in found)

    def next_after(self, day: date) -> date | None:
        """Answer the first day of the rhythm after another; None where there is none."""
        if self.frequency is Frequency.AGREED:
            return None
        found = self._rule().after(_midnight(max(day, date(2, 1, 1))))
        later = found.date() if found else None
        return None if later is None or (self.until and later > self.until) else later

    def _rule(self) -> rrule:
        start = _midnight(self.starts_on)
        if self.frequency is Frequency.WEEKLY:
            return rrule(WEEKLY, dtstart=start)
        if self.frequency is Frequency.FORTNIGHTLY:
            return rrule(WEEKLY, interval=2, dtstart=start)
        if self.monthly_by == MonthlyBy.DAY:
            return rrule(MONTHLY, bymonthday=self.starts_on.day, dtstart=start)
        return rrule(MONTHLY, byweekday=weekday(self.starts_on.weekday(), self._nth), dtstart=start)

    @property
    def _nth(self) -> int:
        """Which such weekday of its month the first day is; the last one counts from the end."""
        if self.monthly_by == MonthlyBy.LAST_WEEKDAY:
            return -1
        return (self.starts_on.day - 1) // _WEEK + 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """The days on which a series wants a visit: its rhythm without pauses and holidays."""

    rhythm: Rhythm
    pause: Pause | None
    on_holidays: str
    is_holiday: Callable[[date], bool]

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """Answer the days on which visits are made."""
        return tuple(day for day in self._open(first, last) if not self._is_left_out(day))

    def holidays(self, first: date, last: date) -> tuple[date, ...]:
        """Answer the days that fall on a holiday and are left out or asked about."""
        return tuple(day for day in self._open(first, last) if self._is_left_out(day))

    def _open(self, first: date, last: date) -> tuple[date, ...]:
        pause = self.pause
        found = self.rhythm.days(first, last)
        return found if pause is None else tuple(day for day in found if not pause.covers(day))

    def _is_left_out(self, day: date) -> bool:
        return self.on_holidays != OnHolidays.KEEP and self.is_holiday(day)


def among(days: Container[date]) -> Callable[[date], bool]:
    """Answer a function that says whether a day is one of some."""
    return days.__contains__


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
