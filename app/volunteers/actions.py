"""What can be done with the file of a volunteer, and with what was proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from app.clients.queries import home_country
from app.clients.rules import Role
from app.clients.taking_roles import take_role
from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.volunteers.deletions import say_deletions
from app.volunteers.parts import write_parts
from app.volunteers.requirements import requirement
from app.volunteers.rules import (
    RequirementKind,
    check_proof,
    check_volunteer,
    last_day,
)
from db.access import is_known_to_me
from db.people import PersonRole
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.volunteers.rules import ProofDetails, VolunteerDetails

VOLUNTEER_FORM = "volunteer"
"""The form of a file in drafts; the subject is the person's id, "" for a new one."""
PROOF_FORM = "volunteer_proof"
"""The form of a proof in drafts; the subject is the person's id."""

UNKNOWN_PROOF = N_("This proof is no longer in the office.")
NO_FILE = N_("This person has no volunteer's file yet.")
NOT_CHOSEN = N_("Please choose the person.")

_AS_GIVEN = (
    "applied_on", "active_from", "left_on", "max_people", "reach_km", "area_id", "gender",
    "smoker", "accepts_smoking", "climbs_stairs", "dementia_experience", "by_phone_only",
    "is_mediator", "is_pupil", "paid_kind", "insured_until",
)  # fmt: skip
_TEXTS = ("community", "emergency_note", "about")
_PROVEN = (
    "requirement_code", "certificate_kind", "issued_on", "has_excluding_entry",
    "consent_requested_on", "assessment",
)  # fmt: skip


def save_volunteer(
    act: Act, person_id: UUID | None, version: int, details: VolunteerDetails
) -> UUID:
    """Begin the file of a person (`version` 0) or change it as it was read; answer the person.

    The person has the role of a volunteer from then on, until the last day of the file.
    """
    if person_id is None:
        raise Refused(Problem(NOT_CHOSEN, "person_id"))
    known_person(act, person_id, "person_id")
    if problems := check_volunteer(details, act.local_now.date()):
        raise Refused(*problems)
    row = act.session.scalar(select(Volunteer).where(Volunteer.person_id == person_id))
    if (row.version if row else 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    row = row or Volunteer(person_id=person_id)
    for field in _AS_GIVEN:
        setattr(row, field, getattr(details, field))
    for field in _TEXTS:
        setattr(row, field, getattr(details, field).strip())
    row.left_reason = details.left_reason if details.left_on else ""
    act.session.add(row)
    if version:
        # Times and absences stand in rows of their own: whoever changes only those counts, too.
        flag_modified(row, "about")
    act.session.flush()
    write_parts(act, row, details)
    _say_role(act, row)
    say_deletions(act, row)
    for subject in ("", str(person_id)):
        discard_draft(act, VOLUNTEER_FORM, subject)
    act.touch("volunteers", row.id)
    act.touch("clients", person_id)
    return person_id


def record_proof(act: Act, proof_id: UUID, person_id: UUID, details: ProofDetails) -> UUID:
    """Note what was proven, under an id that the form made; a second time changes nothing.

    Older proofs stay; the newest counts. Answers the person.
    """
    if act.session.get(Proof, proof_id) is not None:
        return person_id
    row = _file_of(act, person_id)
    today = act.local_now.date()
    connection = act.session.connection()
    asked = requirement(connection, home_country(connection), details.requirement_code, today)
    problems = check_proof(details, asked, today)
    if problems or asked is None:
        raise Refused(*problems)
    proof = Proof(id=proof_id, volunteer_id=row.id, inspected_by=details.inspected_by or act.who)
    if details.is_waived:
        proof.requirement_code = details.requirement_code
        proof.waiver_reason = details.waiver_reason.strip()
    else:
        is_certificate = asked.kind is RequirementKind.CERTIFICATE
        for field in _PROVEN if is_certificate else _PROVEN[:1]:
            setattr(proof, field, getattr(details, field))
        proof.inspected_on = details.inspected_on
        proof.valid_until = last_day(details, asked)
    act.session.add(proof)
    act.session.flush()
    say_deletions(act, row)
    discard_draft(act, PROOF_FORM, str(person_id))
    act.touch("volunteers", row.id)
    return person_id


def remove_proof(act: Act, proof_id: UUID, version: int) -> UUID:
    """Delete a proof: one noted by mistake, or one whose day has come; answer the file."""
    found = (
        select(Proof)
        .join(Volunteer, Volunteer.id == Proof.volunteer_id)
        .where(Proof.id == proof_id, is_known_to_me(Volunteer.person_id))
    )
    proof = act.session.scalar(found)
    if proof is None:
        raise Refused(Problem(UNKNOWN_PROOF))
    if proof.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    act.session.delete(proof)
    act.touch("volunteers", proof.volunteer_id)
    return proof.volunteer_id


def _file_of(act: Act, person_id: UUID) -> Volunteer:
    known_person(act, person_id)
    row = act.session.scalar(select(Volunteer).where(Volunteer.person_id == person_id))
    if row is None:
        raise Refused(Problem(NO_FILE))
    return row


def _say_role(act: Act, row: Volunteer) -> None:
    """Let the role last as long as the file."""
    if row.left_on is None:
        take_role(act, row.person_id, Role.VOLUNTEER)
        return
    lasting = select(PersonRole).where(
        PersonRole.person_id == row.person_id,
        PersonRole.role == Role.VOLUNTEER.value,
        PersonRole.until.is_(None),
    )
    for role in act.session.scalars(lasting):
        role.until = row.left_on
