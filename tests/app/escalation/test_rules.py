"""The order of steps, what a step says, when a concern may be closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.escalation.chains import delivered_chains, emergency_numbers
from app.escalation.rules import (
    Cause,
    ChainStep,
    Closing,
    Ending,
    StepDetails,
    StepResult,
    TakenStep,
    chain_on,
    check_closing,
    check_step,
    check_steps,
    follow_up_day,
    is_over,
    next_step,
)
from tests.factories.visits import at

TODAY = date(2026, 11, 23)
STEPS = (ChainStep("ring", "Ring", wait_minutes=10), ChainStep("contacts", "Call"))
OPENED = at("2026-11-23 14:00")


def _taken(code: str, minutes: int, result: StepResult = StepResult.NOBODY) -> TakenStep:
    return TakenStep(code, OPENED + timedelta(minutes=minutes), result)


def test_the_first_step_is_due_at_once() -> None:
    following = next_step(STEPS, (), OPENED)
    assert following is not None
    assert (following.step.code, following.due) == ("ring", OPENED)


def test_the_next_step_waits_for_an_answer_to_the_one_before() -> None:
    following = next_step(STEPS, [_taken("ring", 5)], OPENED)
    assert following is not None
    assert (following.step.code, following.due) == ("contacts", at("2026-11-23 14:15"))


def test_a_step_that_was_not_possible_keeps_nobody_waiting() -> None:
    following = next_step(STEPS, [_taken("ring", 5, StepResult.SKIPPED)], OPENED)
    assert following is not None
    assert following.due == at("2026-11-23 14:05")


def test_after_the_last_step_none_is_left() -> None:
    assert next_step(STEPS, [_taken("contacts", 1)], OPENED) is None


def test_somebody_who_was_reached_ends_the_search() -> None:
    assert is_over([_taken("ring", 1), _taken("contacts", 2, StepResult.KNOWS)])
    assert not is_over([_taken("ring", 1, StepResult.REACHED), _taken("contacts", 2)])


def test_of_two_steps_in_one_minute_the_later_one_counts() -> None:
    steps = [_taken("ring", 1), _taken("contacts", 1, StepResult.KNOWS)]
    assert is_over(steps)
    assert next_step(STEPS, steps, OPENED) is None
    assert not is_over(reversed(steps))


@pytest.mark.parametrize(
    ("step", "field"),
    [
        (StepDetails("dance", OPENED, result=StepResult.NOBODY), "code"),
        (StepDetails("ring", None, result=StepResult.NOBODY), "at"),
        (StepDetails("ring", at("2026-11-23 16:00"), result=StepResult.NOBODY), "at"),
        (StepDetails("ring", at("2026-11-22 16:00"), result=StepResult.NOBODY), "at"),
        (StepDetails("ring", OPENED), "result"),
        (StepDetails("ring", OPENED, "x" * 2_000, StepResult.NOBODY), "called"),
        (StepDetails("ring", OPENED, "", StepResult.NOBODY, "a\x00b"), "note"),
    ],
)
def test_a_wrong_step_is_refused_beside_its_field(step: StepDetails, field: str) -> None:
    now = at("2026-11-23 14:30")
    problems = check_step(step, ("ring",), opened=OPENED, now=now)
    assert [problem.field for problem in problems] == [field]


@pytest.mark.parametrize(
    ("closing", "has_steps", "fields"),
    [
        (Closing(), True, ["ending", "note"]),
        (Closing(Ending.WELL), True, ["note"]),
        (Closing(Ending.WELL, "Was shopping"), False, ["ending"]),
        (Closing(Ending.MISTAKE, "Wrong day"), False, []),
        (Closing(Ending.WELL, "Was shopping"), True, []),
    ],
)
def test_a_concern_is_not_closed_before_somebody_knows(
    closing: Closing, fields: list[str], *, has_steps: bool
) -> None:
    assert [one.field for one in check_closing(closing, has_steps=has_steps)] == fields


@pytest.mark.parametrize(
    ("day", "follow_up"),
    [("2026-11-23", "2026-11-24"), ("2026-11-27", "2026-11-30"), ("2026-12-24", "2026-12-29")],
)
def test_the_person_is_spoken_to_on_a_working_day(day: str, follow_up: str) -> None:
    holidays = {date(2026, 12, 25), date(2026, 12, 28)}
    assert follow_up_day(date.fromisoformat(day), 1, holidays) == date.fromisoformat(follow_up)


def test_an_office_needs_steps_that_say_something() -> None:
    assert check_steps(())
    assert [one.field for one in check_steps([ChainStep("a", "", "Rings", wait_minutes=999)])] == [
        "steps.0.title",
        "steps.0.wait_minutes",
    ]


@pytest.mark.parametrize("country", ["DE", "DK"])
@pytest.mark.parametrize("cause", Cause)
def test_each_country_has_steps_for_each_cause(country: str, cause: Cause) -> None:
    chain = chain_on(delivered_chains(country), cause, TODAY)
    assert not check_steps(chain.steps)
    assert chain.source
    assert any(step.is_for_danger for step in chain.steps)


def test_each_country_has_its_emergency_numbers() -> None:
    urgent = {
        country: [one.number for one in emergency_numbers(country, TODAY) if one.is_emergency]
        for country in ("DE", "DK")
    }
    assert urgent == {"DE": ["112", "110"], "DK": ["112", "114"]}
    early = datetime(2005, 1, 1).date()  # noqa: DTZ001 - a day before the number was there
    assert "116117" not in [one.number for one in emergency_numbers("DE", early)]
