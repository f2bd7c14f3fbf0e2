"""The form of an enquiry as it opens, and what it asks for while it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.admin.office_settings import KEEPS_CPR, office_setting
from app.clients.queries import home_country
from app.clients.queries.hits import HIT_COLUMNS, ClientHit
from app.clients.rules import full_name, show_cpr
from app.households.rules import house_key, street_key
from app.referrals.enquiries.queries.card import Laws, enquiry_card, laws_here
from app.referrals.enquiries.queries.lists import about_home
from app.referrals.enquiries.rules import (
    Channel,
    EnquiryDetails,
    Known,
    Urgency,
    dwelling_key,
)
from db.access import is_known_to_me, is_listed
from db.base import Key
from db.institutions import Institution, InstitutionContact
from db.people import Person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.clients.rules import Address
    from app.referrals.enquiries.queries.card import EnquiryCard
    from app.referrals.enquiries.queries.rows import EnquiryRow

MOST_AT_HOME = 8
"""People who are proposed for an address."""


@dataclass(frozen=True, slots=True)
class EnquiryToEdit:
    """A form as it opens; without an enquiry it is for a new one."""

    details: EnquiryDetails
    enquiry_id: UUID | None
    version: int
    number: str
    institution: str
    person: str
    keeps_cpr: bool
    laws: Laws


class ContactRow(NamedTuple):
    """Somebody who can be spoken to at a department."""

    id: UUID
    given_name: str
    family_name: str
    function: str
    phone: str
    email: str

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)


@dataclass(frozen=True, slots=True)
class Department:
    """A department with those who can be spoken to there, and where it lies."""

    id: UUID
    country: str
    postal_code: str
    city: str
    contacts: tuple[ContactRow, ...]


@dataclass(frozen=True, slots=True)
class AtHome:
    """What is known of a home: who lives there, and what was said of it before."""

    residents: tuple[ClientHit, ...] = ()
    earlier: tuple[EnquiryRow, ...] = ()


_Parent = aliased(Institution)
_DEPARTMENT = select(
    Institution.id,
    Institution.country,
    func.coalesce(func.nullif(Institution.postal_code, ""), _Parent.postal_code, "").label("code"),
    func.coalesce(func.nullif(Institution.city, ""), _Parent.city, "").label("city"),
).outerjoin(_Parent, _Parent.id == Institution.parent_id)
_OF_ID = _DEPARTMENT.where(Institution.id == bindparam("id", type_=Key()))
_CONTACTS = (
    select(
        InstitutionContact.id,
        Person.given_name,
        Person.family_name,
        InstitutionContact.function,
        func.coalesce(func.nullif(InstitutionContact.phone, ""), Person.phone).label("phone"),
        func.coalesce(func.nullif(InstitutionContact.email, ""), Person.email).label("email"),
    )
    .join(Person, Person.id == InstitutionContact.person_id)
    .where(
        InstitutionContact.institution_id == bindparam("id", type_=Key()),
        is_known_to_me(InstitutionContact.person_id),
        or_(
            InstitutionContact.valid_until.is_(None),
            InstitutionContact.valid_until >= bindparam("today"),
        ),
    )
    .order_by(InstitutionContact.position, InstitutionContact.id)
)
_RESIDENTS = (
    select(*HIT_COLUMNS, Person.floor.label("at_floor"), Person.door.label("at_door"))
    .where(
        Person.postal_code == bindparam("postal_code"),
        Person.country == bindparam("country"),
        is_listed(Person.id),
    )
    .order_by(Person.sort_key_de, Person.id)
)
_NAME = select(
    Person.given_name,
    Person.family_name,
    *(
        getattr(Person, name)
        for name in ("country", "street", "house_number", "floor", "door", "postal_code", "city")
    ),
).where(Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id))


def enquiry_to_edit(
    connection: Connection, enquiry_id: UUID | None, today: date, person_id: UUID | None = None
) -> EnquiryToEdit | None:
    """Answer the form of an enquiry, or of a new one, perhaps about a person; None when gone."""
    keeps_cpr = office_setting(connection, KEEPS_CPR)
    if enquiry_id is None:
        return _new(connection, today, person_id, keeps_cpr=keeps_cpr)
    card = enquiry_card(connection, enquiry_id, today)
    if card is None:
        return None
    row = card.row
    return EnquiryToEdit(
        _details(card),
        enquiry_id,
        row.version,
        row.number,
        _with_parent(row),
        row.about_name if row.person_id is not None else "",
        keeps_cpr,
        card.laws,
    )


def department(connection: Connection, institution_id: UUID, today: date) -> Department | None:
    """Answer a department with those who can be spoken to there today; None when it is gone."""
    row = connection.execute(_OF_ID, {"id": institution_id}).one_or_none()
    if row is None:
        return None
    found = connection.execute(_CONTACTS, {"id": institution_id, "today": today})
    contacts = tuple(map(ContactRow._make, found))
    return Department(row.id, row.country, row.code, row.city, contacts)


def at_home(connection: Connection, address: Address, but: UUID) -> AtHome:
    """Answer who lives at an address, and what was said of the home apart from one enquiry."""
    key = dwelling_key(address)
    if not key:
        return AtHome()
    return AtHome(_residents(connection, address), about_home(connection, key, but))


def _residents(connection: Connection, address: Address) -> tuple[ClientHit, ...]:
    if not address.postal_code:
        return ()
    values = {"postal_code": address.postal_code, "country": address.country}
    street, number = street_key(address.street), house_key(address.house_number)
    found = [
        row
        for row in connection.execute(_RESIDENTS, values)
        if street_key(row.street) == street
        and house_key(row.house_number) == number
        and _may_be(row.at_floor, address.floor)
        and _may_be(row.at_door, address.door)
    ]
    return tuple(ClientHit._make(row[:-2]) for row in found[:MOST_AT_HOME])


def _may_be(known: str, asked: str) -> bool:
    return not known or not asked or known == asked


def _new(
    connection: Connection, today: date, person_id: UUID | None, *, keeps_cpr: bool
) -> EnquiryToEdit | None:
    home: dict[str, Any] = {"country": home_country(connection)}
    name = ""
    if person_id is not None:
        row = connection.execute(_NAME, {"person_id": person_id}).one_or_none()
        if row is None:
            return None
        name = full_name(row.given_name, row.family_name)
        home = {key: getattr(row, key) for key in row._fields if not key.endswith("_name")}
    details = EnquiryDetails(person_id=person_id, received_on=today, **home)
    return EnquiryToEdit(details, None, 0, "", "", name, keeps_cpr, laws_here(connection, today))


def _with_parent(row: EnquiryRow) -> str:
    return ", ".join(filter(None, (row.institution, row.parent)))


def _details(card: EnquiryCard) -> EnquiryDetails:
    row = card.row
    at = row.received_at.astimezone()
    return EnquiryDetails(
        institution_id=row.institution_id,
        contact_id=card.contact_id,
        reporter_name=row.reporter_name,
        reporter_role=card.reporter_role,
        reporter_phone=card.reporter_phone,
        reporter_email=card.reporter_email,
        callback_time=card.callback_time,
        is_anonymous=row.is_anonymous,
        person_id=row.person_id,
        about_name=row.about_name,
        country=row.country,
        street=row.street,
        house_number=row.house_number,
        floor=row.floor,
        door=row.door,
        postal_code=row.postal_code,
        city=row.city,
        cpr=show_cpr(card.cpr),
        observed=card.observed,
        concerns=card.concerns,
        urgency=Urgency(row.urgency),
        told_emergency=card.told_emergency_at is not None,
        received_on=at.date(),
        received_time=at.time().replace(second=0, microsecond=0),
        channel=Channel(card.channel),
        since_words=card.since_words,
        since=card.since,
        how_often=card.how_often,
        others_affected=card.others_affected,
        children=Known(card.children),
        acute=card.acute,
        told_resident=Known(card.told_resident),
        resident_knows=Known(card.resident_knows),
        done_so_far=card.done_so_far,
        best_time=card.best_time,
        safety_note=card.safety_note,
        responsible=row.responsible,
    )
