"""Restricting who may know of a person: who is named, why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from datetime import date

NOBODY_NAMED = N_("Name at least one colleague, or nobody could open the card any more.")
NOBODY_LASTING = N_(
    "One colleague must have access without an end, or nobody could open the card one day."
)
NOT_A_COLLEAGUE = N_("{name} is not on the list of colleagues.")
NAMED_TWICE = N_("{name} is named twice.")
ENDED = N_("The access of {name} would have ended already. Choose a later day.")


@dataclass(frozen=True, slots=True)
class Named:
    """A colleague who may know of a restricted person; `until` is the last day, or None."""

    who: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Restriction:
    """The form by which a person is hidden from everyone who is not named."""

    reason: str = ""
    named: tuple[Named, ...] = ()


def check_restriction(
    restriction: Restriction, colleagues: frozenset[str], today: date
) -> tuple[Problem, ...]:
    """Answer what is wrong; in an office without a list of colleagues any name is allowed."""
    return (
        *check_text(restriction.reason, "reason", longest=NAME_LENGTH, required=True),
        *_check_named(restriction.named, colleagues, today),
    )


def _check_named(
    named: tuple[Named, ...], colleagues: frozenset[str], today: date
) -> tuple[Problem, ...]:
    if not named:
        return (Problem(NOBODY_NAMED, "named"),)
    problems = []
    seen: set[str] = set()
    for one in named:
        values = {"name": one.who}
        if colleagues and one.who not in colleagues:
            problems.append(Problem(NOT_A_COLLEAGUE, "named", values))
        elif one.who in seen:
            problems.append(Problem(NAMED_TWICE, "named", values))
        elif one.until is not None and one.until < today:
            problems.append(Problem(ENDED, "named", values))
        seen.add(one.who)
    if not problems and all(one.until is not None for one in named):
        problems.append(Problem(NOBODY_LASTING, "named"))
    return tuple(problems)
