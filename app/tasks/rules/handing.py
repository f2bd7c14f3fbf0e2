"""What of a colleague's work can be handed over, and what is wrong with handing it over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from uuid import UUID

SAME_COLLEAGUE = N_("This is the colleague whose work it is. Please choose another one.")
NOTHING_CHOSEN = N_("Nothing is chosen that could be handed over.")


class HandoverKind(StrEnum):
    """A kind of work."""

    TASK = "task"
    REVIEW = "review"
    FOLLOW_UP = "follow_up"
    RESPONSIBLE = "responsible"
    VISIT = "visit"

    @property
    def label(self) -> str:
        """The English words for many of it, translated where they are shown."""
        return _LABELS[self]


_LABELS = {
    HandoverKind.TASK: N_("Open tasks"),
    HandoverKind.REVIEW: N_("Reviews of tasks"),
    HandoverKind.FOLLOW_UP: N_("Follow-ups of notes"),
    HandoverKind.RESPONSIBLE: N_("People in her or his charge"),
    HandoverKind.VISIT: N_("Planned visits"),
}


@dataclass(frozen=True, slots=True)
class HandoverWish:
    """What the form of a handover says: whose work goes to whom, which pieces, and why."""

    from_who: str
    to_who: str
    reason: str = ""
    pieces: tuple[tuple[HandoverKind, UUID, int], ...] = ()
    """Kind, record and the version that was looked at: task, note, person or visit."""


def check_handover(wish: HandoverWish) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a handover, field by field."""
    wrong = (
        *check_text(wish.from_who, "from_who", longest=NAME_LENGTH, required=True),
        *check_text(wish.to_who, "to_who", longest=NAME_LENGTH, required=True),
        *check_text(wish.reason, "reason", longest=NOTE_LENGTH, lines=True),
    )
    if not wrong and wish.from_who.strip() == wish.to_who.strip():
        wrong = (Problem(SAME_COLLEAGUE, "to_who"),)
    if not wish.pieces:
        wrong = (*wrong, Problem(NOTHING_CHOSEN))
    return wrong
