"""When a visit can be planned."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.text_rules import MISSING
from app.visiting.rules import LIMITS, VisitPlan, check_plan
from app.visiting.rules.clock import NOT_ON_THE_CLOCK
from app.visiting.rules.plan import (
    ENDS_FIRST,
    NO_CLIENT,
    NO_DAY,
    NO_END,
    NO_START,
    TOO_FAR_AHEAD,
    TOO_LONG,
    TOO_LONG_AGO,
)
from resources.text import say
from tests.factories.visits import MONDAY, planned

ANYBODY = UUID(int=1)


def problems(plan: VisitPlan) -> dict[str, str]:
    return {problem.field: problem.message for problem in check_plan(plan, today=MONDAY)}


def test_a_complete_plan_can_be_planned() -> None:
    assert problems(planned(ANYBODY)) == {}


def test_everything_that_is_missing_is_named_at_once_beside_its_field() -> None:
    assert problems(planned(None, None, None, None, visitor="  ")) == {
        "client_id": NO_CLIENT,
        "visitor": MISSING,
        "day": NO_DAY,
        "start": NO_START,
        "end": NO_END,
    }


def test_midnight_is_a_time() -> None:
    assert problems(planned(ANYBODY, start=time(0, 0), end=time(1, 0))) == {}


@pytest.mark.parametrize("end", [time(13, 59), time(14, 0)])
def test_a_visit_must_end_after_it_begins(end: time) -> None:
    assert problems(planned(ANYBODY, end=end)) == {"end": ENDS_FIRST}


def test_a_visit_lasts_at_most_twelve_hours() -> None:
    assert problems(planned(ANYBODY, start=time(8), end=time(20))) == {}
    assert problems(planned(ANYBODY, start=time(8), end=time(20, 1))) == {"end": TOO_LONG}


def test_the_year_of_a_visit_is_questioned_when_it_is_far_away() -> None:
    longest_ago, furthest = MONDAY - LIMITS.into_past, MONDAY + LIMITS.into_future
    one = timedelta(days=1)
    assert problems(planned(ANYBODY, longest_ago)) == {}
    assert problems(planned(ANYBODY, longest_ago - one)) == {"day": TOO_LONG_AGO}
    assert problems(planned(ANYBODY, furthest)) == {}
    assert problems(planned(ANYBODY, furthest + one)) == {"day": TOO_FAR_AHEAD}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_refused_and_do_not_crash(day: date) -> None:
    assert set(problems(planned(ANYBODY, day))) == {"day"}


def test_a_visit_cannot_begin_in_the_hour_that_the_spring_change_leaves_out() -> None:
    spring = date(2027, 3, 28)
    assert problems(planned(ANYBODY, spring, time(2, 30), time(4, 0))) == {
        "start": NOT_ON_THE_CLOCK
    }
    assert problems(planned(ANYBODY, spring, time(1, 0), time(2, 0))) == {"end": NOT_ON_THE_CLOCK}
    assert problems(planned(ANYBODY, spring, time(1, 30), time(3, 0))) == {}


def test_the_reason_of_the_spring_change_is_said_in_full() -> None:
    plan = planned(ANYBODY, date(2027, 3, 28), time(2, 30), time(4, 0))
    (problem,) = check_plan(plan, today=MONDAY)
    assert say(problem) == (
        "On the night of 28.03.2027 the clocks are put forward: 02:30 does not exist. "
        "Please choose another time."
    )


def test_a_visit_can_be_planned_into_the_hour_that_the_autumn_change_repeats() -> None:
    assert problems(planned(ANYBODY, date(2027, 10, 31), time(2, 15), time(2, 45))) == {}


@given(
    visitor=some.text(max_size=300),
    note=some.text(max_size=300),
    day=some.none() | some.dates(),
    start=some.none() | some.times(),
    end=some.none() | some.times(),
)
def test_whatever_is_typed_gets_sentences_for_fields_that_exist(
    visitor: str, note: str, day: date | None, start: time | None, end: time | None
) -> None:
    plan = planned(uuid4(), day, start, end, visitor=visitor, place_note=note)
    for problem in check_plan(plan, today=MONDAY):
        assert hasattr(plan, problem.field)
        assert say(problem)
