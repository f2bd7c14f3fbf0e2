"""One person's card and the notes on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from app.clients.queries.hits import as_address, as_birth, as_standing
from app.clients.rules import Address, Birth, RoleSpan, Standing, full_name
from db.access import is_known_to_me
from db.areas import Area
from db.kept_plans import keep_plans
from db.people import Person, PersonLanguage, PersonRole

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ClientCard:
    """What is known of a person, with the version to edit it from."""

    id: UUID
    version: int
    given_name: str
    family_name: str
    salutation: str
    birth: Birth | None
    phone: str
    mobile: str
    email: str
    address: Address
    area_id: UUID | None
    area_name: str
    area_code: str
    """The number of a district that has no name."""
    lives_alone: bool | None
    letter_language: str
    address_protected: bool
    hint: str
    about: str
    languages: tuple[str, ...]
    """BCP 47 tags, best spoken first."""
    levels: tuple[str, ...]
    """How well each of `languages` is spoken, see `LanguageLevel`."""
    roles: tuple[RoleSpan, ...]
    """Those that last first, then those of the past."""
    needs_interpreter: bool
    letter_format: str
    standing: Standing
    status_note: str
    responsible: str
    cpr: str
    """Ten digits, or ""; only offices that may keep it have it."""
    is_restricted: bool
    linked_to: UUID | None
    """The card that speaks for this one."""

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)


_CARD = (
    select(
        Person.version,
        Person.given_name,
        Person.family_name,
        Person.salutation,
        Person.birth_date,
        Person.birth_precision,
        Person.phone,
        Person.mobile,
        Person.email,
        Person.country,
        Person.care_of,
        Person.street,
        Person.house_number,
        Person.floor,
        Person.door,
        Person.postal_code,
        Person.city,
        Person.area_id,
        func.coalesce(Area.name, "").label("area_name"),
        func.coalesce(Area.code, "").label("area_code"),
        Person.lives_alone,
        Person.letter_language,
        Person.address_protected,
        Person.hint,
        Person.about,
        Person.needs_interpreter,
        Person.letter_format,
        Person.status,
        Person.status_from,
        Person.status_until,
        Person.status_note,
        Person.responsible,
        Person.cpr,
        Person.is_restricted,
        Person.linked_to,
    )
    .outerjoin(Area, Area.id == Person.area_id)
    .where(Person.id == bindparam("client_id"), is_known_to_me(Person.id))
)
_ROLES = (
    select(PersonRole.role, PersonRole.since, PersonRole.until)
    .where(PersonRole.person_id == bindparam("client_id"))
    .order_by(PersonRole.until.is_not(None), PersonRole.until.desc(), PersonRole.role)
)
_LANGUAGES = (
    select(PersonLanguage.tag, PersonLanguage.level)
    .where(PersonLanguage.person_id == bindparam("client_id"))
    .order_by(PersonLanguage.position)
)


def client_card(connection: Connection, client_id: UUID) -> ClientCard | None:
    """Answer a person's card; None when there is no such person, or it may not be known."""
    keep_plans(connection)
    row = connection.execute(_CARD, {"client_id": client_id}).one_or_none()
    if row is None:
        return None
    spoken = connection.execute(_LANGUAGES, {"client_id": client_id}).all()
    roles = connection.execute(_ROLES, {"client_id": client_id}).all()
    return ClientCard(
        id=client_id,
        version=row.version,
        given_name=row.given_name,
        family_name=row.family_name,
        salutation=row.salutation,
        birth=as_birth(row.birth_date, row.birth_precision),
        phone=row.phone,
        mobile=row.mobile,
        email=row.email,
        address=as_address(row),
        area_id=row.area_id,
        area_name=row.area_name,
        area_code=row.area_code,
        lives_alone=row.lives_alone,
        letter_language=row.letter_language,
        address_protected=row.address_protected,
        hint=row.hint,
        about=row.about,
        languages=tuple(tag for tag, _level in spoken),
        levels=tuple(level for _tag, level in spoken),
        roles=tuple(RoleSpan(*role) for role in roles),
        needs_interpreter=row.needs_interpreter,
        letter_format=row.letter_format,
        standing=as_standing(row),
        status_note=row.status_note,
        responsible=row.responsible,
        cpr=row.cpr,
        is_restricted=row.is_restricted,
        linked_to=row.linked_to,
    )
