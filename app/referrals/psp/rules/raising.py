"""Bringing up a person: what must be said before agencies may speak of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.referrals.psp.rules.words import (
    OVER_STATES,
    Agency,
    CaseState,
    ConsentSought,
    Criterion,
    GroupKind,
)
from app.text_rules import NAME_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.referrals.psp.rules.law import Law

LONGEST = 2_000
"""Longest text on a case: minutes and sheets are kept short."""

NO_CRITERION = N_("Please tick at least one criterion ({law}).")
NO_PERSON = N_("Please choose the person.")
WHY_NOT_ENOUGH = N_(
    "Please say why your own agency cannot solve this alone: otherwise nobody may be brought up"
    " ({law})."
)
WHY_NOT_INFORMED = N_("Please say why the person was not informed.")
WHY_NO_CONSENT = N_("Please say why there is no consent.")
UNKNOWN = N_("Please choose one of the entries offered.")
NO_REASON = N_("Please say why the case ends.")
STEERING = N_("A steering group speaks of no single person. Choose another group.")
PAST_REVIEW = N_("The next review must lie ahead.")


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """The form by which a person is brought up."""

    person_id: UUID | None = None
    raised_agency: str = Agency.MUNICIPALITY
    criteria: tuple[str, ...] = ()
    own_means_insufficient: str = ""
    tried: str = ""
    informed: bool = False
    informed_reason: str = ""
    """Why the person was not informed."""
    consent_sought: str = ConsentSought.NOT_ASKED
    consent_reason: str = ""
    """Why the person was not asked, or what was said."""


@dataclass(frozen=True, slots=True)
class Following:
    """How a case goes on: by whom, in which state, and when the group looks at it again."""

    state: str = CaseState.ACTIVE
    lead_agency: str = ""
    next_review: date | None = None
    closing_reason: str = ""


def check_case(details: CaseDetails, kind: str, law: Law) -> tuple[Problem, ...]:
    """Answer what is wrong with bringing up a person in a kind of group."""
    if kind == GroupKind.STEERING:
        return (Problem(STEERING),)
    problems = []
    if details.person_id is None:
        problems.append(Problem(NO_PERSON, "person_id"))
    if details.raised_agency not in set(Agency):
        problems.append(Problem(UNKNOWN, "raised_agency"))
    if not details.criteria or set(details.criteria) - set(Criterion):
        problems.append(Problem(NO_CRITERION, "criteria", {"law": law.raising}))
    if is_blank(details.own_means_insufficient):
        problems.append(Problem(WHY_NOT_ENOUGH, "own_means_insufficient", {"law": law.raising}))
    else:
        problems += _text(details.own_means_insufficient, "own_means_insufficient")
    problems += _text(details.tried, "tried", required=True)
    return (*problems, *_check_person(details))


def _check_person(details: CaseDetails) -> tuple[Problem, ...]:
    """Answer what is wrong with what was said to the person, and asked."""
    problems = []
    if not details.informed and is_blank(details.informed_reason):
        problems.append(Problem(WHY_NOT_INFORMED, "informed_reason"))
    problems += _text(details.informed_reason, "informed_reason")
    if details.consent_sought not in set(ConsentSought):
        problems.append(Problem(UNKNOWN, "consent_sought"))
    elif details.consent_sought != ConsentSought.GIVEN and is_blank(details.consent_reason):
        problems.append(Problem(WHY_NO_CONSENT, "consent_reason"))
    problems += _text(details.consent_reason, "consent_reason")
    return tuple(problems)


def check_following(following: Following, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with how a case goes on."""
    problems = []
    if following.state not in set(CaseState):
        problems.append(Problem(UNKNOWN, "state"))
    if following.lead_agency and following.lead_agency not in set(Agency):
        problems.append(Problem(UNKNOWN, "lead_agency"))
    over = following.state in OVER_STATES
    if over and is_blank(following.closing_reason):
        problems.append(Problem(NO_REASON, "closing_reason"))
    if not over and following.next_review is not None and following.next_review <= today:
        problems.append(Problem(PAST_REVIEW, "next_review"))
    problems += check_text(following.closing_reason, "closing_reason", longest=NAME_LENGTH)
    return tuple(problems)


def _text(value: str, field: str, *, required: bool = False) -> tuple[Problem, ...]:
    return check_text(value, field, longest=LONGEST, required=required, lines=True)
