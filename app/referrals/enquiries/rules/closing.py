"""When an enquiry may be closed: never unanswered, never with a child's concern left lying."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from app.referrals.enquiries.rules.clock import ClockRules

UNANSWERED = N_(
    "Nobody has answered this enquiry yet. Every enquiry is answered before it is closed ({law}). "
    "Answer by letter, phone or mail first. Source: {source}"
)
CHILD_NOT_ROUTED = N_(
    "This enquiry is about a child. It is closed only after the children's channel has it ({law}). "
    "Source: {source}"
)
NO_OUTCOME = N_("Say what came of it. This stays in the office.")


@dataclass(frozen=True, slots=True)
class Closing:
    """The form that closes an enquiry; all of it stays in the office."""

    outcome: str = ""
    """A code of `OUTCOMES`."""
    note: str = ""


def may_close(
    answers: int, rules: ClockRules, *, is_about_child: bool, is_routed: bool
) -> tuple[Problem, ...]:
    """Answer why an enquiry with this many logged answers may not be closed; nothing if it may."""
    rule = {"law": rules.answer_law, "source": rules.answer_source}
    problems: list[Problem] = []
    if answers < 1:
        problems.append(Problem(UNANSWERED, "", rule))
    if is_about_child and not is_routed:
        told = {"law": rules.child_law, "source": rules.child_source}
        problems.append(Problem(CHILD_NOT_ROUTED, "", told))
    return tuple(problems)


def check_closing(closing: Closing) -> tuple[Problem, ...]:
    """Answer what is wrong with the form."""
    missing = () if closing.outcome else (Problem(NO_OUTCOME, "outcome"),)
    return (*missing, *check_text(closing.note, "note", longest=NOTE_LENGTH, lines=True))
