"""The file of a volunteer as its form begins: all that stands in it, with its version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.clients.queries import home_country
from app.clients.rules import full_name
from app.volunteers.rules import (
    AbsenceDetails,
    Stretch,
    TrainingDetails,
    VolunteerDetails,
)
from db.access import is_known_to_me
from db.areas import Area
from db.base import Key
from db.people import Person
from db.volunteers import Absence, FreeTime, Training, Volunteer, VolunteerTrait

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

PERSON = bindparam("person_id", type_=Key())
FILE = bindparam("file_id", type_=Key())
_NAME = select(Person.given_name, Person.family_name).where(
    Person.id == PERSON, is_known_to_me(Person.id)
)
_PLAIN = (
    "applied_on", "active_from", "left_on", "left_reason", "max_people", "reach_km", "area_id",
    "gender", "smoker", "accepts_smoking", "climbs_stairs", "dementia_experience",
    "by_phone_only", "is_mediator", "is_pupil", "community", "paid_kind", "insured_until",
    "emergency_note", "about",
)  # fmt: skip
_FILE = select(
    Volunteer.id, Volunteer.version, *(Volunteer.__table__.c[name] for name in _PLAIN)
).where(Volunteer.person_id == PERSON, is_known_to_me(Volunteer.person_id))
_TRAITS = select(VolunteerTrait.kind, VolunteerTrait.code).where(
    VolunteerTrait.volunteer_id == FILE
)
_HOURS = (
    select(FreeTime.weekday, FreeTime.from_minute, FreeTime.until_minute)
    .where(FreeTime.person_id == PERSON)
    .order_by(FreeTime.weekday, FreeTime.from_minute)
)
_ABSENCES = (
    select(Absence.id, Absence.from_day, Absence.until_day, Absence.reason, Absence.note)
    .where(Absence.volunteer_id == FILE)
    .order_by(Absence.from_day, Absence.id)
)
_TRAININGS = (
    select(Training.id, Training.day, Training.topic, Training.minutes)
    .where(Training.volunteer_id == FILE)
    .order_by(Training.day, Training.id)
)
_AREAS = select(Area.id, Area.name).where(Area.in_use.is_(True)).order_by(Area.position, Area.name)


@dataclass(frozen=True, slots=True)
class VolunteerToEdit:
    """What the form begins with."""

    person_id: UUID | None
    """None where the person is still to be chosen."""
    name: str
    country: str
    version: int
    """0 where there is no file yet."""
    details: VolunteerDetails
    areas: tuple[tuple[UUID, str], ...]
    """Districts and quarters in use."""


def volunteer_to_edit(
    connection: Connection, person_id: UUID | None = None
) -> VolunteerToEdit | None:
    """Answer the file of a person, or an empty one; None for somebody not known here."""
    name, version, details = "", 0, VolunteerDetails()
    if person_id is not None:
        person = connection.execute(_NAME, {"person_id": person_id}).one_or_none()
        if person is None:
            return None
        name = full_name(person.given_name, person.family_name)
        found = read_file(connection, person_id)
        if found is not None:
            _file_id, version, details = found
    areas = tuple((row.id, row.name) for row in connection.execute(_AREAS))
    country = home_country(connection)
    return VolunteerToEdit(person_id, name, country, version, details, areas)


def read_file(connection: Connection, person_id: UUID) -> tuple[UUID, int, VolunteerDetails] | None:
    """Answer key, version and contents of a person's file; None where there is none."""
    row = connection.execute(_FILE, {"person_id": person_id}).one_or_none()
    if row is None:
        return None
    file = {"file_id": row.id}
    hours = connection.execute(_HOURS, {"person_id": person_id})
    details = VolunteerDetails(
        **{name: getattr(row, name) for name in _PLAIN},
        traits=frozenset((one.kind, one.code) for one in connection.execute(_TRAITS, file)),
        hours=tuple(map(Stretch._make, hours)),
        absences=tuple(AbsenceDetails(*one) for one in connection.execute(_ABSENCES, file)),
        trainings=tuple(TrainingDetails(*one) for one in connection.execute(_TRAININGS, file)),
    )
    return row.id, row.version, details
