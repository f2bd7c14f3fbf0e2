"""The days of a tour: those of its rhythms, without or beside public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.mobile_advice.tours.rules import OnHolidays, Rhythm, RhythmDetails
from app.visiting.series import rhythm as series
from app.visiting.series.rules import Frequency, MonthlyBy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_DAY = timedelta(days=1)
_SATURDAY = 6
_LONGEST_MOVE = 7
"""Days within which a moved day must find a working day."""
_MONTH = 31
_NAMES = {Rhythm.WEEKLY: Frequency.WEEKLY, Rhythm.FORTNIGHTLY: Frequency.FORTNIGHTLY,
          Rhythm.MONTHLY: Frequency.MONTHLY}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WantedDay:
    """A day on which a tour goes, and the day of its rhythm that it stands for."""

    day: date
    occurs_on: date

    @property
    def is_moved(self) -> bool:
        """Whether a holiday moved it."""
        return self.day != self.occurs_on


def wanted_days(
    rhythms: Iterable[RhythmDetails], first: date, last: date, holidays: Collection[date]
) -> tuple[WantedDay, ...]:
    """Answer the days of a tour from one day to another, each once, in order.

    A day that a holiday moves onto another day of the tour is left out.
    """
    found: dict[date, WantedDay] = {}
    moved: list[date] = []
    for one in rhythms:
        for day in _days(one, first - timedelta(days=_LONGEST_MOVE), last):
            if day not in holidays or one.on_holidays == OnHolidays.KEEP:
                found[day] = WantedDay(day, day)
            elif one.on_holidays == OnHolidays.MOVE:
                moved.append(day)
    for day in sorted(moved):
        later = next_working_day(day, holidays)
        if later is not None and later not in found:
            found[later] = WantedDay(later, day)
    return tuple(found[day] for day in sorted(found) if first <= day <= last)


def next_working_day(day: date, holidays: Collection[date]) -> date | None:
    """Answer the first day after one that is neither a weekend nor a holiday, within a week."""
    for ahead in range(1, _LONGEST_MOVE + 1):
        later = day + timedelta(days=ahead)
        if later.isoweekday() < _SATURDAY and later not in holidays:
            return later
    return None


def _days(one: RhythmDetails, first: date, last: date) -> Iterator[date]:
    if one.rhythm == Rhythm.DATES:
        yield from (day for day in one.dates if first <= day <= last)
        return
    begins = _first_day(one)
    if begins is not None:
        monthly_by = MonthlyBy.LAST_WEEKDAY if one.nth == -1 else MonthlyBy.WEEKDAY
        frequency = _NAMES[Rhythm(one.rhythm)]
        yield from series.Rhythm(frequency, begins, monthly_by, one.until).days(first, last)


def _first_day(one: RhythmDetails) -> date | None:
    """Answer the first day of a rhythm, from which the rules of series tell all others."""
    if one.starts_on is None or one.weekday is None:
        return None
    day = one.starts_on + _DAY * ((one.weekday - one.starts_on.isoweekday()) % 7)
    for _week in range(2 * _MONTH // 7 + 1):
        if one.rhythm != Rhythm.MONTHLY or _is_nth(day, one.nth or 0):
            return day
        day += 7 * _DAY
    return None


def _is_nth(day: date, nth: int) -> bool:
    if nth < 0:
        return (day + 7 * _DAY).month != day.month
    return (day.day - 1) // 7 + 1 == nth
