"""What can be said after a visit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.text_rules import TOO_LONG as TEXT_TOO_LONG
from app.visiting.rules import LIMITS, NotHeldReason, VisitRecord, check_record
from app.visiting.rules.plan import ENDS_FIRST, NO_END, NO_START
from app.visiting.rules.record import (
    BEGINS_AHEAD,
    ENDS_AHEAD,
    NO_EXPLANATION,
    NO_REASON,
    NOT_SAID,
    STILL_AHEAD,
)
from resources.text import say
from tests.factories.visits import MONDAY, at

NOW = at("2026-11-23 16:00")
HELD = VisitRecord(held=True, start=time(14, 0), end=time(15, 0))


def problems(record: VisitRecord, day: date = MONDAY, now: datetime = NOW) -> dict[str, str]:
    return {problem.field: problem.message for problem in check_record(record, day=day, now=now)}


def test_a_visit_of_this_afternoon_can_be_recorded() -> None:
    assert problems(HELD) == {}


def test_a_visit_in_the_future_cannot_be_recorded() -> None:
    tomorrow = MONDAY + timedelta(days=1)
    assert problems(HELD, tomorrow) == {"": STILL_AHEAD}
    assert problems(VisitRecord(held=False, reason=NotHeldReason.WEATHER), tomorrow) == {
        "": STILL_AHEAD
    }


def test_a_visit_of_later_today_cannot_have_been_held_yet() -> None:
    assert problems(HELD, now=at("2026-11-23 13:59")) == {"start": BEGINS_AHEAD}


def test_an_end_may_be_rounded_up_but_not_guessed() -> None:
    assert problems(HELD, now=at("2026-11-23 14:45")) == {}
    assert problems(HELD, now=at("2026-11-23 14:44")) == {"end": ENDS_AHEAD}


def test_a_visit_that_was_called_off_in_the_morning_can_be_recorded_at_once() -> None:
    ill = VisitRecord(held=False, reason=NotHeldReason.CLIENT_CANCELLED)
    assert problems(ill, now=at("2026-11-23 08:00")) == {}


def test_it_must_be_said_whether_the_visit_was_held() -> None:
    assert problems(VisitRecord(held=None)) == {"held": NOT_SAID}


def test_a_held_visit_needs_both_times() -> None:
    assert problems(VisitRecord(held=True)) == {"start": NO_START, "end": NO_END}


@pytest.mark.parametrize("end", [time(13, 0), time(14, 0)])
def test_a_visit_cannot_end_before_it_starts(end: time) -> None:
    assert problems(VisitRecord(held=True, start=time(14, 0), end=end)) == {"end": ENDS_FIRST}


def test_a_visit_that_was_not_held_needs_a_reason() -> None:
    assert problems(VisitRecord(held=False)) == {"reason": NO_REASON}


def test_another_reason_is_explained_in_the_note() -> None:
    other = VisitRecord(held=False, reason=NotHeldReason.OTHER, note=" \n")
    assert problems(other) == {"note": NO_EXPLANATION}


def test_a_note_is_short() -> None:
    fits = VisitRecord(held=True, start=time(14), end=time(15), note="x" * LIMITS.note)
    long = VisitRecord(held=True, start=time(14), end=time(15), note="x" * (LIMITS.note + 1))
    assert problems(fits) == {}
    assert problems(long) == {"note": TEXT_TOO_LONG}


@given(
    held=some.none() | some.booleans(),
    start=some.none() | some.times(),
    end=some.none() | some.times(),
    reason=some.none() | some.sampled_from(NotHeldReason),
    note=some.text(max_size=50),
    day=some.dates(MONDAY - timedelta(days=400), MONDAY + timedelta(days=400)),
)
def test_whatever_passes_the_rules_is_a_possible_visit(
    held: bool | None,  # noqa: FBT001 - given by name
    start: time | None,
    end: time | None,
    reason: NotHeldReason | None,
    note: str,
    day: date,
) -> None:
    record = VisitRecord(held, start, end, reason, note)
    found = check_record(record, day=day, now=NOW)
    assert all(say(problem) and hasattr(record, problem.field or "held") for problem in found)
    if found:
        return
    assert day <= NOW.date()
    if record.held:
        assert record.starts_on(day) < record.ends_on(day)
        assert record.starts_on(day) <= NOW
        assert record.ends_on(day) - record.starts_on(day) <= timedelta(hours=13)
    else:
        assert record.reason is not None
