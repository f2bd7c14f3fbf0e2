"""Which days a view of the calendar shows."""

from __future__ import annotations

from datetime import date

import pytest

from app.visiting.calendar.rules import CalendarKind, Span

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (CalendarKind.DAY, DAY, DAY),
        (CalendarKind.VISITORS, DAY, DAY),
        (CalendarKind.WORK_WEEK, date(2026, 11, 23), date(2026, 11, 27)),
        (CalendarKind.WEEK, date(2026, 11, 23), date(2026, 11, 29)),
        (CalendarKind.AGENDA, date(2026, 11, 23), date(2026, 11, 29)),
        (CalendarKind.VISITORS_WEEK, date(2026, 11, 23), date(2026, 11, 29)),
        (CalendarKind.MONTH, date(2026, 10, 26), date(2026, 12, 6)),
    ],
)
def test_a_view_shows_whole_days_around_a_day(kind: CalendarKind, first: date, last: date) -> None:
    span = kind.span(DAY)
    assert (span.first, span.last) == (first, last)
    assert DAY in span
    assert span.after not in span


def test_a_february_of_four_weeks_needs_four_rows() -> None:
    span = CalendarKind.MONTH.span(date(2027, 2, 14))
    assert span == Span(date(2027, 2, 1), date(2027, 3, 1))


def test_turning_a_month_stays_within_the_shorter_one() -> None:
    assert CalendarKind.MONTH.turned(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert CalendarKind.MONTH.turned(date(2027, 1, 31), -1) == date(2026, 12, 31)
    assert CalendarKind.WEEK.turned(DAY, -1) == date(2026, 11, 19)
    assert CalendarKind.DAY.turned(DAY, 1) == date(2026, 11, 27)
