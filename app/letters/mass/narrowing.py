"""A list narrowed down to an area, a language, an age or a cohort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, case, or_, select, union

from app.clients.queries.hits import as_birth
from app.clients.rules import age, fold
from app.letters.composing.addressees import AT_ONCE
from db.access import is_known_to_me, is_listed
from db.areas import Area
from db.people import Person, PersonLanguage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.clients.rules import Birth
    from app.letters.mass.rules import ListQuery

_IDS = bindparam("ids", expanding=True, type_=Uuid())
_AREA_NAME = case((Area.name == "", Area.code), else_=Area.name).label("name")
_IN_AREA = select(Person.id, _AREA_NAME).join(Area, Area.id == Person.area_id).where(
    Person.id.in_(_IDS)
)  # fmt: skip
_SPEAKS = (
    select(Person.id)
    .outerjoin(PersonLanguage, PersonLanguage.person_id == Person.id)
    .where(
        Person.id.in_(_IDS),
        or_(Person.letter_language == bindparam("tag"), PersonLanguage.tag == bindparam("tag")),
    )
)
_IN_CHARGE = select(Person.id).where(
    Person.id.in_(_IDS), Person.responsible == bindparam("responsible")
)
_BORN = select(Person.id, Person.birth_date, Person.birth_precision).where(
    Person.id.in_(_IDS), Person.birth_date.is_not(None)
)


_AREAS = (
    select(_AREA_NAME)
    .join(Person, Person.area_id == Area.id)
    .where(is_listed(Person.id))
    .distinct()
)
_TONGUES = union(
    select(PersonLanguage.tag.label("tag")).where(is_known_to_me(PersonLanguage.person_id)),
    select(Person.letter_language.label("tag")).where(
        Person.letter_language != "", is_known_to_me(Person.id)
    ),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """What a list can be narrowed down to: only what somebody of it belongs to."""

    areas: tuple[str, ...]
    tongues: tuple[str, ...]
    """Tags."""


def offered(connection: Connection) -> Offered:
    """Answer the areas where people live, and the languages that they speak or want."""
    areas = sorted(connection.execute(_AREAS).scalars(), key=fold)
    return Offered(tuple(areas), tuple(sorted(connection.execute(_TONGUES).scalars())))


def narrowed(
    connection: Connection, people: Sequence[UUID], query: ListQuery, today: date
) -> tuple[UUID, ...]:
    """Answer those of a list who belong to what a query asks for, in the same order."""
    kept: set[UUID] = set()
    for start in range(0, len(people), AT_ONCE):
        here = set(people[start : start + AT_ONCE])
        for narrow in (_in_area, _speaking, _in_charge, _of_age):
            here = narrow(connection, here, query, today) if here else here
        kept |= here
    return tuple(one for one in people if one in kept)


def _in_area(connection: Connection, ids: set[UUID], query: ListQuery, _today: date) -> set[UUID]:
    if not query.area:
        return ids
    rows = connection.execute(_IN_AREA, {"ids": list(ids)})
    wanted = fold(query.area)
    return {row.id for row in rows if fold(row.name) == wanted}


def _speaking(connection: Connection, ids: set[UUID], query: ListQuery, _today: date) -> set[UUID]:
    if not query.speaks:
        return ids
    found = connection.execute(_SPEAKS, {"ids": list(ids), "tag": query.speaks})
    return set(found.scalars())


def _in_charge(connection: Connection, ids: set[UUID], query: ListQuery, _today: date) -> set[UUID]:
    if not query.responsible:
        return ids
    found = connection.execute(_IN_CHARGE, {"ids": list(ids), "responsible": query.responsible})
    return set(found.scalars())


def _of_age(connection: Connection, ids: set[UUID], query: ListQuery, today: date) -> set[UUID]:
    fits = _age_test(query, today)
    if fits is None:
        return ids
    births = (
        (row.id, as_birth(row.birth_date, row.birth_precision))
        for row in connection.execute(_BORN, {"ids": list(ids)})
    )
    return {person for person, birth in births if birth is not None and fits(birth)}


def _age_test(query: ListQuery, today: date) -> Callable[[Birth], bool] | None:
    """Answer how somebody's birth is held against a query; None where it asks for no age."""
    least, most, turns = query.age_from, query.age_to, query.turns
    if least is None and most is None and turns is None:
        return None

    def fits(birth: Birth) -> bool:
        years = age(birth, today).years
        return (
            (least is None or years >= least)
            and (most is None or years <= most)
            and (turns is None or today.year - birth.date.year == turns)
        )

    return fits
