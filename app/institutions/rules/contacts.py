"""What a person types about somebody who can be spoken to at an institution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.clients.rules import check_email
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from uuid import UUID

NOBODY = N_("Please choose a person, or tick that the person is new and write the name.")
NAME_MISSING = N_("Please give at least one name.")
ENDS_BEFORE = N_("The last day lies before the first.")

NOTE_LENGTH = 1_000
"""Longest note on a contact, in characters."""


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """The form of a contact person; either somebody known, or a new name."""

    person_id: UUID | None = None
    is_new: bool = False
    """Whether the person is not in the office yet; then the names count."""
    given_name: str = ""
    family_name: str = ""
    function: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    """Last day on which the person can be spoken to there."""


def check_contact(details: ContactDetails) -> tuple[Problem, ...]:
    """Answer everything that is wrong with the form of a contact person."""
    return (
        *_check_who(details),
        *check_text(details.function, "function", longest=NAME_LENGTH),
        *check_text(details.phone, "phone", longest=NAME_LENGTH),
        *check_email(details.email, "email"),
        *check_text(details.note, "note", longest=NOTE_LENGTH, lines=True),
        *_check_validity(details),
    )


def is_valid_on(valid_from: date | None, valid_until: date | None, day: date) -> bool:
    """Answer whether something holds on a day; an open end holds for ever."""
    return (valid_from or date.min) <= day <= (valid_until or date.max)


def _check_who(details: ContactDetails) -> tuple[Problem, ...]:
    if not details.is_new:
        return () if details.person_id is not None else (Problem(NOBODY, "person_id"),)
    if is_blank(details.given_name + details.family_name):
        return (Problem(NAME_MISSING, "family_name"),)
    return (
        *check_text(details.given_name, "given_name", longest=NAME_LENGTH),
        *check_text(details.family_name, "family_name", longest=NAME_LENGTH),
    )


def _check_validity(details: ContactDetails) -> tuple[Problem, ...]:
    first, last = details.valid_from, details.valid_until
    if first is not None and last is not None and last < first:
        return (Problem(ENDS_BEFORE, "valid_until"),)
    return ()
