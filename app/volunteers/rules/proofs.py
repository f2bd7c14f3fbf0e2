"""What may be noted about a proof: days and results, never what a certificate says."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text
from app.volunteers.rules.requirements import RequirementKind
from app.volunteers.rules.words import CERTIFICATES, Assessment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.volunteers.rules.requirements import Requirement

WAIVER_LENGTH = 15
"""Characters that a waiver is explained with at least."""

NO_REQUIREMENT = N_("Please choose what was proven.")
NO_DAY = N_("Please say on which day.")
IN_FUTURE = N_("This day has not come yet. Enter it when it is done.")
NO_ISSUE = N_("Please say when the certificate was issued; the day stands on it.")
ISSUED_LATER = N_("The certificate cannot be issued after it was inspected.")
TOO_OLD = N_(
    "The certificate was older than {months} months when it was inspected. Please ask for a new "
    "one; one issued on {earliest} or later would do."
)
NO_ANSWER = N_("Please say whether an entry stands there that excludes.")
NO_CONSENT = N_("The volunteer must be asked first. When was that?")
CONSENT_LATER = N_("The volunteer must be asked before the certificate is assessed.")
NO_ASSESSMENT = N_("Please say what the assessment came to.")
WRONG_KIND = N_("Please say which certificate it was.")
WAIVER_TOO_SHORT = N_("Please explain in at least {count} characters why nothing is asked.")


@dataclass(frozen=True, slots=True)
class ProofDetails:
    """A proof as the form has it; `None` is not filled in."""

    requirement_code: str = ""
    is_waived: bool = False
    inspected_on: date | None = None
    certificate_kind: str = ""
    issued_on: date | None = None
    has_excluding_entry: bool | None = None
    consent_requested_on: date | None = None
    assessment: str = ""
    waiver_reason: str = ""
    inspected_by: str = ""
    """"" is whoever enters it; a name only where a proof that was there comes back."""

    @property
    def is_passed(self) -> bool:
        """Whether the volunteer may go on by it."""
        if self.is_waived:
            return True
        return not self.has_excluding_entry and self.assessment != Assessment.NOT_SUITABLE


def add_months(day: date, months: int) -> date:
    """Answer the same day some months later or earlier, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def last_day(details: ProofDetails, requirement: Requirement) -> date | None:
    """Answer the last day of a proof: counted from its inspection; None holds for good."""
    if details.is_waived or details.inspected_on is None or not requirement.valid_months:
        return None
    return add_months(details.inspected_on, requirement.valid_months) - timedelta(days=1)


def deletion_day(requirement: Requirement, left_on: date, *, began: bool) -> date:
    """Answer when the line must go: at once for somebody who never began."""
    return add_months(left_on, requirement.delete_months) if began else left_on


def check_proof(
    details: ProofDetails, requirement: Requirement | None, today: date
) -> tuple[Problem, ...]:
    """Answer what is wrong with a proof; `requirement` is the one it names, if there is one."""
    if requirement is None:
        return (Problem(NO_REQUIREMENT, "requirement_code"),)
    if details.is_waived:
        return tuple(_waiver(details))
    found = list(_day(details, today))
    if not found and requirement.kind is RequirementKind.CERTIFICATE:
        found += _certificate(details, requirement)
    return tuple(found)


def _waiver(details: ProofDetails) -> Iterator[Problem]:
    reason = details.waiver_reason.strip()
    if len(reason) < WAIVER_LENGTH:
        yield Problem(WAIVER_TOO_SHORT, "waiver_reason", {"count": WAIVER_LENGTH})
    yield from check_text(reason, "waiver_reason", longest=NAME_LENGTH)


def _day(details: ProofDetails, today: date) -> Iterator[Problem]:
    if details.inspected_on is None:
        yield Problem(NO_DAY, "inspected_on")
    elif details.inspected_on > today:
        yield Problem(IN_FUTURE, "inspected_on")


def _certificate(details: ProofDetails, requirement: Requirement) -> Iterator[Problem]:
    if details.certificate_kind not in CERTIFICATES[requirement.country]:
        yield Problem(WRONG_KIND, "certificate_kind")
    if requirement.country == "DK":
        yield from _danish(details)
    else:
        yield from _german(details, requirement)


def _german(details: ProofDetails, requirement: Requirement) -> Iterator[Problem]:
    inspected = details.inspected_on
    if details.issued_on is None:
        yield Problem(NO_ISSUE, "issued_on")
    elif inspected is not None:
        earliest = add_months(inspected, -requirement.most_age_months)
        if details.issued_on > inspected:
            yield Problem(ISSUED_LATER, "issued_on")
        elif requirement.most_age_months and details.issued_on < earliest:
            values = {"months": requirement.most_age_months, "earliest": earliest}
            yield Problem(TOO_OLD, "issued_on", values)
    if details.has_excluding_entry is None:
        yield Problem(NO_ANSWER, "has_excluding_entry")


def _danish(details: ProofDetails) -> Iterator[Problem]:
    asked, inspected = details.consent_requested_on, details.inspected_on
    if asked is None:
        yield Problem(NO_CONSENT, "consent_requested_on")
    elif inspected is not None and asked > inspected:
        yield Problem(CONSENT_LATER, "consent_requested_on")
    if details.assessment not in set(Assessment):
        yield Problem(NO_ASSESSMENT, "assessment")
