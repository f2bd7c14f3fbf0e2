"""How long a visit lasts on the nights when the clocks are changed."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from app.visiting.rules import check_clock, lasted


def test_a_visit_across_the_spring_change_lasts_an_hour_less_than_its_clock_says() -> None:
    start, end = datetime(2027, 3, 28, 1, 30), datetime(2027, 3, 28, 3, 30)
    assert lasted(start, end) == timedelta(hours=1)


def test_a_visit_across_the_autumn_change_lasts_an_hour_more_than_its_clock_says() -> None:
    start, end = datetime(2027, 10, 31, 1, 30), datetime(2027, 10, 31, 3, 30)
    assert lasted(start, end) == timedelta(hours=3)


@given(some.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)))
def test_only_an_hour_of_one_night_in_march_is_missing_on_the_clock(at: datetime) -> None:
    left_out = at.month == 3 and at.weekday() == 6 and at.day > 24 and at.hour == 2
    assert bool(check_clock(at, "start")) == left_out
