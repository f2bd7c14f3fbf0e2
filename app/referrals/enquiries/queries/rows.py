"""What lists tell of an enquiry, and the columns that this is read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import aliased

from app.clients.rules import Address, address_lines, full_name
from app.referrals.enquiries.rules import EnquiryState, Urgency
from db.access import is_known_to_me
from db.institutions import Institution, InstitutionContact
from db.people import Person
from db.referrals import Enquiry, EnquiryCategory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Select

    AnySelect = Select[*tuple[Any, ...]]

Caller = aliased(Person)
"""The contact person of a department, where one may know of her or him."""
Parent = aliased(Institution)
"""The association of a department."""


class EnquiryRow(NamedTuple):
    """One enquiry as a list shows it; never what came of it."""

    id: UUID
    version: int
    number: str
    received_at: datetime
    """Aware, UTC."""
    urgency: str
    state: str
    institution_id: UUID | None
    institution: str
    parent: str
    caller_given: str
    caller_family: str
    reporter_name: str
    is_anonymous: bool
    person_id: UUID | None
    about_name: str
    address_protected: bool
    country: str
    street: str
    house_number: str
    floor: str
    door: str
    postal_code: str
    city: str
    concerns: str
    """Codes with a space between."""
    receipt_due: date | None
    answered_at: datetime | None
    assessment_due: date | None
    assessed_on: date | None
    child_due: datetime | None
    child_routed_at: datetime | None
    next_due: date | None
    responsible: str

    @property
    def key(self) -> str:
        """By what a list knows it again."""
        return self.id.hex

    @property
    def caller(self) -> str:
        """Who enquired, by name; "" where nobody is named."""
        return full_name(self.caller_given, self.caller_family) or self.reporter_name

    @property
    def home(self) -> str:
        """The home in one line."""
        return ", ".join(address_lines(_address(self)))

    @property
    def is_closed(self) -> bool:
        """Whether it is closed."""
        return self.state == EnquiryState.CLOSED

    def is_overdue(self, today: date) -> bool:
        """Answer whether a day was not kept."""
        return self.next_due is not None and self.next_due < today

    @property
    def is_urgent(self) -> bool:
        """Whether it is about danger, or the next working day."""
        return self.urgency in {Urgency.U1, Urgency.U2}


def _address(row: EnquiryRow) -> Address:
    return Address(
        country=row.country,
        street=row.street,
        house_number=row.house_number,
        floor=row.floor,
        door=row.door,
        postal_code=row.postal_code,
        city=row.city,
    )


_CONCERNS = (
    select(func.aggregate_strings(EnquiryCategory.code, " "))
    .where(EnquiryCategory.enquiry_id == Enquiry.id)
    .scalar_subquery()
)
COLUMNS = (
    Enquiry.id,
    Enquiry.version,
    Enquiry.number,
    Enquiry.received_at,
    Enquiry.urgency,
    Enquiry.state,
    Enquiry.institution_id,
    func.coalesce(Institution.name, "").label("institution"),
    func.coalesce(Parent.name, "").label("parent"),
    func.coalesce(Caller.given_name, "").label("caller_given"),
    func.coalesce(Caller.family_name, "").label("caller_family"),
    Enquiry.reporter_name,
    Enquiry.is_anonymous,
    Enquiry.person_id,
    case(
        (Person.id.is_(None), Enquiry.about_name),
        else_=func.trim(Person.given_name + " " + Person.family_name),
    ).label("about_name"),
    func.coalesce(Person.address_protected, False).label("address_protected"),
    Enquiry.country,
    Enquiry.street,
    Enquiry.house_number,
    Enquiry.floor,
    Enquiry.door,
    Enquiry.postal_code,
    Enquiry.city,
    func.coalesce(_CONCERNS, "").label("concerns"),
    Enquiry.receipt_due,
    Enquiry.answered_at,
    Enquiry.assessment_due,
    Enquiry.assessed_on,
    Enquiry.child_due,
    Enquiry.child_routed_at,
    Enquiry.next_due,
    Enquiry.responsible,
)


def with_names(asked: AnySelect) -> AnySelect:
    """Answer a select over `COLUMNS` with the joins that their names are read from."""
    return (
        asked.outerjoin(Institution, Institution.id == Enquiry.institution_id)
        .outerjoin(Parent, Parent.id == Institution.parent_id)
        .outerjoin(InstitutionContact, InstitutionContact.id == Enquiry.contact_id)
        .outerjoin(
            Caller,
            and_(
                Caller.id == InstitutionContact.person_id,
                is_known_to_me(InstitutionContact.person_id),
            ),
        )
        .outerjoin(Person, Person.id == Enquiry.person_id)
    )


def as_rows(rows: Iterable[Any]) -> tuple[EnquiryRow, ...]:
    """Answer rows of a select over `COLUMNS`."""
    return tuple(map(EnquiryRow._make, rows))
