"""Volunteers for tests: people with a file, and proofs of what is required."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.volunteers.actions import record_proof, save_volunteer
from app.volunteers.queries import volunteer_to_edit
from app.volunteers.rules import (
    AbsenceDetails,
    AbsenceReason,
    CertificateKind,
    ProofDetails,
    VolunteerDetails,
)
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office

APPLIED = date(2026, 9, 1)
PROVEN = date(2026, 10, 1)


def add_volunteer(office: Office, name: str = "Anja Kurz", **details: Any) -> UUID:  # noqa: ANN401 - any field of the file
    """Add a person with a volunteer's file; answer the person."""
    given, _space, family = name.partition(" ")
    person = add_client(office, given_name=given, family_name=family)
    file = replace(VolunteerDetails(applied_on=APPLIED), **details)
    return office.act(save_volunteer, person, 0, file).value


def is_away(office: Office, person_id: UUID, first: date, last: date | None) -> None:
    """Say that a volunteer is away."""
    editing = office.ask(volunteer_to_edit, person_id)
    assert editing is not None
    absence = AbsenceDetails(uuid4(), first, last, AbsenceReason.HOLIDAY)
    details = replace(editing.details, absences=(absence,))
    office.act(save_volunteer, person_id, editing.version, details)


def prove(office: Office, person_id: UUID, code: str, **details: Any) -> UUID:  # noqa: ANN401 - any field of the proof
    """Note a proof of a requirement as a German office has it; answer the proof."""
    proof_id = uuid4()
    given = ProofDetails(code, inspected_on=PROVEN)
    if code == "certificate":
        given = replace(
            given,
            certificate_kind=CertificateKind.EXTENDED,
            issued_on=date(2026, 9, 15),
            has_excluding_entry=False,
        )
    office.act(record_proof, proof_id, person_id, replace(given, **details))
    return proof_id


def approve(office: Office, person_id: UUID) -> UUID:
    """Prove everything that is required; answer the person."""
    for code in ("interview", "certificate", "confidentiality", "training"):
        prove(office, person_id, code)
    return person_id
