"""What can be done with the contact persons of an institution; a new one gets a card as well."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import func, select

from app.clients.actions import UNKNOWN_CLIENT, add_client
from app.clients.phones import read_phone
from app.clients.rules import ClientDetails, Role, RoleSpan
from app.clients.taking_roles import take_role
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.institutions.actions import known_institution
from app.institutions.rules import check_contact
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.institutions import InstitutionContact
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from app.institutions.rules import ContactDetails
    from app.office import Act

CONTACT_FORM = "institution_contact"
NEW_CONTACT_FORM = "institution_new_contact"
"""The forms in drafts; the subject is the contact's id, or the institution's for a new one."""

UNKNOWN_CONTACT = N_("This contact person is no longer at the institution.")

_ONE_LINE = ("function", "email", "note")
_AS_GIVEN = ("valid_from", "valid_until")


def add_contact(act: Act, contact_id: UUID, institution_id: UUID, details: ContactDetails) -> UUID:
    """Add a contact person under an id that the form made; a second time changes nothing.

    Somebody who is not in the office yet gets a card in the same act.
    """
    if act.session.get(InstitutionContact, contact_id) is not None:
        return contact_id
    institution = known_institution(act, institution_id)
    phone = _checked(act, details, institution.country)
    person_id = _person(act, contact_id, details, institution.country)
    take_role(act, person_id, Role.CONTACT)
    contact = InstitutionContact(
        id=contact_id,
        institution_id=institution_id,
        person_id=person_id,
        position=_next_position(act, institution_id),
    )
    _write(act, contact, details, phone)
    discard_draft(act, NEW_CONTACT_FORM, str(institution_id))
    act.touch("institutions", institution_id)
    act.touch("clients", person_id)
    return contact_id


def save_contact(act: Act, contact_id: UUID, version: int, details: ContactDetails) -> UUID:
    """Change a contact person as it was read with `version`."""
    contact = _known(act, contact_id)
    if contact.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    institution = known_institution(act, contact.institution_id)
    phone = _checked(act, details, institution.country)
    contact.person_id = _person(act, contact_id, details, institution.country)
    take_role(act, contact.person_id, Role.CONTACT)
    _write(act, contact, details, phone)
    discard_draft(act, CONTACT_FORM, str(contact_id))
    act.touch("institutions", contact.institution_id)
    act.touch("clients", contact.person_id)
    return contact_id


def remove_contact(act: Act, contact_id: UUID) -> None:
    """Take a contact person away from an institution; the person's card stays.

    `add_contact` with the same id and details is the undo.
    """
    contact = _known(act, contact_id)
    act.touch("institutions", contact.institution_id)
    act.touch("clients", contact.person_id)
    act.session.delete(contact)


def _known(act: Act, contact_id: UUID) -> InstitutionContact:
    contact = act.session.get(InstitutionContact, contact_id)
    if contact is None:
        raise Refused(Problem(UNKNOWN_CONTACT))
    return contact


def _checked(act: Act, details: ContactDetails, country: str) -> str:
    """Answer the phone number as it is stored, or refuse the form as a whole."""
    problems = list(check_contact(details))
    phone = read_phone(details.phone, country)
    if isinstance(phone, Problem) and not any(found.field == "phone" for found in problems):
        problems.append(phone)
    if not details.is_new and details.person_id is not None:
        known = select(Person.id).where(Person.id == details.person_id, is_known_to_me(Person.id))
        if act.session.scalar(known) is None:
            problems.append(Problem(UNKNOWN_CLIENT, "person_id"))
    if problems or isinstance(phone, Problem):
        raise Refused(*problems)
    return phone.stored


def _person(act: Act, contact_id: UUID, details: ContactDetails, country: str) -> UUID:
    """Answer the person meant, with a new card where there is none."""
    if details.person_id is not None and not details.is_new:
        return details.person_id
    card = ClientDetails(
        given_name=details.given_name,
        family_name=details.family_name,
        country=country,
        roles=(RoleSpan(Role.CONTACT, act.local_now.date()),),
    )
    # Made of the contact's id, so that saving twice makes one person.
    return add_client(act, uuid5(NAMESPACE_OID, contact_id.hex), card)


def _next_position(act: Act, institution_id: UUID) -> int:
    last = select(func.max(InstitutionContact.position)).where(
        InstitutionContact.institution_id == institution_id
    )
    found = act.session.scalar(last)
    return 0 if found is None else found + 1


def _write(act: Act, contact: InstitutionContact, details: ContactDetails, phone: str) -> None:
    for field in _ONE_LINE:
        setattr(contact, field, getattr(details, field).strip())
    for field in _AS_GIVEN:
        setattr(contact, field, getattr(details, field))
    contact.phone = phone
    act.session.add(contact)
