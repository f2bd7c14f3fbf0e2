"""What the forms of institutions and their contact persons need before they open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.areas.queries import area_choices
from app.clients.queries import home_country
from app.clients.rules import full_name
from app.institutions.queries.card import institution_card
from app.institutions.rules import ContactDetails, InstitutionDetails
from db.access import is_known_to_me
from db.institutions import Institution, InstitutionContact
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.areas.queries import AreaGroup
    from app.institutions.queries.card import InstitutionCard


@dataclass(frozen=True, slots=True)
class InstitutionToEdit:
    """A form as it opens; without an institution it is for a new one."""

    details: InstitutionDetails
    institution_id: UUID | None
    version: int
    parent_name: str
    areas: tuple[AreaGroup, ...]


@dataclass(frozen=True, slots=True)
class ContactToEdit:
    """The form of a contact person as it opens; without a contact it is for a new one."""

    details: ContactDetails
    institution_id: UUID
    institution: str
    """Name of the institution."""
    country: str
    contact_id: UUID | None
    version: int
    person_name: str


_CONTACT = (
    select(
        InstitutionContact.version,
        InstitutionContact.person_id,
        InstitutionContact.function,
        InstitutionContact.phone,
        InstitutionContact.email,
        InstitutionContact.note,
        InstitutionContact.valid_from,
        InstitutionContact.valid_until,
        Person.given_name,
        Person.family_name,
        Institution.id,
        Institution.name,
        Institution.country,
    )
    .join(Person, Person.id == InstitutionContact.person_id)
    .join(Institution, Institution.id == InstitutionContact.institution_id)
    .where(InstitutionContact.id == bindparam("id"), is_known_to_me(Person.id))
)
_INSTITUTION = select(Institution.name, Institution.country).where(
    Institution.id == bindparam("id")
)


def institution_to_edit(
    connection: Connection, institution_id: UUID | None
) -> InstitutionToEdit | None:
    """Answer what a form shows; None when there is no such institution."""
    if institution_id is None:
        details = InstitutionDetails(country=home_country(connection))
        return InstitutionToEdit(details, None, 0, "", area_choices(connection))
    card = institution_card(connection, institution_id)
    if card is None:
        return None
    areas = area_choices(connection, card.area_id)
    return InstitutionToEdit(
        _as_details(card), institution_id, card.version, card.parent_name, areas
    )


def contact_to_edit(
    connection: Connection, institution_id: UUID | None, contact_id: UUID | None = None
) -> ContactToEdit | None:
    """Answer the form of a contact, or of a new one at an institution; None when that is gone."""
    if contact_id is None:
        return _new_contact(connection, institution_id)
    row = connection.execute(_CONTACT, {"id": contact_id}).one_or_none()
    if row is None:
        return None
    name = full_name(row.given_name, row.family_name)
    details = ContactDetails(
        person_id=row.person_id,
        function=row.function,
        phone=row.phone,
        email=row.email,
        note=row.note,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
    return ContactToEdit(details, row.id, row.name, row.country, contact_id, row.version, name)


def _new_contact(connection: Connection, institution_id: UUID | None) -> ContactToEdit | None:
    row = connection.execute(_INSTITUTION, {"id": institution_id}).one_or_none()
    if row is None or institution_id is None:
        return None
    return ContactToEdit(ContactDetails(), institution_id, row.name, row.country, None, 0, "")


def _as_details(card: InstitutionCard) -> InstitutionDetails:
    address = card.address
    return InstitutionDetails(
        kind=card.kind,
        name=card.name,
        parent_id=card.parent_id,
        country=address.country,
        care_of=address.care_of,
        street=address.street,
        house_number=address.house_number,
        floor=address.floor,
        door=address.door,
        postal_code=address.postal_code,
        city=address.city,
        area_id=card.area_id,
        phone=card.phone,
        email=card.email,
        website=card.website,
        opening_hours=card.opening_hours,
        languages=card.languages,
        cooperation=card.cooperation,
        is_active=card.is_active,
    )
