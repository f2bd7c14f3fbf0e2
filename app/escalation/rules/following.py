"""Following a concern: which step is next and when, what a step says, when it may be closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.escalation.rules.words import Ending, StepResult
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

    from app.escalation.rules.chain import ChainStep

NOTE_LENGTH = 1_000
"""Longest note on a step, and longest closing note, in characters."""
ROUNDING = timedelta(minutes=5)
"""How far ahead of the clock a step may be said to be, as people round times."""

NO_STEP = N_("Please choose which step was taken.")
NO_RESULT = N_("Please choose what came of it.")
NO_TIME = N_("Please enter when it was, for example 14:30.")
STEP_AHEAD = N_("This time is still ahead. Please enter when it really was.")
STEP_BEFORE = N_("This is before the concern began. Please check day and time.")
NO_ENDING = N_("Please choose how it ended. A concern is not closed before somebody knows.")
NO_STEP_YET = N_(
    "No step was noted yet. Note first what was done, or choose that it was a mistake."
)


@dataclass(frozen=True, slots=True)
class StepDetails:
    """What the form of one step says; times are naive local times."""

    code: str = ""
    at: datetime | None = None
    called: str = ""
    result: StepResult | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """What the form that closes a concern says."""

    ending: Ending | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakenStep:
    """A step that was taken, as far as the order of steps asks."""

    code: str
    at: datetime
    result: StepResult


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to be done next, and from when on (naive local time)."""

    step: ChainStep
    due: datetime


def next_step(
    steps: Sequence[ChainStep], taken: Iterable[TakenStep], opened: datetime
) -> NextStep | None:
    """Answer the first step after the latest one that was taken; None after the last.

    `taken` stand in the order in which they were noted.

    It is due when one has waited for the answer of the step before, and at once where that one
    brought nobody.
    """
    last = _last(taken)
    if last is None:
        return NextStep(steps[0], opened) if steps else None
    codes = [step.code for step in steps]
    place = codes.index(last.code) if last.code in codes else -1
    if place + 1 >= len(steps):
        return None
    waits = steps[place].wait_minutes if place >= 0 and last.result in _WAITED_FOR else 0
    return NextStep(steps[place + 1], last.at + timedelta(minutes=waits))


def is_over(taken: Iterable[TakenStep]) -> bool:
    """Answer whether a step says that somebody knows: what is left is to close the concern."""
    last = _last(taken)
    return last is not None and last.result in {StepResult.REACHED, StepResult.KNOWS}


def check_step(
    step: StepDetails, known: Iterable[str], *, opened: datetime, now: datetime
) -> tuple[Problem, ...]:
    """Answer what is wrong with a step; `known` are the codes of the chain."""
    return (
        *(() if step.code in set(known) else (Problem(NO_STEP, "code"),)),
        *_check_time(step.at, opened, now),
        *check_text(step.called, "called", longest=NAME_LENGTH),
        *(() if step.result is not None else (Problem(NO_RESULT, "result"),)),
        *check_text(step.note, "note", longest=NOTE_LENGTH, lines=True),
    )


def check_closing(closing: Closing, *, has_steps: bool) -> tuple[Problem, ...]:
    """Answer what stands against closing: it takes a result, a note, and a step before it."""
    if closing.ending is not None and closing.ending is not Ending.MISTAKE and not has_steps:
        return (Problem(NO_STEP_YET, "ending"),)
    return (
        *(() if closing.ending is not None else (Problem(NO_ENDING, "ending"),)),
        *check_text(closing.note, "note", longest=NOTE_LENGTH, required=True, lines=True),
    )


def follow_up_day(today: date, days: int, holidays: Container[date] = ()) -> date:
    """Answer the working day on which the person is spoken to again: no weekend, no holiday."""
    day = today + timedelta(days=days)
    while day.weekday() >= _SATURDAY or day in holidays:
        day += timedelta(days=1)
    return day


_SATURDAY = 5
_WAITED_FOR = frozenset({StepResult.NOBODY, StepResult.COMES, StepResult.HELP})


def _check_time(at: datetime | None, opened: datetime, now: datetime) -> tuple[Problem, ...]:
    if at is None:
        return (Problem(NO_TIME, "at"),)
    if at > now + ROUNDING:
        return (Problem(STEP_AHEAD, "at"),)
    if at.date() < opened.date():
        return (Problem(STEP_BEFORE, "at"),)
    return ()


def _last(taken: Iterable[TakenStep]) -> TakenStep | None:
    """Answer the latest step; of two in one minute, the one that was noted last."""
    return max(reversed(tuple(taken)), key=_when, default=None)


def _when(step: TakenStep) -> datetime:
    return step.at
