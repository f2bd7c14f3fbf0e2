"""What is typed about a request and its first talk, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.consent.rules import OWN_FORMS, ConsentForm
from app.errors import N_, Problem
from app.intake.rules.words import RequestSource, Service
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

NOBODY = N_("Please choose a person, or tick that the person is new and write the name.")
NAME_MISSING = N_("Please give at least one name.")
NOT_OFFERED = N_("Please choose one of the entries offered.")
NO_DAY = N_("Please say when the request came.")
IN_THE_FUTURE = N_("This day lies in the future.")
NO_CONSENT_DAY = N_("Please say when the person said so.")
NOT_HER_OWN = N_("Only the person can say so, not the family and not the municipality.")

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """The form of a request; the person is known, or new with a name."""

    person_id: UUID | None = None
    is_new: bool = False
    """Whether the person is not in the office yet; then names and phone count."""
    given_name: str = ""
    family_name: str = ""
    phone: str = ""
    service: str = Service.VISITING
    requested_on: date | None = None
    source: str = RequestSource.SELF
    source_person_id: UUID | None = None
    source_institution_id: UUID | None = None
    source_note: str = ""
    own_consent: bool | None = None
    """What the person herself says to the service; None while nobody has asked her."""
    consent_on: date | None = None
    consent_how: str = ConsentForm.SPOKEN
    note: str = ""
    answers: Mapping[str, str] = default(default_factory=lambda: _NO_ANSWERS)
    """Answers to the checklist by the codes of its items."""


def check_request(
    details: RequestDetails, today: date, own_sources: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a request, apart from its checklist.

    `own_sources` are those that the office added.
    """
    return (
        *_check_who(details),
        *_check_choices(details, own_sources),
        *_check_day(details.requested_on, today),
        *check_text(details.source_note, "source_note", longest=NAME_LENGTH),
        *_check_consent(details, today),
        *check_text(details.note, "note", longest=NOTE_LENGTH, lines=True),
    )


def _check_who(details: RequestDetails) -> tuple[Problem, ...]:
    if not details.is_new:
        return () if details.person_id is not None else (Problem(NOBODY, "person_id"),)
    if is_blank(details.given_name + details.family_name):
        return (Problem(NAME_MISSING, "family_name"),)
    return tuple(
        problem
        for field in ("given_name", "family_name", "phone")
        for problem in check_text(getattr(details, field), field, longest=NAME_LENGTH)
    )


def _check_choices(details: RequestDetails, own_sources: frozenset[str]) -> tuple[Problem, ...]:
    offered = (
        ("service", details.service, set(Service)),
        ("source", details.source, {*RequestSource, *own_sources}),
    )
    return tuple(
        Problem(NOT_OFFERED, field) for field, value, values in offered if value not in values
    )


def _check_day(day: date | None, today: date) -> tuple[Problem, ...]:
    if day is None:
        return (Problem(NO_DAY, "requested_on"),)
    return (Problem(IN_THE_FUTURE, "requested_on"),) if day > today else ()


def _check_consent(details: RequestDetails, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with the person's own answer (no family, no municipality)."""
    if details.own_consent is None:
        return ()
    if details.consent_on is None:
        return (Problem(NO_CONSENT_DAY, "consent_on"),)
    if details.consent_on > today:
        return (Problem(IN_THE_FUTURE, "consent_on"),)
    if details.consent_how not in OWN_FORMS:
        return (Problem(NOT_HER_OWN, "consent_how"),)
    return ()
