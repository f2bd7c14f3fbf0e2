"""When a task comes again."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tasks.rules import Repeat, Rhythm, next_due, read_rhythm, rhythm_of

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
REPEATS = st.sampled_from([repeat for repeat in Repeat if repeat is not Repeat.NEVER])
IN_DAYS = {Repeat.DAILY: 1, Repeat.WEEKLY: 7, Repeat.FORTNIGHTLY: 14}
IN_MONTHS = {Repeat.MONTHLY: 1, Repeat.QUARTERLY: 3, Repeat.YEARLY: 12}


@pytest.mark.parametrize(
    ("repeat", "due", "done", "again"),
    [
        (Repeat.DAILY, date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 24)),
        (Repeat.WEEKLY, date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 30)),
        (Repeat.WEEKLY, date(2026, 11, 23), date(2026, 11, 19), date(2026, 11, 30)),
        (Repeat.FORTNIGHTLY, date(2026, 11, 2), date(2026, 11, 23), date(2026, 11, 30)),
        (Repeat.MONTHLY, date(2026, 1, 31), date(2026, 1, 31), date(2026, 2, 28)),
        (Repeat.QUARTERLY, date(2026, 11, 30), date(2026, 12, 1), date(2027, 2, 28)),
        (Repeat.YEARLY, date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28)),
        (Repeat.MONTHLY, date(2026, 1, 15), date(2026, 6, 15), date(2026, 7, 15)),
    ],
)
def test_a_task_comes_again_from_its_due_day_not_from_the_day_it_was_done(
    repeat: Repeat, due: date, done: date, again: date
) -> None:
    assert next_due(rhythm_of(repeat, due), due, done) == again


def test_what_is_done_once_does_not_come_again() -> None:
    day = date(2026, 11, 23)
    assert next_due(rhythm_of(Repeat.NEVER, day), day, day) is None


def test_the_end_of_the_calendar_ends_a_rhythm_too() -> None:
    assert next_due(Rhythm(Repeat.DAILY), date.max, date.max) is None
    assert next_due(Rhythm(Repeat.YEARLY, 31), date.max, date.max) is None


@given(REPEATS, DAYS, DAYS)
def test_the_next_day_is_the_first_of_the_rhythm_after_due_and_done(
    repeat: Repeat, due: date, done: date
) -> None:
    again = next_due(rhythm_of(repeat, due), due, done)
    assert again is not None
    assert again > max(due, done)
    if repeat in IN_DAYS:
        step = IN_DAYS[repeat]
        assert (again - due).days % step == 0
        assert again - timedelta(days=step) <= max(due, done)
    else:
        months = (again.year - due.year) * 12 + again.month - due.month
        assert months % IN_MONTHS[repeat] == 0
        assert again.day == min(due.day, monthrange(again.year, again.month)[1])


@given(st.sampled_from(list(IN_MONTHS)), DAYS, st.integers(1, 30))
def test_short_months_do_not_move_a_rhythm_for_good(
    repeat: Repeat, begin: date, times: int
) -> None:
    rhythm, due = rhythm_of(repeat, begin), begin
    for _ in range(times):
        again = next_due(rhythm, due, due)
        assert again is not None
        due = again
    assert due.day == min(begin.day, monthrange(due.year, due.month)[1])


@given(st.sampled_from(Repeat), DAYS)
def test_a_rhythm_is_read_as_it_was_written(repeat: Repeat, due: date) -> None:
    rhythm = rhythm_of(repeat, due)
    assert read_rhythm(rhythm.written()) == rhythm
