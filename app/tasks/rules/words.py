"""What a task says, what became of it, and what is wrong with what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.tasks.rules.repeats import Repeat
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from uuid import UUID

FARTHEST = timedelta(days=3653)
"""How far ahead, and how long ago, a day of a task may be: ten years; more is a slip."""

NO_DAY_TO_REPEAT = N_("Say by when it is due: it repeats from that day.")
NO_DAY_TO_REVIEW = N_("Say on which day it is to be looked at.")
NOBODY_REVIEWS = N_("Say who looks at it on that day.")
TOO_FAR = N_("This day is more than ten years away. Please check the year.")
NO_REASON = N_("Say in a few words why it is not needed any more.")


class TaskState(StrEnum):
    """What became of a task."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _STATES[self]


_STATES = {
    TaskState.OPEN: N_("Open"),
    TaskState.DONE: N_("Done"),
    TaskState.DROPPED: N_("Dropped"),
}


@dataclass(frozen=True, slots=True)
class TaskValues:
    """What the form of a task says."""

    title: str
    assignee: str
    note: str = ""
    person_id: UUID | None = None
    due_on: date | None = None
    repeat: Repeat = Repeat.NEVER
    reviewer: str = ""
    review_on: date | None = None


def check_task(values: TaskValues, *, today: date) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a task, field by field."""
    return (
        *check_text(values.title, "title", longest=NAME_LENGTH, required=True),
        *check_text(values.assignee, "assignee", longest=NAME_LENGTH, required=True),
        *_check_days(values, today),
        *_check_review(values, today),
        *check_text(values.note, "note", longest=NOTE_LENGTH, lines=True),
    )


def check_result(result: str) -> tuple[Problem, ...]:
    """Answer what is wrong with the words about how a task was done; none are needed."""
    return check_text(result, "result", longest=NOTE_LENGTH, lines=True)


def check_drop(reason: str) -> tuple[Problem, ...]:
    """Answer what is wrong with the reason for dropping a task."""
    if is_blank(reason):
        return (Problem(NO_REASON, "result"),)
    return check_result(reason)


def _check_days(values: TaskValues, today: date) -> tuple[Problem, ...]:
    if values.due_on is None:
        repeats = values.repeat is not Repeat.NEVER
        return (Problem(NO_DAY_TO_REPEAT, "due_on"),) if repeats else ()
    return _check_near("due_on", values.due_on, today)


def _check_review(values: TaskValues, today: date) -> tuple[Problem, ...]:
    wrong = check_text(values.reviewer, "reviewer", longest=NAME_LENGTH)
    somebody = not is_blank(values.reviewer)
    if values.review_on is None:
        return (*wrong, *((Problem(NO_DAY_TO_REVIEW, "review_on"),) if somebody else ()))
    if not somebody:
        wrong = (*wrong, Problem(NOBODY_REVIEWS, "reviewer"))
    return (*wrong, *_check_near("review_on", values.review_on, today))


def _check_near(field: str, day: date, today: date) -> tuple[Problem, ...]:
    return (Problem(TOO_FAR, field),) if abs(day - today) > FARTHEST else ()
