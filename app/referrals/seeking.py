"""Enquiries and housing cases for the search of the top bar, those that are closed among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import case, func, literal, select

from app.clients.rules import Address, address_lines, fold
from app.referrals.enquiries.rules import EnquiryState
from db.enquiry_access import is_visible
from db.people import Person
from db.referrals import Enquiry, HousingCase

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Select

MOST_SOUGHT = 1_000
"""Latest enquiries, and latest cases, that are sought; their own pages find all others."""

ENQUIRIES, HOUSING_CASES = "enquiries", "housing_cases"
_HOME = ("country", "street", "house_number", "floor", "door", "postal_code", "city")


class CaseHit(NamedTuple):
    """One enquiry or housing case that can be found by its words."""

    page: str
    """`ENQUIRIES` or `HOUSING_CASES`."""
    id: UUID
    number: str
    """Of an enquiry."""
    name: str
    """Whom it is about; "" where nobody is named."""
    home: str
    """The home in one line."""
    is_closed: bool
    words: str
    """Folded words, each behind a space."""


def cases_to_seek(connection: Connection) -> tuple[CaseHit, ...]:
    """Answer the latest enquiries and housing cases that the reader may know of."""
    values = {"rows": MOST_SOUGHT}
    return (
        *(_hit(ENQUIRIES, row) for row in connection.execute(_ENQUIRIES, values)),
        *(_hit(HOUSING_CASES, row) for row in connection.execute(_CASES, values)),
    )


def _asked(table: type[Enquiry | HousingCase], *columns: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - columns of any type
    name = case(
        (Person.id.is_(None), table.about_name),
        else_=func.trim(Person.given_name + " " + Person.family_name),
    )
    home = (getattr(table, part) for part in _HOME)
    protected = func.coalesce(Person.address_protected, False).label("address_protected")
    return (
        select(table.id, *columns, name.label("name"), protected, *home)
        .select_from(table)
        .outerjoin(Person, Person.id == table.person_id)
        .where(is_visible(table.person_id))
        .limit(MOST_SOUGHT)
    )


_ENQUIRIES = _asked(
    Enquiry,
    Enquiry.number,
    (Enquiry.state == EnquiryState.CLOSED.value).label("is_closed"),
    Enquiry.words,
).order_by(Enquiry.received_at.desc(), Enquiry.id.desc())
_CASES = _asked(
    HousingCase,
    literal("").label("number"),
    HousingCase.closed_on.is_not(None).label("is_closed"),
    literal("").label("words"),
).order_by(HousingCase.opened_on.desc(), HousingCase.id)


def _hit(page: str, row: Any) -> CaseHit:  # noqa: ANN401 - a row of the database
    home = ", ".join(address_lines(Address(**{part: getattr(row, part) for part in _HOME})))
    words = f"{row.words} {fold(row.name)}"
    if row.address_protected:
        # Whoever looks over a shoulder reads no home that is protected.
        home = ""
    elif not row.words:
        words += f" {fold(home)}"
    return CaseHit(page, row.id, row.number, row.name, home, bool(row.is_closed), f" {words} ")
