"""Makes institutions and their contact persons through the actions that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.institutions import actions, contacts
from app.institutions.rules import ContactDetails, InstitutionDetails

if TYPE_CHECKING:
    from app.office import Office


def institution_details(**fields: Any) -> InstitutionDetails:  # noqa: ANN401 - any field
    """Answer the form of a housing association; `fields` say what a test wants otherwise."""
    known: dict[str, Any] = {"name": "Boligforeningen Hedeparken", "country": "DK"}
    return InstitutionDetails(**(known | fields))


def add_institution(office: Office, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Add an institution and answer its id; it begins with version 1."""
    return office.act(actions.add_institution, uuid4(), institution_details(**fields)).value


def add_contact(office: Office, institution_id: UUID, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Add a new person as contact of an institution and answer the contact's id."""
    known: dict[str, Any] = {"is_new": "person_id" not in fields, "given_name": "Lars",
                             "family_name": "Holm", "function": "Varmemester"}  # fmt: skip
    details = ContactDetails(**(known | fields))
    return office.act(contacts.add_contact, uuid4(), institution_id, details).value
