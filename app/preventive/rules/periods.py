"""The stretch of days for which the office asks who is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.errors import N_, Problem

NO_FIRST = N_("Please enter the first day of the period.")
NO_LAST = N_("Please enter the last day of the period.")
CROSSED = N_("The last day lies before the first.")
TOO_LONG = N_("Please choose a period of at most one year.")
_MONTHS = 12
_QUARTER = 3


class PeriodKind(StrEnum):
    """Which period is chosen."""

    MONTH = "month"
    NEXT_MONTH = "next_month"
    QUARTER = "quarter"
    NEXT_QUARTER = "next_quarter"
    YEAR = "year"
    NEXT_YEAR = "next_year"
    LAST_YEAR = "last_year"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both counted."""

    first: date
    last: date


_SPANS = {
    PeriodKind.MONTH: (1, 0),
    PeriodKind.NEXT_MONTH: (1, 1),
    PeriodKind.QUARTER: (_QUARTER, 0),
    PeriodKind.NEXT_QUARTER: (_QUARTER, 1),
    PeriodKind.YEAR: (_MONTHS, 0),
    PeriodKind.NEXT_YEAR: (_MONTHS, 1),
    PeriodKind.LAST_YEAR: (_MONTHS, -1),
}
"""Length in months, and how many such lengths from the one of today."""


def period_of(kind: PeriodKind, today: date) -> Period:
    """Answer the month, quarter or year; of `ANY` the year, until days are typed."""
    length, ahead = _SPANS.get(kind, _SPANS[PeriodKind.YEAR])
    months = today.year * _MONTHS + today.month - 1
    begins = (months // length + ahead) * length
    return Period(_first_day(begins), _first_day(begins + length) - timedelta(days=1))


def check_period(first: date | None, last: date | None) -> tuple[Problem, ...]:
    """Answer what is wrong with typed days: at most a year, in which nobody is due twice."""
    if first is None:
        return (Problem(NO_FIRST, "first"),)
    if last is None:
        return (Problem(NO_LAST, "last"),)
    if last < first:
        return (Problem(CROSSED, "last"),)
    if (last.year, last.month, last.day) >= (first.year + 1, first.month, first.day):
        return (Problem(TOO_LONG, "last"),)
    return ()


def _first_day(months: int) -> date:
    return date(months // _MONTHS, months % _MONTHS + 1, 1)
