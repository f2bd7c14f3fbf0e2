"""People of an area, a language, a colleague or an age, and what a list can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, and_, bindparam, case, or_, select, union

from app.clients.rules import fold
from app.clients.rules.births import BirthPrecision
from app.clients.rules.narrowing import Narrowing, born_until
from db.access import is_known_to_me, is_listed
from db.areas import Area
from db.people import Person, PersonLanguage

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection


@dataclass(frozen=True, slots=True)
class Offered:
    """What a list can be narrowed down to: only what somebody known belongs to."""

    areas: tuple[str, ...]
    tongues: tuple[str, ...]
    """BCP 47 tags."""
    colleagues: tuple[str, ...]


_AREA_NAME = case((Area.name == "", Area.code), else_=Area.name)
_AREAS = (
    select(_AREA_NAME)
    .join(Person, Person.area_id == Area.id)
    .where(is_listed(Person.id))
    .distinct()
)
_TONGUES = union(
    select(PersonLanguage.tag.label("tag")).where(is_known_to_me(PersonLanguage.person_id)),
    select(Person.letter_language.label("tag")).where(
        Person.letter_language != "", is_listed(Person.id)
    ),
)
_COLLEAGUES = (
    select(Person.responsible).where(Person.responsible != "", is_listed(Person.id)).distinct()
)


def offered_narrowings(connection: Connection) -> Offered:
    """Answer the areas where people live, the languages they speak, and who is in charge."""
    areas, tongues, colleagues = (
        connection.execute(statement).scalars() for statement in (_AREAS, _TONGUES, _COLLEAGUES)
    )
    return Offered(
        tuple(sorted(areas, key=fold)), tuple(sorted(tongues)), tuple(sorted(colleagues, key=fold))
    )


def belongs(person_id: ColumnElement[UUID], asked: frozenset[str]) -> list[ColumnElement[bool]]:
    """Answer the clauses for what is `asked`; `narrowing_values` has what they bind."""
    return [person_id.in_(_people(name)) for name in sorted(asked)]


def narrowing_values(more: Narrowing, today: date) -> dict[str, Any]:
    """Answer what the clauses of a narrowing bind; ages are those of `today`."""
    values: dict[str, Any] = {
        f"more_{name}": getattr(more, name) for name in _BY_TEXT if name in more.asked
    }
    for name, years in (("age_from", more.age_from), ("age_to", more.age_to)):
        if years is not None:
            # Who is at most 80 has not reached 81.
            last = born_until(years + (name == "age_to"), today)
            values |= {f"more_{name}_{precision.value}": day for precision, day in last.items()}
    return values


@cache
def _people(name: str) -> Any:  # noqa: ANN401 - a statement about ids
    if name in _BY_TEXT:
        return _BY_TEXT[name]
    reached = or_(*(_born_until(name, precision) for precision in BirthPrecision))
    has_reached = reached if name == "age_from" else ~reached
    return select(Person.id).where(Person.birth_date.is_not(None), has_reached)


def _born_until(name: str, precision: BirthPrecision) -> ColumnElement[bool]:
    last = bindparam(f"more_{name}_{precision.value}", type_=Date())
    return and_(Person.birth_precision == precision.value, Person.birth_date <= last)


def _text(name: str) -> Any:  # noqa: ANN401 - a bound text
    return bindparam(f"more_{name}", type_=Text())


_BY_TEXT: dict[str, Any] = {
    "area": select(Person.id).where(
        Person.area_id.in_(select(Area.id).where(_text("area") == _AREA_NAME))
    ),
    "speaks": union(
        select(PersonLanguage.person_id).where(PersonLanguage.tag == _text("speaks")),
        select(Person.id).where(Person.letter_language == _text("speaks")),
    ),
    "responsible": select(Person.id).where(Person.responsible == _text("responsible")),
}
