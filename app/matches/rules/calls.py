"""A call to somebody who waits, as its form has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.matches.rules.words import CallResult
from app.text_rules import NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

NO_DAY = N_("Please say on which day.")
IN_FUTURE = N_("This day has not come yet. Enter it when it is done.")
NO_RESULT = N_("Please say what came of it.")


@dataclass(frozen=True, slots=True)
class CallDetails:
    """One call."""

    on: date | None = None
    result: str = ""
    visitor_id: UUID | None = None
    """The telephone volunteer; None where the office rang."""
    note: str = ""


def check_call(details: CallDetails, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a call."""
    return (
        *_facts(details, today),
        *check_text(details.note, "note", longest=NOTE_LENGTH, lines=True),
    )


def _facts(details: CallDetails, today: date) -> Iterator[Problem]:
    if details.on is None:
        yield Problem(NO_DAY, "on")
    elif details.on > today:
        yield Problem(IN_FUTURE, "on")
    if details.result not in set(CallResult):
        yield Problem(NO_RESULT, "result")
