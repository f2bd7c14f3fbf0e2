"""Hours that somebody types: an evening of exchange, a phone call, a day at the stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.expenses.rules.claim import IN_FUTURE, NO_DAY, NO_VOLUNTEER
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

NO_MINUTES = N_("Please say how long it was, such as 1:30.")
TOO_LONG = N_("A day has at most {most} hours.")


@dataclass(frozen=True, slots=True)
class HoursDetails:
    """Hours beside visits as the form has them."""

    visitor_id: UUID | None = None
    day: date | None = None
    minutes: int | None = None
    activity: str = ""


def check_hours(details: HoursDetails, most_minutes: int, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with typed hours, field by field."""
    found = []
    if details.visitor_id is None:
        found.append(Problem(NO_VOLUNTEER, "visitor_id"))
    if details.day is None:
        found.append(Problem(NO_DAY, "day"))
    elif details.day > today:
        found.append(Problem(IN_FUTURE, "day"))
    if details.minutes is None or details.minutes <= 0:
        found.append(Problem(NO_MINUTES, "minutes"))
    elif details.minutes > most_minutes:
        found.append(Problem(TOO_LONG, "minutes", {"most": most_minutes // 60}))
    found += check_text(details.activity, "activity", longest=NAME_LENGTH, required=True)
    return tuple(found)
