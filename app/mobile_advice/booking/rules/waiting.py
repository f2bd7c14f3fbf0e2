"""Waiting for a free time at a stop: who comes first is offered it first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Problem
from app.mobile_advice.booking.rules.booking import NOBODY, NOTE_LENGTH
from app.text_rules import MISSING, NAME_LENGTH, check_text

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class WaitDetails:
    """Somebody who waits, as it stands in a form."""

    stop_id: UUID | None = None
    person_id: UUID | None = None
    name: str = ""
    phone: str = ""
    wish: str = ""
    """Days or times that suit, and what it is about."""


def check_wait(details: WaitDetails) -> tuple[Problem, ...]:
    """Answer what is wrong with an entry of the waiting list."""
    problems = (
        *check_text(details.name, "name", longest=NAME_LENGTH),
        *check_text(details.phone, "phone", longest=NAME_LENGTH),
        *check_text(details.wish, "wish", longest=NOTE_LENGTH, lines=True),
    )
    if details.stop_id is None:
        problems += (Problem(MISSING, "stop_id"),)
    if details.person_id is None and not details.name.strip():
        problems += (Problem(NOBODY, "person_id"),)
    return problems
