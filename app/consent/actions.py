"""What can be done with consent: keep an answer, correct it, withdraw a consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.actions import UNKNOWN_CLIENT
from app.consent.rules import (
    ConsentState,
    check_consent,
    check_withdrawal,
)
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.institutions.actions import UNKNOWN_INSTITUTION
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.consent import Consent
from db.institutions import Institution
from db.people import Person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.consent.rules import ConsentDetails
    from app.office import Act

CONSENT_FORM = "consent"
NEW_CONSENT_FORM = "new_consent"
"""The forms in drafts; the subject is the answer's id, or the person's for a new one."""

UNKNOWN_CONSENT = N_("This answer is no longer in the office.")

_AS_GIVEN = ("purpose", "institution_id", "state", "said_on", "how", "expires_on")
_TEXTS = ("recipient", "scope", "note")


def record_consent(act: Act, consent_id: UUID, person_id: UUID, details: ConsentDetails) -> UUID:
    """Keep what a person said, under an id that the form made; a second time changes nothing.

    Older answers to the same purpose and recipient stay; the newest counts.
    """
    if act.session.get(Consent, consent_id) is not None:
        return consent_id
    known_person(act, person_id)
    _check(act, details)
    row = Consent(id=consent_id, person_id=person_id, recorded_by=act.who)
    _write(act, row, details)
    discard_draft(act, NEW_CONSENT_FORM, str(person_id))
    act.touch("consent", consent_id)
    return consent_id


def correct_consent(act: Act, consent_id: UUID, version: int, details: ConsentDetails) -> UUID:
    """Correct what was typed wrongly about an answer, as it was read with `version`.

    A new answer is kept beside the old one with `record_consent`.
    """
    row = _known(act, consent_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if row.state == ConsentState.WITHDRAWN:
        raise Refused(Problem(ALREADY_WITHDRAWN))
    _check(act, details)
    _write(act, row, details)
    discard_draft(act, CONSENT_FORM, str(consent_id))
    act.touch("consent", consent_id)
    return consent_id


def withdraw_consent(act: Act, consent_id: UUID, on: date) -> UUID:
    """Withdraw a consent from a day on; what was passed on before stays lawful (Art. 7(3) GDPR)."""
    row = _known(act, consent_id)
    if problems := check_withdrawal(row.state, row.said_on, on, act.local_now.date()):
        raise Refused(*problems)
    row.state = ConsentState.WITHDRAWN
    row.withdrawn_on = on
    act.touch("consent", consent_id)
    return consent_id


def undo_withdrawal(act: Act, consent_id: UUID) -> UUID:
    """Take a withdrawal back that was recorded by mistake."""
    row = _known(act, consent_id)
    if row.state == ConsentState.WITHDRAWN:
        row.state = ConsentState.GIVEN
        row.withdrawn_on = None
        act.touch("consent", consent_id)
    return consent_id


ALREADY_WITHDRAWN = N_("This consent was withdrawn. Please record a new answer instead.")


def known_person(act: Act, person_id: UUID, field: str = "") -> Person:
    """Answer a person of whom the person at work may know. Raises `Refused` without one."""
    known = select(Person).where(Person.id == person_id, is_known_to_me(Person.id))
    person = act.session.scalar(known)
    if person is None:
        raise Refused(Problem(UNKNOWN_CLIENT, field))
    return person


def check_institution_is_known(act: Act, institution_id: UUID | None) -> tuple[Problem, ...]:
    """Answer a problem when an institution is gone."""
    if institution_id is None or act.session.get(Institution, institution_id) is not None:
        return ()
    return (Problem(UNKNOWN_INSTITUTION, "institution_id"),)


def _known(act: Act, consent_id: UUID) -> Consent:
    known = select(Consent).where(Consent.id == consent_id, is_known_to_me(Consent.person_id))
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(UNKNOWN_CONSENT))
    return row


def _check(act: Act, details: ConsentDetails) -> None:
    problems = (
        *check_consent(details, act.local_now.date()),
        *check_institution_is_known(act, details.institution_id),
    )
    if problems:
        raise Refused(*problems)


def _write(act: Act, row: Consent, details: ConsentDetails) -> None:
    for field in _AS_GIVEN:
        setattr(row, field, getattr(details, field))
    for field in _TEXTS:
        setattr(row, field, getattr(details, field).strip())
    act.session.add(row)
