"""People and volunteers as the engine of matching asks for them, each fact read at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from app.clients.queries import home_country
from app.clients.rules import LanguageLevel
from app.matches.rules import OPEN_STAGES
from app.visiting.matching.wishes import Level, Spot, Volunteer
from app.volunteers.queries.held import NOTHING, all_held
from app.volunteers.requirements import requirements_on
from app.volunteers.rules import Stretch, TraitKind, VolunteerStage, bits_of, stage_of, standings
from db.access import is_known_to_me, is_listed
from db.areas import Area
from db.base import Key
from db.matches import Match
from db.people import Person, PersonLanguage
from db.volunteers import FreeTime, VolunteerTrait
from db.volunteers import Volunteer as File

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

LEVELS = {
    LanguageLevel.NATIVE: Level.NATIVE,
    LanguageLevel.FLUENT: Level.C1,
    LanguageLevel.GOOD: Level.B1,
    LanguageLevel.SOME: Level.A2,
    LanguageLevel.UNKNOWN: Level.B1,
}
"""What the office's levels are on the scale of the engine; one not asked for is enough to talk."""
_OPEN = [stage.value for stage in OPEN_STAGES]
_FILES = (
    select(
        File.id,
        File.person_id,
        File.active_from,
        File.left_on,
        File.max_people,
        File.reach_km,
        File.gender,
        File.smoker,
        File.accepts_smoking,
        File.dementia_experience,
        Person.birth_date,
        Area.name.label("area"),
    )
    .join(Person, Person.id == File.person_id)
    .outerjoin(Area, Area.id == func.coalesce(File.area_id, Person.area_id))
    .where(is_listed(File.person_id))
    .order_by(Person.sort_key_de, Person.id)
)
_SPOKEN = (
    select(PersonLanguage.person_id, PersonLanguage.tag, PersonLanguage.level)
    .join(File, File.person_id == PersonLanguage.person_id)
    .where(is_known_to_me(PersonLanguage.person_id))
)
_OWN = select(PersonLanguage.tag, PersonLanguage.level).where(
    PersonLanguage.person_id == bindparam("person_id", type_=Key()),
    is_known_to_me(PersonLanguage.person_id),
)
_TRAITS = (
    select(File.person_id, VolunteerTrait.kind, VolunteerTrait.code)
    .join(File, File.id == VolunteerTrait.volunteer_id)
    .where(is_known_to_me(File.person_id))
)
_HOURS = (
    select(FreeTime.person_id, FreeTime.weekday, FreeTime.from_minute, FreeTime.until_minute)
    .join(File, File.person_id == FreeTime.person_id)
    .where(is_known_to_me(FreeTime.person_id))
)
_BUSY = (
    select(Match.visitor_id, func.count())
    .where(
        Match.stage.in_(_OPEN), is_known_to_me(Match.person_id), is_known_to_me(Match.visitor_id)
    )
    .group_by(Match.visitor_id)
)


def read_volunteers(connection: Connection, today: date) -> tuple[Volunteer, ...]:
    """Answer everybody who has a file and did not leave, by the key of the person."""
    facts = _Facts(connection)
    required, held = requirements_on(connection, home_country(connection), today), all_held(connection)
    found = []
    for row in connection.execute(_FILES):
        states = standings(required, held.get(row.id, NOTHING).held, today)
        stage = stage_of(states, row.active_from, row.left_on, today)
        if stage is not VolunteerStage.LEFT:
            found.append(facts.volunteer(row, today, approved=stage is VolunteerStage.ACTIVE))
    return tuple(found)


def languages_of(connection: Connection, person_id: UUID) -> Mapping[str, Level]:
    """Answer the languages of one person."""
    return {
        tag: LEVELS[LanguageLevel(level)]
        for tag, level in connection.execute(_OWN, {"person_id": person_id})
    }


class _Facts:
    """What stands in rows of its own, by the person."""

    def __init__(self, connection: Connection) -> None:
        self._spoken: dict[UUID, dict[str, Level]] = defaultdict(dict)
        for person, tag, level in connection.execute(_SPOKEN):
            self._spoken[person][tag] = LEVELS[LanguageLevel(level)]
        self._traits: dict[UUID, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for person, kind, code in connection.execute(_TRAITS):
            self._traits[person][kind].add(code)
        self._hours: dict[UUID, list[Stretch]] = defaultdict(list)
        for person, *stretch in connection.execute(_HOURS):
            self._hours[person].append(Stretch(*stretch))
        self._busy = {row[0]: int(row[1]) for row in connection.execute(_BUSY)}

    def volunteer(self, row: Any, today: date, *, approved: bool) -> Volunteer:  # noqa: ANN401 - a row of `_FILES`
        person = row.person_id
        traits = self._traits.get(person, {})
        return Volunteer(
            id=person.hex,
            capacity=max(0, row.max_people - self._busy.get(person, 0)),
            approved=approved,
            languages=self._spoken.get(person, {}),
            gender=row.gender or None,
            brings=frozenset(traits.get(TraitKind.BRINGS, ())),
            allergies=frozenset(traits.get(TraitKind.ALLERGY, ())),
            smoker=row.smoker,
            accepts_smoking=row.accepts_smoking,
            hours=bits_of(self._hours.get(person, ())),
            spot=Spot(row.area),
            reach=row.reach_km,
            interests=frozenset(traits.get(TraitKind.INTEREST, ())),
            age=_age(row.birth_date, today),
            dementia_experience=row.dementia_experience,
        )


def _age(born: date | None, today: date) -> int | None:
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
