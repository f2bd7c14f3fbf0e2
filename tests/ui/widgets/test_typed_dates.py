"""What people type for a day or a time is understood."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.typed_dates import read_date, read_time

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24.11.2026", date(2026, 11, 24)),
        (" 24.11.2026 ", date(2026, 11, 24)),
        ("24/11/2026", date(2026, 11, 24)),
        ("24-11-2026", date(2026, 11, 24)),
        ("24 11 2026", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("24112026", date(2026, 11, 24)),
        ("241126", date(2026, 11, 24)),
        ("24.11.26", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24.11", date(2026, 11, 24)),
        ("1.2.", date(2026, 2, 1)),
        ("3.5.41", date(1941, 5, 3)),
        ("3.5.36", date(2036, 5, 3)),
        ("3.5.37", date(1937, 5, 3)),
        ("29.2.2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str, meant: date) -> None:
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "x", "31.2.2026", "0.1.2026", "24.13.2026", "24", "24.11.026", "29.2.", "1.1.0000"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_date(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("14", time(14)),
        ("9", time(9)),
        ("930", time(9, 30)),
        ("0:05", time(0, 5)),
        (" 7:00 ", time(7)),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "14:60", "noon", "14:3", "14:300", "-1"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_time(typed) is None


@given(st.text())
def test_nothing_typed_breaks_the_reading(typed: str) -> None:
    read_date(typed, TODAY)
    read_time(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_written_in_full_is_read_again(day: date) -> None:
    assert read_date(f"{day.day}.{day.month}.{day.year}", TODAY) == day
    assert read_date(day.isoformat(), TODAY) == day
