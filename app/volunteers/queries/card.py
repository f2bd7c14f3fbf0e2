"""One volunteer as the card shows it: the file, the stage, and each requirement with its proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select

from app.clients.queries import home_country
from app.clients.rules import full_name
from app.volunteers.queries.editing import read_file
from app.volunteers.queries.held import as_held
from app.volunteers.requirements import all_requirements, requirements_on
from app.volunteers.rules import Standing, VolunteerStage, stage_of, standings
from db.access import is_known_to_me
from db.areas import Area
from db.base import Key
from db.people import Person
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.volunteers.rules import VolunteerDetails

_PERSON = (
    select(Person.given_name, Person.family_name, Area.name.label("area"))
    .outerjoin(Volunteer, Volunteer.person_id == Person.id)
    .outerjoin(Area, Area.id == func.coalesce(Volunteer.area_id, Person.area_id))
    .where(Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id))
)
_PROOFS = (
    select(
        Proof.id,
        Proof.version,
        Proof.requirement_code,
        Proof.certificate_kind,
        Proof.issued_on,
        Proof.inspected_on,
        Proof.inspected_by,
        Proof.has_excluding_entry,
        Proof.consent_requested_on,
        Proof.assessment,
        Proof.valid_until,
        Proof.waiver_reason,
        Proof.delete_on,
    )
    .where(Proof.volunteer_id == bindparam("file_id", type_=Key()))
    .order_by(Proof.inspected_on, Proof.id)
)


class ProofRow(NamedTuple):
    """One proof."""

    id: UUID
    version: int
    requirement_code: str
    certificate_kind: str
    issued_on: date | None
    inspected_on: date | None
    inspected_by: str
    has_excluding_entry: bool | None
    consent_requested_on: date | None
    assessment: str
    valid_until: date | None
    waiver_reason: str
    delete_on: date | None


@dataclass(frozen=True, slots=True)
class VolunteerCard:
    """A person as a volunteer."""

    person_id: UUID
    name: str
    area: str
    country: str
    details: VolunteerDetails | None
    """None where the person has no volunteer's file."""
    stage: VolunteerStage
    standings: tuple[Standing, ...] = ()
    proofs: tuple[ProofRow, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    """Titles of requirements by their code, in English."""


def volunteer_card(connection: Connection, person_id: UUID, today: date) -> VolunteerCard | None:
    """Answer a person as a volunteer; None for somebody not known here."""
    person = connection.execute(_PERSON, {"person_id": person_id}).one_or_none()
    if person is None:
        return None
    name, country = full_name(person.given_name, person.family_name), home_country(connection)
    found = read_file(connection, person_id)
    if found is None:
        return VolunteerCard(person_id, name, "", country, None, VolunteerStage.APPLICATION)
    file_id, _version, details = found
    proofs = tuple(map(ProofRow._make, connection.execute(_PROOFS, {"file_id": file_id})))
    held = tuple(
        as_held(
            proof.requirement_code,
            proof.inspected_on,
            proof.valid_until,
            proof.has_excluding_entry,
            proof.assessment,
        )
        for proof in proofs
    )
    states = standings(requirements_on(connection, country, today), held, today)
    stage = stage_of(states, details.active_from, details.left_on, today)
    titles = tuple((one.code, one.title) for one in all_requirements(connection, country))
    area = person.area or ""
    return VolunteerCard(person_id, name, area, country, details, stage, states, proofs, titles)
