"""A household's form: its name, and who lives in it since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from datetime import date

NEEDS_TWO = N_("A household has at least two members. Please choose who else lives there.")
NOT_YET = N_("This day lies before the first day in the household.")


@dataclass(frozen=True, slots=True)
class HouseholdDetails:
    """What is typed about a household."""

    name: str = ""
    """What letters call it; "" makes it from its members."""
    note: str = ""


def check_household(details: HouseholdDetails) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a household's form."""
    return (
        *check_text(details.name, "name", longest=NAME_LENGTH),
        *check_text(details.note, "note", longest=NAME_LENGTH),
    )


def check_leaving(since: date | None, until: date) -> tuple[Problem, ...]:
    """Answer a problem when somebody leaves before she or he came."""
    return (Problem(NOT_YET, "until"),) if since is not None and until < since else ()
