"""Institutions as they leave the office: as listed, with those who can be spoken to there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from app.clients.rules import full_name
from app.institutions.queries.lists import InstitutionRow, list_institutions
from db.access import is_known_to_me
from db.institutions import InstitutionContact
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

MOST = 1_048_575
"""As many as a sheet of Excel has room for."""


class Contact(NamedTuple):
    """Somebody who can be spoken to; only those of whom the person at work may know."""

    person_id: UUID
    name: str
    function: str
    phone: str
    email: str


class ListedInstitution(NamedTuple):
    """An institution with what a file says of it."""

    row: InstitutionRow
    contacts: tuple[Contact, ...]


_CONTACTS = (
    select(
        InstitutionContact.institution_id,
        InstitutionContact.person_id,
        Person.given_name,
        Person.family_name,
        InstitutionContact.function,
        InstitutionContact.phone,
        InstitutionContact.email,
    )
    .join(Person, Person.id == InstitutionContact.person_id)
    .where(is_known_to_me(Person.id))
    .order_by(InstitutionContact.position, InstitutionContact.id)
)


def institutions_to_export(
    connection: Connection,
    typed: str = "",
    *,
    kind: str = "",
    is_active: bool = True,
    language: str = "de",
) -> tuple[ListedInstitution, ...]:
    """Answer every institution of a list, in its order; see `list_institutions`."""
    rows = list_institutions(
        connection, typed, kind=kind, is_active=is_active, language=language, most=MOST
    )
    contacts: defaultdict[UUID, list[Contact]] = defaultdict(list)
    for place, person_id, given, family, *ways in connection.execute(_CONTACTS):
        contacts[place].append(Contact(person_id, full_name(given, family), *ways))
    return tuple(ListedInstitution(row, tuple(contacts[row.id])) for row in rows)
