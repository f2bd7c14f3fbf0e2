"""People and volunteers as the engine of matching asks for them, in one statement for all.

What a volunteer has in rows of its own (languages, traits, times) comes as one word for each: of
2,000 volunteers that is 2,000 rows instead of 30,000.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, bindparam, cast, func, literal, or_, select, type_coerce

from app.clients.queries import home_country
from app.clients.rules import LanguageLevel
from app.matches.counting import days_on
from app.matches.rules import OPEN_STAGES
from app.visiting.matching.wishes import Level, Spot, Volunteer
from app.volunteers.queries.approved import is_approved
from app.volunteers.requirements import requirements_on
from app.volunteers.rules import Stretch, TraitKind, bits_of
from db.access import is_known_to_me, is_listed
from db.areas import Area
from db.base import KeyDigits
from db.matches import Match
from db.people import Person, PersonLanguage
from db.volunteers import Absence, FreeTime, VolunteerTrait
from db.volunteers import Volunteer as File

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Connection

LEVELS = {
    LanguageLevel.NATIVE: Level.NATIVE,
    LanguageLevel.FLUENT: Level.C1,
    LanguageLevel.GOOD: Level.B1,
    LanguageLevel.SOME: Level.A2,
    LanguageLevel.UNKNOWN: Level.B1,
}
"""What the office's levels are on the scale of the engine; one not asked for is enough to talk."""
NO_END = date(9999, 12, 31)
_OPEN = [stage.value for stage in OPEN_STAGES]
_TODAY: ColumnElement[date] = bindparam("today", type_=Date())
_NONE: frozenset[str] = frozenset()


def in_one_word(*columns: ColumnElement[Any]) -> ColumnElement[str]:
    """Answer rows as one word: parts of a row by ":", rows by ","."""
    row: ColumnElement[str] = cast(columns[0], Text)
    for column in columns[1:]:
        row = row + literal(":") + cast(column, Text)
    return func.aggregate_strings(row, ",")


_LANGUAGE, _TRAIT = PersonLanguage.__table__.c, VolunteerTrait.__table__.c
_TIME, _ABSENCE, _MATCH = FreeTime.__table__.c, Absence.__table__.c, Match.__table__.c
_FILE = File.__table__.c
_SPOKEN = (
    select(in_one_word(_LANGUAGE.tag, _LANGUAGE.level))
    .where(_LANGUAGE.person_id == _FILE.person_id)
    .scalar_subquery()
)
_TRAITS = (
    select(in_one_word(_TRAIT.kind, _TRAIT.code))
    .where(
        _TRAIT.volunteer_id == _FILE.id,
        _TRAIT.kind.in_(
            [TraitKind.INTEREST.value, TraitKind.BRINGS.value, TraitKind.ALLERGY.value]
        ),
    )
    .scalar_subquery()
)
_HOURS = (
    select(in_one_word(_TIME.weekday, _TIME.from_minute, _TIME.until_minute))
    .where(_TIME.person_id == _FILE.person_id)
    .scalar_subquery()
)
_AWAY = (
    select(func.max(func.coalesce(_ABSENCE.until_day, NO_END)))
    .where(
        _ABSENCE.volunteer_id == _FILE.id,
        _ABSENCE.from_day <= _TODAY,
        or_(_ABSENCE.until_day.is_(None), _ABSENCE.until_day >= _TODAY),
    )
    .scalar_subquery()
)
_FILES = (
    select(
        type_coerce(File.person_id, KeyDigits()),
        File.max_people,
        or_(File.active_from.is_(None), File.active_from <= _TODAY),
        _SPOKEN,
        File.gender,
        _TRAITS,
        File.smoker,
        File.accepts_smoking,
        _HOURS,
        Area.name,
        File.reach_km,
        Person.birth_date,
        File.dementia_experience,
        File.climbs_stairs,
        File.by_phone_only,
        _AWAY,
    )
    .join(Person, Person.id == File.person_id)
    .outerjoin(Area, Area.id == func.coalesce(File.area_id, Person.area_id))
    .where(is_listed(File.person_id), or_(File.left_on.is_(None), File.left_on >= _TODAY))
    # By an expression: SQLite would read everybody in the order of the index instead.
    .order_by(Person.sort_key_de + literal(""), Person.id)
)
_BUSY = (
    select(type_coerce(_MATCH.visitor_id, KeyDigits()), func.count())
    .where(
        _MATCH.stage.in_(_OPEN),
        is_known_to_me(_MATCH.person_id),
        is_known_to_me(_MATCH.visitor_id),
    )
    .group_by(_MATCH.visitor_id)
)


def read_volunteers(connection: Connection, today: date) -> tuple[Volunteer, ...]:
    """Answer everybody who has a file and did not leave, by the key of the person."""
    required = requirements_on(connection, home_country(connection), today)
    asked = _FILES.add_columns(is_approved(required, today))
    busy = {row[0]: row[1] for row in connection.execute(_BUSY)}
    waits_until = today + timedelta(days=days_on(today).away)
    nowhere: dict[str | None, Spot] = {}
    return tuple(
        _volunteer(row, busy, nowhere, today, waits_until)
        for row in connection.execute(asked, {"today": today})
    )


def _volunteer(
    row: Any,  # noqa: ANN401 - a row of `_FILES` and whether everything is proven
    busy: Mapping[str, int],
    spots: dict[str | None, Spot],
    today: date,
    waits_until: date,
) -> Volunteer:
    (
        person, most, has_begun, spoken, gender, traits, smoker, accepts_smoking, hours, area,
        reach, born, dementia, climbs, by_phone, away, approved,
    ) = row  # fmt: skip
    codes = read_traits(traits)
    return Volunteer(
        person,
        max(0, most - busy.get(person, 0)),
        bool(approved and has_begun),
        read_spoken(spoken),
        gender or None,
        codes.get(TraitKind.BRINGS, _NONE),
        codes.get(TraitKind.ALLERGY, _NONE),
        smoker,
        accepts_smoking,
        read_hours(hours),
        spots.get(area) or spots.setdefault(area, Spot(area)),
        reach,
        codes.get(TraitKind.INTEREST, _NONE),
        _age(born, today),
        dementia,
        climbs,
        by_phone,
        away,
        away is not None and away > waits_until,
    )


# What these make of a word depends on nothing else, so that equal words are read once.
@lru_cache(4096)
def read_spoken(word: str | None) -> Mapping[str, Level]:
    """Answer languages with their levels, from one word."""
    parts = (one.split(":") for one in word.split(",")) if word else ()
    return {tag: LEVELS[LanguageLevel(level)] for tag, level in parts}


@lru_cache(4096)
def read_traits(word: str | None) -> Mapping[str, frozenset[str]]:
    """Answer the codes of each kind of trait, from one word."""
    found: dict[str, set[str]] = {}
    for one in word.split(",") if word else ():
        kind, _colon, code = one.partition(":")
        found.setdefault(kind, set()).add(code)
    return {kind: frozenset(codes) for kind, codes in found.items()}


@lru_cache(4096)
def read_hours(word: str | None) -> int | None:
    """Answer the half hours of a week that suit, from one word."""
    stretches = (one.split(":") for one in word.split(",")) if word else ()
    return bits_of(Stretch(*map(int, parts)) for parts in stretches)


def _age(born: date | None, today: date) -> int | None:
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
