"""What is asked of the database about answers: selects over columns, built once."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, func, or_, select, union_all
from sqlalchemy.orm import aliased

from db.access import ME, cards_of, is_known_to_me, is_readable_note
from db.answers import Answer
from db.base import Key
from db.consent import Consent, Disclosure
from db.enquiry_access import is_visible
from db.handing_over import Referral
from db.institutions import Institution, InstitutionContact
from db.journal import Note, NotePerson
from db.people import Person
from db.referrals import Enquiry

_ENQUIRY = bindparam("enquiry_id", type_=Key())
_PERSON = bindparam("person_id", type_=Key())


IS_SEEN = is_visible(Enquiry.person_id)
"""Whether the person at work may know of what an enquiry is about."""

_CALLER = aliased(Person)
"""The contact of an institution who rang."""

ENQUIRY = (
    select(
        Enquiry.id,
        Enquiry.number,
        Enquiry.received_at,
        Enquiry.country,
        Enquiry.institution_id,
        Enquiry.reporter_name,
        Enquiry.reporter_phone,
        Enquiry.reporter_email,
        Enquiry.is_anonymous,
        Enquiry.person_id,
        Enquiry.observed,
        Enquiry.done_so_far,
        Enquiry.about_name,
        Enquiry.assessment,
        Enquiry.outcome_note,
        Enquiry.state,
        func.coalesce(Institution.name, "").label("institution"),
        Institution.country.label("to_country"),
        Institution.care_of,
        Institution.street,
        Institution.house_number,
        Institution.floor,
        Institution.door,
        Institution.postal_code,
        Institution.city,
        Institution.phone,
        Institution.email,
        func.trim(_CALLER.given_name + " " + _CALLER.family_name).label("caller"),
        func.coalesce(func.nullif(InstitutionContact.phone, ""), _CALLER.phone).label(
            "caller_phone"
        ),
        func.coalesce(func.nullif(InstitutionContact.email, ""), _CALLER.email).label(
            "caller_email"
        ),
    )
    .outerjoin(Institution, Institution.id == Enquiry.institution_id)
    .outerjoin(InstitutionContact, InstitutionContact.id == Enquiry.contact_id)
    .outerjoin(
        _CALLER,
        and_(_CALLER.id == InstitutionContact.person_id, is_known_to_me(_CALLER.id)),
    )
    .where(Enquiry.id == _ENQUIRY, IS_SEEN)
)

OUTCOMES = select(Enquiry.assessment, Enquiry.outcome_note).where(
    Enquiry.person_id.in_(cards_of(_PERSON)), IS_SEEN
)

_CARDS = cards_of(_PERSON)
FILE = union_all(
    select(Note.text).where(
        or_(
            Note.person_id.in_(_CARDS),
            Note.id.in_(select(NotePerson.note_id).where(NotePerson.person_id.in_(_CARDS))),
        ),
        is_readable_note(),
    ),
    select(Person.about).where(Person.id.in_(_CARDS), is_known_to_me(Person.id)),
    select(Person.hint).where(Person.id.in_(_CARDS), is_known_to_me(Person.id)),
)
"""Everything that somebody wrote about a person in words of their own."""


BODIES = union_all(
    select(Institution.name)
    .join(Consent, Consent.institution_id == Institution.id)
    .where(Consent.person_id.in_(_CARDS), is_known_to_me(Consent.person_id)),
    select(Institution.name)
    .join(Disclosure, Disclosure.institution_id == Institution.id)
    .where(Disclosure.person_id.in_(_CARDS), is_known_to_me(Disclosure.person_id)),
    select(Institution.name)
    .join(Referral, Referral.to_institution_id == Institution.id)
    .where(Referral.person_id.in_(_CARDS), is_known_to_me(Referral.person_id)),
)
"""The names of the institutions that a person has to do with."""

ANSWERS = (
    select(
        Answer.id,
        Answer.at,
        Answer.who,
        Answer.channel,
        Answer.recipient,
        Answer.disclosure_class,
        Answer.language,
        Answer.shown_text,
        Answer.basis,
        (Answer.sha256 != "").label("has_pages"),
    )
    .join(Enquiry, Enquiry.id == Answer.enquiry_id)
    .where(Answer.enquiry_id == _ENQUIRY, IS_SEEN)
    .order_by(Answer.at.desc(), Answer.id)
)

PAGES = (
    select(Answer.pdf, Answer.letter_id, Answer.at, Enquiry.number)
    .join(Enquiry, Enquiry.id == Answer.enquiry_id)
    .where(Answer.id == bindparam("answer_id", type_=Key()), IS_SEEN)
)
ME_AT_WORK = select(ME)
