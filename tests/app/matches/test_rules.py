"""Requirements of wishes and of the way of a match."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.matches.counting import days_on
from app.matches.rules import (
    NEXT,
    EndedBy,
    EndReason,
    MatchStage,
    StepDetails,
    WishDetails,
    check_in_day,
    check_step,
    check_wish,
)
from app.volunteers.rules import ACTIVITIES

TODAY = date(2026, 11, 23)
KINDS = frozenset(ACTIVITIES)
END = {"ended_by": EndedBy.PERSON, "end_reason": EndReason.CHEMISTRY}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"minutes": None}, "minutes"),
        ({"minutes": 9}, "minutes"),
        ({"wanted": 4}, "wanted"),
        ({"youngest": 13}, "youngest"),
        ({"youngest": 60, "oldest": 40}, "oldest"),
        ({"service_kind": "x"}, "service_kind"),
        ({"frequency": "x"}, "frequency"),
        ({"gender_wish": "x"}, "gender_wish"),
        ({"least_level": "x"}, "least_level"),
        ({"hours": ((0, 0, 60),)}, "hours"),
        ({"about": "\ud800"}, "about"),
        ({"no_goes": "\0"}, "no_goes"),
    ],
)
def test_what_is_wrong_with_a_wish_is_said_at_its_field(
    changes: dict[str, object], field: str
) -> None:
    assert check_wish(WishDetails(), KINDS) == ()
    changed = replace(WishDetails(), **changes)  # type: ignore[arg-type] # of a table
    assert [found.field for found in check_wish(changed, KINDS)] == [field]


@given(st.sampled_from(MatchStage), st.sampled_from(MatchStage))
def test_only_the_steps_of_the_way_are_taken(now: MatchStage, then: MatchStage) -> None:
    ends = END if then is MatchStage.ENDED else {}
    step = StepDetails(then, on=TODAY, **ends)  # type: ignore[arg-type] # of a table
    assert (not check_step(now, TODAY, step, TODAY)) is (then in NEXT[now])


@given(
    st.sampled_from([stage for stage in MatchStage if NEXT[stage]]),
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    st.dates(date(2026, 1, 1), TODAY),
)
def test_a_step_is_neither_before_the_last_nor_in_the_future(
    now: MatchStage, on: date, since: date
) -> None:
    step = StepDetails(NEXT[now][0], on=on)
    assert (not check_step(now, since, step, TODAY)) is (since <= on <= TODAY)


def test_an_end_says_who_and_why() -> None:
    step = StepDetails(MatchStage.ENDED, on=TODAY)
    fields = [one.field for one in check_step(MatchStage.RUNNING, TODAY, step, TODAY)]
    assert fields == ["ended_by", "end_reason"]


def test_a_pause_does_not_end_before_it_begins() -> None:
    step = StepDetails(MatchStage.PAUSED, on=TODAY, until=TODAY - timedelta(days=1))
    (problem,) = check_step(MatchStage.RUNNING, TODAY, step, TODAY)
    assert problem.field == "until"


def test_both_are_asked_after_six_weeks() -> None:
    assert check_in_day(TODAY, days_on(TODAY)) == date(2027, 1, 4)
