"""Volunteers in lists: those of now, those about whom something is to be done, those who left."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from app.clients.queries import home_country
from app.clients.rules import fold, full_name
from app.volunteers.queries.held import NOTHING, all_held
from app.volunteers.requirements import all_requirements, requirements_on
from app.volunteers.rules import Due, VolunteerStage, dues, stage_of, standings
from db.access import is_listed
from db.areas import Area
from db.people import Person, PersonLanguage
from db.volunteers import Volunteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


class VolunteerList(StrEnum):
    """Which volunteers a list shows."""

    NOW = "now"
    TO_DO = "to_do"
    LEFT = "left"


class VolunteerRow(NamedTuple):
    """One volunteer as a list shows it."""

    id: UUID
    """The person's id."""
    given_name: str
    family_name: str
    address_protected: bool
    phone: str
    email: str
    area: str
    """The district of the visits, or of the address; "" where nobody said."""
    languages: tuple[str, ...]
    stage: VolunteerStage
    dues: tuple[Due, ...]
    max_people: int
    applied_on: date
    active_from: date | None
    left_on: date | None

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)

    @property
    def sorted_name(self) -> str:
        """The name as it stands in lists: family name first."""
        return ", ".join(filter(None, (self.family_name, self.given_name)))


_AREA = (
    select(Area.name)
    .where(Area.id == func.coalesce(Volunteer.area_id, Person.area_id))
    .scalar_subquery()
)
_ALL = (
    select(
        Volunteer.id,
        Volunteer.person_id,
        Person.given_name,
        Person.family_name,
        Person.address_protected,
        Person.phone,
        Person.mobile,
        Person.email,
        _AREA.label("area"),
        Volunteer.max_people,
        Volunteer.applied_on,
        Volunteer.active_from,
        Volunteer.left_on,
        Volunteer.insured_until,
    )
    .join(Person, Person.id == Volunteer.person_id)
    .where(is_listed(Volunteer.person_id))
    .order_by(Person.sort_key_de, Person.id)
)
_LANGUAGES = (
    select(PersonLanguage.person_id, PersonLanguage.tag)
    .join(Volunteer, Volunteer.person_id == PersonLanguage.person_id)
    .order_by(PersonLanguage.person_id, PersonLanguage.position)
)


def list_volunteers(
    connection: Connection,
    which: VolunteerList,
    today: date,
    *,
    typed: str = "",
    stage: str = "",
    area: str = "",
    language: str = "",
) -> tuple[VolunteerRow, ...]:
    """Answer the volunteers of a list by name; those to do something about by its day."""
    sought = fold(typed).split()
    found = [
        row
        for row in _rows(connection, today)
        if _belongs(row, which)
        and (not stage or row.stage == stage)
        and (not area or row.area == area)
        and (not language or language in row.languages)
        and (not sought or _is_called(row, sought))
    ]
    if which is VolunteerList.TO_DO:
        found.sort(key=_first_due)
    return tuple(found)


def _belongs(row: VolunteerRow, which: VolunteerList) -> bool:
    if which is VolunteerList.TO_DO:
        return bool(row.dues)
    return (row.stage is VolunteerStage.LEFT) is (which is VolunteerList.LEFT)


def _is_called(row: VolunteerRow, sought: list[str]) -> bool:
    words = fold(row.name).split()
    return all(any(word.startswith(part) for word in words) for part in sought)


def _first_due(row: VolunteerRow) -> str:
    return row.dues[0].due_on.isoformat() if row.dues[0].due_on else ""


def _rows(connection: Connection, today: date) -> Iterator[VolunteerRow]:
    country = home_country(connection)
    required, held = requirements_on(connection, country, today), all_held(connection)
    titles = {one.code: one.title for one in all_requirements(connection, country)}
    spoken = _spoken(connection)
    for row in connection.execute(_ALL):
        proofs = held.get(row.id, NOTHING)
        found = standings(required, proofs.held, today)
        stage = stage_of(found, row.active_from, row.left_on, today)
        going = ((titles.get(code, code), day) for code, day in proofs.deletions)
        has_left = stage is VolunteerStage.LEFT
        due = dues(found, row.insured_until, going, today, has_left=has_left)
        yield _as_row(row, spoken, stage, due)


def _spoken(connection: Connection) -> Mapping[UUID, list[str]]:
    spoken: dict[UUID, list[str]] = defaultdict(list)
    for person, tag in connection.execute(_LANGUAGES):
        spoken[person].append(tag)
    return spoken


def _as_row(
    row: Any,  # noqa: ANN401 - a row of `_ALL`
    spoken: Mapping[UUID, list[str]],
    stage: VolunteerStage,
    due: tuple[Due, ...],
) -> VolunteerRow:
    return VolunteerRow(
        row.person_id,
        row.given_name,
        row.family_name,
        row.address_protected,
        row.mobile or row.phone,
        row.email,
        row.area or "",
        tuple(spoken.get(row.person_id, ())),
        stage,
        due,
        row.max_people,
        row.applied_on,
        row.active_from,
        row.left_on,
    )
