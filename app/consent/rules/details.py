"""What is typed about an answer to a question of consent, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.consent.rules.words import ConsentForm, ConsentState, Purpose
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

SCOPE_LENGTH = 2_000
"""Longest scope or note, in characters."""

NOT_OFFERED = N_("Please choose one of the entries offered.")
NO_RECIPIENT = N_("Please say who may get the data: an institution, or a name.")
TWO_RECIPIENTS = N_("Please name one recipient only: an institution from the list, or a name.")
NO_SCOPE = N_("Please say in plain words what may be passed on.")
NO_DAY = N_("Please say when the person said so.")
IN_THE_FUTURE = N_("This day lies in the future.")
EXPIRES_BEFORE = N_("This consent would end before it was given.")
NOT_GIVEN = N_("Only a consent that was given can be withdrawn.")
WITHDRAWN_BEFORE = N_("A consent cannot be withdrawn before it was given.")


@dataclass(frozen=True, slots=True)
class ConsentDetails:
    """The form of one answer to one purpose, and to one recipient where there is one."""

    purpose: str = Purpose.KEEPING
    institution_id: UUID | None = None
    recipient: str = ""
    """Who may get the data, in words, where it is no institution of the office."""
    scope: str = ""
    """What was agreed, in words that the person understood."""
    state: str = ConsentState.GIVEN
    """Given or refused; withdrawing is an act of its own."""
    said_on: date | None = None
    how: str = ConsentForm.WRITTEN
    expires_on: date | None = None
    """Last day on which it holds; None until it is withdrawn."""
    note: str = ""


def check_consent(details: ConsentDetails, today: date) -> tuple[Problem, ...]:
    """Answer everything that is wrong with an answer, at most one problem a field."""
    return (
        *_check_choices(details),
        *_check_recipient(details),
        *_check_scope(details),
        *_check_days(details, today),
        *check_text(details.note, "note", longest=SCOPE_LENGTH, lines=True),
    )


def check_withdrawal(state: str, said_on: date, on: date, today: date) -> tuple[Problem, ...]:
    """Answer what stands against withdrawing a consent on a day."""
    if state != ConsentState.GIVEN:
        return (Problem(NOT_GIVEN),)
    if on > today:
        return (Problem(IN_THE_FUTURE, "withdrawn_on"),)
    return (Problem(WITHDRAWN_BEFORE, "withdrawn_on"),) if on < said_on else ()


def _check_choices(details: ConsentDetails) -> tuple[Problem, ...]:
    offered = (
        ("purpose", details.purpose, set(Purpose)),
        ("state", details.state, {ConsentState.GIVEN, ConsentState.REFUSED}),
        ("how", details.how, set(ConsentForm)),
    )
    return tuple(
        Problem(NOT_OFFERED, field) for field, value, values in offered if value not in values
    )


def _check_recipient(details: ConsentDetails) -> tuple[Problem, ...]:
    needed = details.purpose == Purpose.PASSING_ON
    if needed and details.institution_id is None and is_blank(details.recipient):
        return (Problem(NO_RECIPIENT, "institution_id"),)
    if details.institution_id is not None and not is_blank(details.recipient):
        return (Problem(TWO_RECIPIENTS, "recipient"),)
    return check_text(details.recipient, "recipient", longest=NAME_LENGTH)


def _check_scope(details: ConsentDetails) -> tuple[Problem, ...]:
    given = details.state == ConsentState.GIVEN and details.purpose == Purpose.PASSING_ON
    if given and is_blank(details.scope):
        return (Problem(NO_SCOPE, "scope"),)
    return check_text(details.scope, "scope", longest=SCOPE_LENGTH, lines=True)


def _check_days(details: ConsentDetails, today: date) -> tuple[Problem, ...]:
    if details.said_on is None:
        return (Problem(NO_DAY, "said_on"),)
    if details.said_on > today:
        return (Problem(IN_THE_FUTURE, "said_on"),)
    if details.expires_on is not None and details.expires_on < details.said_on:
        return (Problem(EXPIRES_BEFORE, "expires_on"),)
    return ()
