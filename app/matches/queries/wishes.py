"""What somebody wishes of visits, as the form begins and as matching reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.clients.rules import full_name
from app.matches.rules import WishDetails
from db.access import is_known_to_me
from db.base import Key
from db.matches import VisitingWish, WishTrait
from db.people import Person
from db.volunteers import FreeTime

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

_PLAIN = (
    "service_kind", "frequency", "minutes", "wanted", "gender_wish", "youngest", "oldest",
    "smoking_home", "no_smoker", "stairs", "dementia", "least_level", "about", "no_goes",
)  # fmt: skip
_PERSON_ID = bindparam("person_id", type_=Key())
_NAME = select(Person.given_name, Person.family_name).where(
    Person.id == _PERSON_ID, is_known_to_me(Person.id)
)
_WISH = select(
    VisitingWish.id, VisitingWish.version, *(VisitingWish.__table__.c[name] for name in _PLAIN)
).where(VisitingWish.person_id == _PERSON_ID, is_known_to_me(VisitingWish.person_id))
_TRAITS = select(WishTrait.kind, WishTrait.code).where(
    WishTrait.wish_id == bindparam("wish_id", type_=Key())
)
_HOURS = (
    select(FreeTime.weekday, FreeTime.from_minute, FreeTime.until_minute)
    .where(FreeTime.person_id == _PERSON_ID, is_known_to_me(FreeTime.person_id))
    .order_by(FreeTime.weekday, FreeTime.from_minute)
)


@dataclass(frozen=True, slots=True)
class WishToEdit:
    """The wishes of a person."""

    person_id: UUID
    name: str
    version: int
    """0 where nothing is known yet."""
    details: WishDetails


def wish_to_edit(connection: Connection, person_id: UUID) -> WishToEdit | None:
    """Answer what somebody wishes; None for somebody not known here."""
    values = {"person_id": person_id}
    person = connection.execute(_NAME, values).one_or_none()
    if person is None:
        return None
    name = full_name(person.given_name, person.family_name)
    hours = tuple((row[0], row[1], row[2]) for row in connection.execute(_HOURS, values))
    row = connection.execute(_WISH, values).one_or_none()
    if row is None:
        return WishToEdit(person_id, name, 0, WishDetails(hours=hours))
    traits = connection.execute(_TRAITS, {"wish_id": row.id})
    details = WishDetails(
        **{field: getattr(row, field) for field in _PLAIN},
        traits=frozenset((one.kind, one.code) for one in traits),
        hours=hours,
    )
    return WishToEdit(person_id, name, row.version, details)
