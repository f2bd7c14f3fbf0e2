"""One institution's card: what is known of it, its departments, who can be spoken to there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from app.clients.rules import Address, full_name
from db.access import is_known_to_me
from db.areas import Area
from db.institutions import Institution, InstitutionContact, InstitutionLanguage
from db.people import Person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


class ContactRow(NamedTuple):
    """Somebody who can be spoken to at an institution."""

    id: UUID
    version: int
    institution_id: UUID
    person_id: UUID
    given_name: str
    family_name: str
    function: str
    phone: str
    email: str
    note: str
    valid_from: date | None
    valid_until: date | None

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)


class DepartmentRow(NamedTuple):
    """A department of an association."""

    id: UUID
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class InstitutionCard:
    """All that is known of an institution, with the version to edit it from."""

    id: UUID
    version: int
    kind: str
    name: str
    parent_id: UUID | None
    parent_name: str
    address: Address
    area_id: UUID | None
    area_name: str
    area_code: str
    phone: str
    email: str
    website: str
    opening_hours: str
    cooperation: str
    is_active: bool
    languages: tuple[str, ...]
    """BCP 47 tags."""
    departments: tuple[DepartmentRow, ...]
    contacts: tuple[ContactRow, ...]


_Parent = aliased(Institution)
_CARD = (
    select(
        Institution.version,
        Institution.kind,
        Institution.name,
        Institution.parent_id,
        func.coalesce(_Parent.name, "").label("parent_name"),
        Institution.country,
        Institution.care_of,
        Institution.street,
        Institution.house_number,
        Institution.floor,
        Institution.door,
        Institution.postal_code,
        Institution.city,
        Institution.area_id,
        func.coalesce(Area.name, "").label("area_name"),
        func.coalesce(Area.code, "").label("area_code"),
        Institution.phone,
        Institution.email,
        Institution.website,
        Institution.opening_hours,
        Institution.cooperation,
        Institution.is_active,
    )
    .outerjoin(_Parent, _Parent.id == Institution.parent_id)
    .outerjoin(Area, Area.id == Institution.area_id)
    .where(Institution.id == bindparam("id"))
)
_LANGUAGES = (
    select(InstitutionLanguage.tag)
    .where(InstitutionLanguage.institution_id == bindparam("id"))
    .order_by(InstitutionLanguage.position)
)
_DEPARTMENTS = (
    select(Institution.id, Institution.name, Institution.phone)
    .where(Institution.parent_id == bindparam("id"))
    .order_by(Institution.sort_key_de, Institution.id)
)
_CONTACTS = (
    select(
        InstitutionContact.id,
        InstitutionContact.version,
        InstitutionContact.institution_id,
        InstitutionContact.person_id,
        Person.given_name,
        Person.family_name,
        InstitutionContact.function,
        InstitutionContact.phone,
        InstitutionContact.email,
        InstitutionContact.note,
        InstitutionContact.valid_from,
        InstitutionContact.valid_until,
    )
    .join(Person, Person.id == InstitutionContact.person_id)
    .where(InstitutionContact.institution_id == bindparam("id"), is_known_to_me(Person.id))
    .order_by(InstitutionContact.position, InstitutionContact.id)
)
_IN_ADDRESS = (
    "country", "care_of", "street", "house_number", "floor", "door", "postal_code", "city",
)  # fmt: skip


def institution_card(connection: Connection, institution_id: UUID) -> InstitutionCard | None:
    """Answer an institution's card; None when there is no such institution.

    Contact persons of whom the person at work must not know are left out.
    """
    values = {"id": institution_id}
    row = connection.execute(_CARD, values).one_or_none()
    if row is None:
        return None
    known = dict(row._mapping)  # noqa: SLF001 - the public name of a row's columns
    address = Address(**{part: known.pop(part) for part in _IN_ADDRESS})
    return InstitutionCard(
        id=institution_id,
        address=address,
        languages=tuple(connection.execute(_LANGUAGES, values).scalars()),
        departments=tuple(map(DepartmentRow._make, connection.execute(_DEPARTMENTS, values))),
        contacts=tuple(map(ContactRow._make, connection.execute(_CONTACTS, values))),
        **known,
    )
