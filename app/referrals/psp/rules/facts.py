"""Facts: what one agency may tell another, why, on what ground, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.referrals.psp.rules.words import AGENCY_LABELS, Agency, FactCategory
from app.text_rules import check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from app.referrals.psp.rules.law import Law

LONGEST_FACT = 1_000
LONGEST_NECESSITY = 500

UNKNOWN = N_("Please choose one of the entries offered.")
NOBODY = N_("Please tick at least one agency that needs this fact ({law}).")
ITSELF = N_("An agency is not told what comes from itself. Untick {agency}.")
NOT_NEEDED = N_(
    "Please say why the agencies need this fact: only what is necessary is passed on ({law})."
)
NO_BASIS = N_("Please choose the legal basis: without one no fact is passed on ({law}).")
NO_CONSENT = N_("This basis needs the consent of the person, and none is recorded ({law}).")
FOR_INVESTIGATION = N_(
    "Please confirm that this is not for the investigation of a crime: for that it may not be"
    " passed on ({law})."
)
NO_EXPIRY = N_("Please enter the last day on which the fact is needed ({law}).")
EXPIRED = N_("The last day must not lie in the past ({law}).")
TOO_LATE = N_("The fact must be assessed anew after {days} days at the latest ({law}).")
BARRED = N_("{agency} may be told this only with the person's consent ({law}).")


@dataclass(frozen=True, slots=True)
class FactDetails:
    """The form of one fact."""

    text: str = ""
    category: str = FactCategory.SOCIAL
    from_agency: str = Agency.MUNICIPALITY
    recipients: tuple[str, ...] = ()
    necessity: str = ""
    basis: str = ""
    not_for_investigation: bool = False
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What facts are held against: the law, the kind of group, whether the person agreed."""

    law: Law
    kind: str
    has_consent: bool
    longest_days: int
    """For how long a fact may be used at most."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it is kept."""

    id: UUID
    version: int
    case_id: UUID
    text: str
    category: str
    from_agency: str
    recipients: tuple[str, ...]
    necessity: str
    basis: str
    not_for_investigation: bool
    expires_on: date

    def may_be_used(self, today: date) -> bool:
        """Answer whether its last day has not passed."""
        return self.expires_on >= today


def check_fact(fact: FactDetails, grounds: Grounds, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a fact, each rule with the law behind it."""
    problems = [*check_text(fact.text, "text", longest=LONGEST_FACT, required=True, lines=True)]
    if fact.category not in set(FactCategory):
        problems.append(Problem(UNKNOWN, "category"))
    if fact.from_agency not in set(Agency):
        problems.append(Problem(UNKNOWN, "from_agency"))
    problems += _check_need(fact, grounds.law)
    problems += _check_basis(fact, grounds)
    if not fact.not_for_investigation:
        values = {"law": grounds.law.purpose}
        problems.append(Problem(FOR_INVESTIGATION, "not_for_investigation", values))
    problems += _check_expiry(fact.expires_on, grounds, today)
    return tuple(problems)


def _check_need(fact: FactDetails, law: Law) -> tuple[Problem, ...]:
    values = {"law": law.necessity}
    problems = []
    if not fact.recipients or set(fact.recipients) - set(Agency):
        problems.append(Problem(NOBODY, "recipients", values))
    elif fact.from_agency in fact.recipients:
        agency = Problem(AGENCY_LABELS[Agency(fact.from_agency)])
        problems.append(Problem(ITSELF, "recipients", {"agency": agency}))
    if is_blank(fact.necessity):
        problems.append(Problem(NOT_NEEDED, "necessity", values))
    problems += check_text(fact.necessity, "necessity", longest=LONGEST_NECESSITY, lines=True)
    return tuple(problems)


def _check_basis(fact: FactDetails, grounds: Grounds) -> tuple[Problem, ...]:
    law = grounds.law
    basis = law.basis(fact.basis, grounds.kind)
    if basis is None:
        return (Problem(NO_BASIS, "basis", {"law": law.necessity}),)
    if basis.needs_consent:
        return () if grounds.has_consent else (Problem(NO_CONSENT, "basis", {"law": basis.law}),)
    return tuple(
        Problem(
            BARRED, "recipients", {"agency": Problem(AGENCY_LABELS[Agency(agency)]), "law": said}
        )
        for agency, said in law.barred
        if agency in fact.recipients
    )


def _check_expiry(day: date | None, grounds: Grounds, today: date) -> tuple[Problem, ...]:
    values: dict[str, object] = {"law": grounds.law.expiry, "days": grounds.longest_days}
    if day is None:
        return (Problem(NO_EXPIRY, "expires_on", values),)
    if day < today:
        return (Problem(EXPIRED, "expires_on", values),)
    if day > today + timedelta(days=grounds.longest_days):
        return (Problem(TOO_LATE, "expires_on", values),)
    return ()


def facts_for(
    agency: str, facts: Iterable[Fact], grounds: Grounds, today: date
) -> tuple[Fact, ...]:
    """Answer the facts that an agency may be given today.

    Those that are ticked for it, not expired, and whose ground still holds: a consent that was
    taken back, or a law that ended, takes its facts along.
    """
    return tuple(
        fact
        for fact in facts
        if agency in fact.recipients
        and fact.not_for_investigation
        and fact.may_be_used(today)
        and _is_grounded(fact, agency, grounds)
    )


def facts_for_all(
    agencies: Iterable[str], facts: Iterable[Fact], grounds: Grounds, today: date
) -> tuple[Fact, ...]:
    """Answer the facts that everyone at a table may be told: ticked for each, or from it."""
    here = tuple(agencies)
    return tuple(
        fact
        for fact in facts
        if fact.may_be_used(today)
        and all(
            agency == fact.from_agency or facts_for(agency, (fact,), grounds, today)
            for agency in here
        )
    )


def _is_grounded(fact: Fact, agency: str, grounds: Grounds) -> bool:
    basis = grounds.law.basis(fact.basis, grounds.kind)
    if basis is None:
        return False
    if basis.needs_consent:
        return grounds.has_consent
    return agency not in {barred for barred, _law in grounds.law.barred}
