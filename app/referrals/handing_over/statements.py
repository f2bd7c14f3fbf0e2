"""What is asked of the database about handing over: selects over columns, built once."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, case, func, or_, select, true
from sqlalchemy.orm import aliased

from db.access import ME, Member, cards_of, is_known_to_me
from db.base import Key
from db.consent import Consent
from db.enquiry_access import is_visible
from db.handing_over import AccessRequest, Referral, ReferralEvent
from db.institutions import Institution
from db.people import Person

_REFERRAL = bindparam("referral_id", type_=Key())
Sender = aliased(Institution)
"""Who handed it to the office."""
IS_MINE = Referral.to_member == ME
IS_SEEN = or_(is_visible(Referral.person_id), IS_MINE)
"""Who of the office knows the person, and who was handed it: that one by the reduced view alone."""

# The name of a person whom the reader may not know of is that which the receiver was told.
_KNOWN_PERSON = and_(Person.id == Referral.person_id, is_known_to_me(Person.id))
_OPEN = Referral.state.in_(("sent", "accepted"))
ROWS = (
    select(
        Referral.id,
        Referral.version,
        Person.id.label("person_id"),
        Person.given_name,
        Person.family_name,
        Referral.about,
        Referral.kind,
        Referral.state,
        func.coalesce(Institution.name, Referral.to_member).label("receiver"),
        func.coalesce(Sender.name, "").label("sender"),
        Referral.reason,
        Referral.basis,
        Referral.sent_on,
        Referral.sent_by,
        Referral.due_on,
        Referral.answered_on,
        Referral.answer,
        Referral.answer_reason,
        Referral.done_on,
        Referral.shown_text,
        IS_MINE.label("is_mine"),
        (Referral.sent_by == ME).label("is_sent_by_me"),
        Referral.person_id.label("about_id"),
    )
    .select_from(Referral)
    .outerjoin(Person, _KNOWN_PERSON)
    .outerjoin(Institution, Institution.id == Referral.to_institution_id)
    .outerjoin(Sender, Sender.id == Referral.from_institution_id)
)
_NEWEST = (Referral.sent_on.desc(), Referral.id)
# What is open comes first, the earliest due of it before all.
_URGENT = (case((_OPEN, 0), else_=1), Referral.due_on.is_(None), Referral.due_on, *_NEWEST)
ALL = ROWS.where(IS_SEEN).order_by(*_URGENT).limit(bindparam("rows"))
OF_PERSON = ROWS.where(
    Referral.person_id.in_(cards_of(bindparam("person_id", type_=Key()))),
    is_visible(Referral.person_id),
).order_by(*_NEWEST)
ONE = ROWS.where(Referral.id == _REFERRAL, IS_SEEN)
DUE = (
    ROWS.where(
        IS_SEEN,
        _OPEN,
        or_(
            and_(IS_MINE, Referral.state == "sent"),
            and_(Referral.sent_by == ME, Referral.due_on <= bindparam("until")),
            and_(IS_MINE, Referral.due_on <= bindparam("until")),
        ),
    )
    .order_by(Referral.due_on.is_(None), Referral.due_on, Referral.id)
    .limit(bindparam("rows"))
)

EVENTS = (
    select(ReferralEvent.at, ReferralEvent.who, ReferralEvent.state, ReferralEvent.reason)
    .join(Referral, Referral.id == ReferralEvent.referral_id)
    .where(ReferralEvent.referral_id == _REFERRAL, IS_SEEN)
    # What came first stands first, also of two on one instant.
    .order_by(ReferralEvent.at, ReferralEvent.state != "sent", ReferralEvent.id)
)

PAPER = (
    select(
        Referral.kind,
        Referral.to_member,
        Referral.reason,
        Referral.shown_text,
        Referral.basis,
        Referral.sent_on,
        Referral.sent_by,
        Referral.due_on,
        Consent.said_on,
        Institution.name,
        Institution.country,
        Institution.care_of,
        Institution.street,
        Institution.house_number,
        Institution.floor,
        Institution.door,
        Institution.postal_code,
        Institution.city,
    )
    .select_from(Referral)
    .outerjoin(Institution, Institution.id == Referral.to_institution_id)
    .outerjoin(Consent, Consent.id == Referral.consent_id)
    .where(Referral.id == _REFERRAL, IS_SEEN)
)

COLLEAGUES = select(Member.name).where(Member.is_active == true()).order_by(Member.name)
INSTITUTION = select(Institution.kind, Institution.name).where(
    Institution.id == bindparam("institution_id", type_=Key())
)

_MAY_DECIDE = and_(is_visible(AccessRequest.person_id), AccessRequest.who != ME)
REQUESTS = (
    select(
        AccessRequest.id,
        AccessRequest.version,
        AccessRequest.person_id,
        Person.given_name,
        Person.family_name,
        AccessRequest.who,
        AccessRequest.at,
        AccessRequest.reason,
        AccessRequest.state,
    )
    .join(Person, Person.id == AccessRequest.person_id)
    .where(AccessRequest.state == "open", _MAY_DECIDE)
    .order_by(AccessRequest.at, AccessRequest.id)
)
"""What others asked for, to whom knows the person; a card that is hidden says nothing."""
MY_REQUEST = (
    select(AccessRequest.state)
    .where(AccessRequest.person_id == bindparam("person_id", type_=Key()), AccessRequest.who == ME)
    .order_by(AccessRequest.at.desc())
    .limit(1)
)
