"""Puts what a form says into the rows of an enquiry, with the days that follow from it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from app.admin.office_settings import KEEPS_CPR, office_setting
from app.clients.actions import add_client
from app.clients.rules import Address, ClientDetails, fold, full_name
from app.clients.rules.cpr import read_cpr
from app.codes.queries import own_codes
from app.consent.actions import check_institution_is_known, known_person
from app.errors import N_, Problem, Refused
from app.referrals.enquiries.config import clock_here, emergency_here, holidays_from
from app.referrals.enquiries.rules import (
    CHILD_CONCERN,
    CONCERNS,
    EnquiryState,
    Received,
    Setting,
    Standing,
    Urgency,
    check_enquiry,
    due_days,
    dwelling_key,
    next_due,
    split_name,
)
from db.institutions import InstitutionContact
from db.referrals import Enquiry, EnquiryCategory

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Act
    from app.referrals.enquiries.rules import EnquiryDetails

NOT_THEIR_CONTACT = N_("This contact person does not belong to the department.")

_AS_GIVEN = (
    "institution_id", "contact_id", "is_anonymous", "children", "acute", "told_resident",
    "resident_knows", "since", "urgency", "channel",
)  # fmt: skip
_TEXTS = (
    "reporter_name", "reporter_role", "reporter_phone", "reporter_email", "callback_time",
    "about_name", "observed", "since_words", "how_often", "others_affected", "done_so_far",
    "best_time", "safety_note", "responsible",
)  # fmt: skip
_HOME = ("country", "street", "house_number", "floor", "door", "postal_code", "city")
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that nobody mistakes for each other on the phone."""


def refuse_wrong(act: Act, details: EnquiryDetails) -> None:
    """Raise `Refused` with everything that is wrong with a form."""
    connection, now = act.session.connection(), act.local_now
    here = Setting(
        today=now.date(),
        now=now.time(),
        keeps_cpr=office_setting(connection, KEEPS_CPR),
        emergency=emergency_here(connection, now.date()),
        naming_law=clock_here(connection, now.date()).naming_law,
        own_concerns=own_codes(connection, CONCERNS.name),
    )
    problems = [*check_enquiry(details, here), *_check_contact(act, details)]
    problems += check_institution_is_known(act, details.institution_id)
    if problems:
        raise Refused(*problems)


def _check_contact(act: Act, details: EnquiryDetails) -> tuple[Problem, ...]:
    if details.contact_id is None:
        return ()
    contact = act.session.get(InstitutionContact, details.contact_id)
    if contact is None or contact.institution_id != details.institution_id:
        return (Problem(NOT_THEIR_CONTACT, "contact_id"),)
    return ()


def write(act: Act, row: Enquiry, details: EnquiryDetails) -> None:
    """Write a checked form; days that were kept already stay as they are."""
    with act.session.no_autoflush:
        _fill(act, row, details)
    act.session.add(row)
    act.session.flush()
    _write_concerns(act, row.id, details.concerns)


def _fill(act: Act, row: Enquiry, details: EnquiryDetails) -> None:
    was_anonymous = row.is_anonymous
    for name in _AS_GIVEN:
        setattr(row, name, getattr(details, name))
    for name in _TEXTS:
        setattr(row, name, getattr(details, name).strip())
    for name in _HOME:
        setattr(row, name, getattr(details.address, name))
    row.responsible = row.responsible or act.who
    row.cpr = str(read_cpr(details.cpr))
    row.received_at = _received_at(act, details)
    # A name that was given once is on file, whatever was promised before.
    row.named_later = bool(row.named_later or (was_anonymous and not details.is_anonymous))
    told_at = row.told_emergency_at or act.now
    row.told_emergency_at = told_at if details.told_emergency else None
    take_person(act, row, _person(act, row.id, details))
    row.dwelling_key = dwelling_key(Address(**{name: getattr(row, name) for name in _HOME}))
    set_days(act, row, is_about_child=details.is_about_child)


