"""People who wait as the engine of matching asks for them, all in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, type_coerce

from app.clients.rules import LanguageLevel
from app.matches.queries.facts import LEVELS, in_one_word, read_hours, read_spoken, read_traits
from app.visiting.matching.wishes import Person as Waiting
from app.visiting.matching.wishes import Spot
from app.volunteers.rules import TraitKind
from db.access import is_known_to_me
from db.areas import Area
from db.base import KeyDigits
from db.matches import VisitingWish, WishTrait
from db.people import Person, PersonLanguage
from db.volunteers import FreeTime

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from sqlalchemy import Connection

BY_PHONE = "telephone"
"""The kind of visit for which nobody comes."""
_AGE_OPEN = (0, 200)
_LANGUAGE, _TRAIT, _TIME = (
    PersonLanguage.__table__.c,
    WishTrait.__table__.c,
    FreeTime.__table__.c,
)
_SPOKEN = (
    select(in_one_word(_LANGUAGE.tag, _LANGUAGE.level))
    .where(_LANGUAGE.person_id == Person.id)
    .scalar_subquery()
)
_TRAITS = (
    select(in_one_word(_TRAIT.kind, _TRAIT.code))
    .where(_TRAIT.wish_id == VisitingWish.id)
    .scalar_subquery()
)
_HOURS = (
    select(in_one_word(_TIME.weekday, _TIME.from_minute, _TIME.until_minute))
    .where(_TIME.person_id == Person.id)
    .scalar_subquery()
)
_PEOPLE = (
    select(
        type_coerce(Person.id, KeyDigits()).label("person"),
        VisitingWish.wanted,
        VisitingWish.service_kind,
        VisitingWish.minutes,
        VisitingWish.gender_wish,
        VisitingWish.youngest,
        VisitingWish.oldest,
        VisitingWish.smoking_home,
        VisitingWish.no_smoker,
        VisitingWish.stairs,
        VisitingWish.dementia,
        VisitingWish.least_level,
        Area.name.label("area"),
        _SPOKEN.label("spoken"),
        _TRAITS.label("traits"),
        _HOURS.label("hours"),
    )
    .outerjoin(VisitingWish, VisitingWish.person_id == Person.id)
    .outerjoin(Area, Area.id == Person.area_id)
    .where(Person.id.in_(bindparam("ids", expanding=True)), is_known_to_me(Person.id))
)


def read_waiting(connection: Connection, ids: Collection[UUID]) -> Mapping[str, Waiting]:
    """Answer people by the digits of their keys; who has no wish yet wishes nothing."""
    rows = connection.execute(_PEOPLE, {"ids": list(ids)})
    return {row.person: _as_waiting(row) for row in rows}


def _as_waiting(row: Any) -> Waiting:  # noqa: ANN401 - a row of `_PEOPLE`
    traits = read_traits(row.traits)
    return Waiting(
        id=row.person,
        wanted=row.wanted or 1,
        languages=read_spoken(row.spoken),
        least_level=LEVELS[LanguageLevel(row.least_level or "good")],
        gender_wish=row.gender_wish or None,
        animals=traits.get(TraitKind.PET, frozenset()),
        allergies=traits.get(TraitKind.ALLERGY, frozenset()),
        smoking_home=bool(row.smoking_home),
        no_smoker=bool(row.no_smoker),
        hours=read_hours(row.hours),
        visit_minutes=row.minutes or 60,
        spot=Spot(row.area),
        interests=traits.get(TraitKind.INTEREST, frozenset()),
        age_wish=_ages(row.youngest, row.oldest),
        dementia=bool(row.dementia),
        stairs=bool(row.stairs),
        in_person=(row.service_kind or "home") != BY_PHONE,
    )


def _ages(youngest: int | None, oldest: int | None) -> tuple[int, int] | None:
    if youngest is None and oldest is None:
        return None
    least, most = _AGE_OPEN
    return (youngest or least, oldest or most)
