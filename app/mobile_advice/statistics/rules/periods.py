"""The period of a statistic, and the one that it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import MISSING

if TYPE_CHECKING:
    from collections.abc import Mapping

ENDS_BEFORE = N_("The period ends before it begins.")
OVERLAP = N_("The two periods overlap: what differs would show single days. Choose others.")
_MONTHS = 12


class PeriodKind(StrEnum):
    """How a period is chosen."""

    MONTH = "month"
    LAST_MONTH = "last_month"
    QUARTER = "quarter"
    YEAR = "year"
    LAST_YEAR = "last_year"
    ANY = "any"


class Compared(StrEnum):
    """What a period is compared with."""

    NOTHING = "nothing"
    BEFORE = "before"
    """As many days just before it."""
    YEAR = "year"
    """The same days of the year before."""


PERIOD_LABELS: Mapping[PeriodKind, str] = MappingProxyType(
    {
        PeriodKind.MONTH: N_("This month"),
        PeriodKind.LAST_MONTH: N_("Last month"),
        PeriodKind.QUARTER: N_("This quarter"),
        PeriodKind.YEAR: N_("This year"),
        PeriodKind.LAST_YEAR: N_("Last year"),
        PeriodKind.ANY: N_("From day to day"),
    }
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both counted in."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days that is."""
        return (self.last - self.first).days + 1


def period_of(kind: PeriodKind, today: date) -> Period:
    """Answer a period that is chosen by its name; `ANY` begins with this month."""
    month = today.replace(day=1)
    if kind is PeriodKind.LAST_MONTH:
        last = month - timedelta(days=1)
        return Period(last.replace(day=1), last)
    if kind is PeriodKind.QUARTER:
        first = month.replace(month=(today.month - 1) // 3 * 3 + 1)
        return Period(first, _month_after(first, 3) - timedelta(days=1))
    if kind is PeriodKind.YEAR:
        return Period(date(today.year, 1, 1), date(today.year, 12, 31))
    if kind is PeriodKind.LAST_YEAR:
        return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    return Period(month, _month_after(month, 1) - timedelta(days=1))


def period_before(period: Period) -> Period:
    """Answer as many days just before a period; of whole months as many months."""
    months = _whole_months(period)
    if months:
        return Period(_month_after(period.first, -months), period.first - timedelta(days=1))
    return Period(period.first - timedelta(days=period.days), period.first - timedelta(days=1))


def year_before(period: Period) -> Period:
    """Answer the same days of the year before; 29 February becomes the 28th."""
    return Period(_year_ago(period.first), _year_ago(period.last, is_last=True))


def check_periods(
    first: date | None, last: date | None, other: Period | None = None
) -> tuple[Problem, ...]:
    """Answer what is wrong with a period, and with comparing it with another one."""
    if first is None or last is None:
        return (Problem(MISSING, "last" if first else "first"),)
    if last < first:
        return (Problem(ENDS_BEFORE, "last"),)
    if other is not None and other.first <= last and first <= other.last:
        return (Problem(OVERLAP, "compared"),)
    return ()


def _whole_months(period: Period) -> int:
    after = period.last + timedelta(days=1)
    if period.first.day != 1 or after.day != 1:
        return 0
    return (after.year - period.first.year) * _MONTHS + after.month - period.first.month


def _month_after(day: date, months: int) -> date:
    at = day.year * _MONTHS + day.month - 1 + months
    return date(at // _MONTHS, at % _MONTHS + 1, 1)


def _year_ago(day: date, *, is_last: bool = False) -> date:
    is_end = is_last and (day + timedelta(days=1)).day == 1
    if is_end:
        after = day + timedelta(days=1)
        return after.replace(year=after.year - 1) - timedelta(days=1)
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
