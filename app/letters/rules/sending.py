"""What letters may be about, and how their files are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from datetime import date, datetime


APPOINTMENT = "appointment"
"""The letter that announces a visit."""

VISIT_IS_GONE = N_("This visit no longer exists.")
NO_VISIT_PLANNED = N_("No visit is planned for this person. Plan a visit first, then write.")
NOT_PLANNED = N_("This visit is not planned any more, so no letter can announce it.")
IS_PAST = N_("This visit lies in the past, so no letter can announce it.")
ADDRESS_IS_PROTECTED = N_(
    "The address of this person is protected. Confirm that nobody else will see the letter."
)
NO_ADDRESS = N_("Street, postcode and town of this person are needed for a letter.")
NO_SUCH_TEMPLATE = N_("There is no letter of this name: {name}")
LETTER_IS_GONE = N_("This letter no longer exists.")


def check_visit(status: str, start: datetime, today: date) -> tuple[Problem, ...]:
    """Answer what stands against announcing a visit: it must be planned, today or later."""
    if status != "planned":
        return (Problem(NOT_PLANNED, "visit_id"),)
    if start.date() < today:
        return (Problem(IS_PAST, "visit_id"),)
    return ()


def file_name(day: date, label: str) -> str:
    """Answer a neutral name for a saved letter: its date and kind, nothing of the person."""
    return f"{day.isoformat()} {label.lower()}.pdf"
