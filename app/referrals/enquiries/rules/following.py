"""What can follow from an enquiry in one step, and what each way needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.referrals.enquiries.rules.words import StepKind
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

NO_PERSON = N_("Say first whom it is about: this needs a card.")
NO_DAY = N_("Please enter the day, for example 24.11.2026.")
NO_LANGUAGE = N_("Please say in which language somebody is to help.")

FOR_PERSON = frozenset(
    {
        StepKind.VISIT,
        StepKind.VISITING,
        StepKind.ADVICE,
        StepKind.SENIORS_HELP,
        StepKind.SPDI,
        StepKind.ACTION_PLAN,
    }
)
"""What needs a card of the person."""
WITH_TASK = frozenset({StepKind.ACTION_PLAN, StepKind.TASK})
"""What a colleague does: it is written down as a task."""
WITH_REFERRAL = frozenset({StepKind.SENIORS_HELP, StepKind.SPDI})
"""What another institution does: the matter is referred to it, on a basis or a consent."""
TIMED = frozenset({StepKind.VISIT, StepKind.ADVICE, StepKind.MEDIATOR})
"""What has a day and a time."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The form; which of it counts depends on the kind."""

    kind: StepKind = StepKind.VISIT
    day: date | None = None
    start: time | None = None
    end: time | None = None
    who: str = ""
    """Who visits, or whose task it is."""
    title: str = ""
    """What is to be done, in the words of the task."""
    language: str = ""
    note: str = ""
    institution_id: UUID | None = None
    """Whom the matter is referred to; this and all below of `WITH_REFERRAL` alone."""
    reason: str = ""
    """What is asked for, as the receiver reads it."""
    facts: tuple[str, ...] = ()
    """What the receiver may know of the person."""
    basis: str = ""
    due_on: date | None = None
    """By when an answer is expected."""


def check_follow_up(following: FollowUp, person_id: UUID | None) -> tuple[Problem, ...]:
    """Answer what is wrong with the form; what is made checks its own part."""
    problems: list[Problem] = []
    if following.kind in FOR_PERSON and person_id is None:
        problems.append(Problem(NO_PERSON, "kind"))
    if following.kind in TIMED and following.day is None:
        problems.append(Problem(NO_DAY, "day"))
    if following.kind is StepKind.MEDIATOR and not following.language:
        problems.append(Problem(NO_LANGUAGE, "language"))
    return (
        *problems,
        *check_text(following.title, "title", longest=NAME_LENGTH),
        *check_text(following.note, "note", longest=NOTE_LENGTH, lines=True),
    )
