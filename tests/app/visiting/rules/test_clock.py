"""How long a visit lasts on the nights when the clocks are changed."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from app.visiting.rules import check_clock, lasted
from tests.factories.visits import at


def test_a_visit_across_the_spring_change_lasts_an_hour_less_than_its_clock_says() -> None:
    start, end = at("2027-03-28 01:30"), at("2027-03-28 03:30")
    assert lasted(start, end) == timedelta(hours=1)


def test_a_visit_across_the_autumn_change_lasts_an_hour_more_than_its_clock_says() -> None:
    start, end = at("2027-10-31 01:30"), at("2027-10-31 03:30")
    assert lasted(start, end) == timedelta(hours=3)


@given(some.datetimes(at("2020-01-01 00:00"), at("2035-01-01 00:00")))
def test_only_an_hour_of_one_night_in_march_is_missing_on_the_clock(at: datetime) -> None:
    left_out = at.month == 3 and at.weekday() == 6 and at.day > 24 and at.hour == 2
    assert bool(check_clock(at, "start")) == left_out