def number_of(enquiry_id: UUID, day: date) -> str:
    """Answer the number of an enquiry, such as "261123-7KQ"."""
    rest, letters = enquiry_id.int, ""
    for _place in range(3):
        rest, at = divmod(rest, len(_ALPHABET))
        letters += _ALPHABET[at]
    return f"{day:%y%m%d}-{letters}"


def take_person(act: Act, row: Enquiry, person_id: UUID | None) -> None:
    """Say whom an enquiry is about; the search finds it by that name as well."""
    row.person_id = person_id
    if person_id is not None:
        person = known_person(act, person_id, "person_id")
        row.about_name = row.about_name or full_name(person.given_name, person.family_name)
        if not row.street:
            for name in _HOME:
                setattr(row, name, getattr(person, name))
    said = (row.number, row.about_name, row.street, row.house_number, row.city, row.reporter_name)
    row.words = " " + " ".join(fold(part).strip() for part in said if part)


def set_days(act: Act, row: Enquiry, *, is_about_child: bool) -> None:
    """Count anew by when the enquiry must be answered, assessed and routed."""
    connection = act.session.connection()
    at = row.received_at.astimezone().replace(tzinfo=None)
    rules = clock_here(connection, at.date())
    received = Received(at, Urgency(row.urgency), is_about_child)
    days = due_days(received, rules, holidays_from(connection, at.date()))
    row.receipt_due, row.assessment_due = days.receipt, days.assessment
    row.child_due = None if days.child is None else days.child.astimezone(UTC)
    set_next(row)


def set_next(row: Enquiry) -> None:
    """Say which day is to be kept next."""
    child = None if row.child_due is None else row.child_due.astimezone().date()
    row.next_due = next_due(
        Standing(
            row.receipt_due,
            row.answered_at is not None,
            row.assessment_due,
            row.assessed_on is not None,
            child,
            row.child_routed_at is not None,
            is_closed=row.state == EnquiryState.CLOSED,
        )
    )


def is_about_child(act: Act, enquiry_id: UUID) -> bool:
    """Answer whether a child is among the concerns of an enquiry."""
    return act.session.get(EnquiryCategory, (enquiry_id, CHILD_CONCERN)) is not None


def new_card(act: Act, key: str, row: Enquiry) -> UUID:
    """Make a card for whoever was named, with the home; the same key again changes nothing."""
    given, family = split_name(row.about_name)
    details = ClientDetails(
        given_name=given,
        family_name=family,
        **{name: getattr(row, name) for name in _HOME},
    )
    return add_client(act, uuid5(NAMESPACE_OID, key), details)


def _person(act: Act, enquiry_id: UUID, details: EnquiryDetails) -> UUID | None:
    if details.person_id is not None:
        return known_person(act, details.person_id, "person_id").id
    if not details.is_new:
        return None
    named = Enquiry(about_name=details.about_name)
    for name in _HOME:
        setattr(named, name, getattr(details.address, name))
    # Made of the enquiry's id, so that saving twice makes one person.
    return new_card(act, f"about {enquiry_id.hex}", named)


def _received_at(act: Act, details: EnquiryDetails) -> datetime:
    day = details.received_on or act.local_now.date()
    usual = act.local_now.time() if day == act.local_now.date() else time.min
    return datetime.combine(day, details.received_time or usual).astimezone(UTC)


def _write_concerns(act: Act, enquiry_id: UUID, concerns: tuple[str, ...]) -> None:
    named = select(EnquiryCategory).where(EnquiryCategory.enquiry_id == enquiry_id)
    known = {row.code: row for row in act.session.scalars(named)}
    for code in set(concerns) - set(known):
        act.session.add(EnquiryCategory(enquiry_id=enquiry_id, code=code))
    for code in set(known) - set(concerns):
        act.session.delete(known[code])
