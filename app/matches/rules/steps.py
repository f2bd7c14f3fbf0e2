"""The way of a match: which step may follow which, and what each step says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.matches.rules.words import EndedBy, EndReason, MatchStage
from app.text_rules import NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

NEXT: Mapping[MatchStage, tuple[MatchStage, ...]] = MappingProxyType(
    {
        MatchStage.PROPOSED: (MatchStage.INTRODUCED, MatchStage.ENDED),
        MatchStage.INTRODUCED: (MatchStage.TRIAL, MatchStage.RUNNING, MatchStage.ENDED),
        MatchStage.TRIAL: (MatchStage.RUNNING, MatchStage.ENDED),
        MatchStage.RUNNING: (MatchStage.PAUSED, MatchStage.ENDED),
        MatchStage.PAUSED: (MatchStage.RUNNING, MatchStage.ENDED),
        MatchStage.ENDED: (),
    }
)
"""What may follow a stage; the likeliest first."""
OPEN_STAGES = frozenset(MatchStage) - {MatchStage.ENDED}
VISITING = frozenset({MatchStage.TRIAL, MatchStage.RUNNING, MatchStage.PAUSED})

NOT_NEXT = N_("A match cannot go from “{now}” to “{next}”.")
NO_DAY = N_("Please say on which day.")
BEFORE_STEP = N_("The step before was on {day}; this one cannot be earlier.")
IN_FUTURE = N_("This day has not come yet. Enter it when it is done.")
UNTIL_BEFORE = N_("The last day is before the first.")
NO_SIDE = N_("Please say who ended it.")
NO_REASON = N_("Please say why it ended.")


@dataclass(frozen=True, slots=True)
class StepDetails:
    """A step as the form has it."""

    stage: str
    on: date | None = None
    until: date | None = None
    """Last day of a trial or a pause; None leaves it open."""
    ended_by: str = ""
    end_reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MatchingDays:
    """How many days matching counts with, from a day on."""

    valid_from: date
    check_in: int
    """After how many days of visits both are asked how it goes."""
    trial: int
    away: int
    """For how many days of absence a match waits; whoever is away longer is no candidate now."""
    source: str


def check_step(now: MatchStage, since: date, step: StepDetails, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a step from a stage that began on `since`."""
    if step.stage not in NEXT[now]:
        return (Problem(NOT_NEXT, "stage", {"now": now, "next": step.stage}),)
    return (
        *_day(since, step, today),
        *_end(step),
        *check_text(step.note, "note", longest=NOTE_LENGTH, lines=True),
    )


def check_in_day(first_visits: date, days: MatchingDays) -> date:
    """Answer the day on which both are asked how it goes."""
    return first_visits + timedelta(days=days.check_in)


def _day(since: date, step: StepDetails, today: date) -> Iterator[Problem]:
    if step.on is None:
        yield Problem(NO_DAY, "on")
    elif step.on < since:
        yield Problem(BEFORE_STEP, "on", {"day": since})
    elif step.on > today:
        yield Problem(IN_FUTURE, "on")
    if step.until is not None and step.on is not None and step.until < step.on:
        yield Problem(UNTIL_BEFORE, "until")


def _end(step: StepDetails) -> Iterator[Problem]:
    if step.stage != MatchStage.ENDED:
        return
    if step.ended_by not in set(EndedBy):
        yield Problem(NO_SIDE, "ended_by")
    if step.end_reason not in set(EndReason):
        yield Problem(NO_REASON, "end_reason")
