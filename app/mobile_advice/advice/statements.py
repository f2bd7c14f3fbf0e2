"""The questions about contacts and calls in SQL, each built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, and_, bindparam, exists, func, or_, select, true

from app.mobile_advice.advice.rules import OPEN_STATES
from db.access import ME, Member, is_known_to_me
from db.advice import AdviceContact, AdviceReferral, Callback
from db.areas import Area
from db.base import Key
from db.booking import Appointment
from db.institutions import Institution
from db.people import Person
from db.tasks import Task
from db.tours import Stop, TourDay, TourHalt

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

IS_VOLUNTEER = exists().where(
    Member.name == ME, Member.is_active == true(), Member.role == "volunteer"
)
"""Whether the person at work is a volunteer, who reads what is their own."""
_CONTACT, _PERSON, _STOP, _AREA = (
    AdviceContact.__table__, Person.__table__, Stop.__table__, Area.__table__,
)  # fmt: skip
_REFERRAL, _CALL, _TASK = AdviceReferral.__table__, Callback.__table__, Task.__table__
_INSTITUTION, _BOOKED = Institution.__table__, Appointment.__table__
_ID = bindparam("id", type_=Key())
_PERSON_ID = bindparam("person_id", type_=Key())


def is_seen() -> ColumnElement[bool]:
    """Answer the clause of contacts that the person at work may read."""
    about = or_(_CONTACT.c.person_id.is_(None), is_known_to_me(_CONTACT.c.person_id))
    return and_(about, or_(~IS_VOLUNTEER, _CONTACT.c.who == ME))


def is_call_seen() -> ColumnElement[bool]:
    """Answer the clause of calls that the person at work may read."""
    about = or_(_CALL.c.person_id.is_(None), is_known_to_me(_CALL.c.person_id))
    return and_(about, or_(~IS_VOLUNTEER, _CALL.c.who == ME, _CALL.c.taken_by == ME))


CONTACTS = (
    select(
        *_CONTACT.c,
        func.coalesce(_PERSON.c.given_name, "").label("given_name"),
        func.coalesce(_PERSON.c.family_name, "").label("family_name"),
        func.coalesce(_STOP.c.name, "").label("stop"),
        func.coalesce(_AREA.c.name, "").label("area"),
    )
    .select_from(_CONTACT)
    .outerjoin(_PERSON, _PERSON.c.id == _CONTACT.c.person_id)
    .outerjoin(_STOP, _STOP.c.id == _CONTACT.c.stop_id)
    .outerjoin(_AREA, _AREA.c.id == _CONTACT.c.area_id)
    .where(is_seen())
)
LISTED = (
    CONTACTS.where(
        _CONTACT.c.day >= bindparam("first", type_=Date()),
        _CONTACT.c.day <= bindparam("last", type_=Date()),
    )
    .order_by(_CONTACT.c.day.desc(), _CONTACT.c.at.desc(), _CONTACT.c.id)
    .limit(bindparam("most"))
)
COUNTED = select(func.count()).where(
    _CONTACT.c.day >= bindparam("first", type_=Date()),
    _CONTACT.c.day <= bindparam("last", type_=Date()),
    is_seen(),
)
ONE = CONTACTS.where(_CONTACT.c.id == _ID)
OF_PERSON = CONTACTS.where(_CONTACT.c.person_id.in_(bindparam("cards", expanding=True))).order_by(
    _CONTACT.c.day.desc(), _CONTACT.c.at.desc()
)
REFERRALS = (
    select(
        _REFERRAL.c.id,
        _REFERRAL.c.on,
        _REFERRAL.c.target,
        _REFERRAL.c.institution_id,
        func.coalesce(_INSTITUTION.c.name, "").label("institution"),
        _REFERRAL.c.disclosure_id,
    )
    .select_from(_REFERRAL)
    .outerjoin(_INSTITUTION, _INSTITUTION.c.id == _REFERRAL.c.institution_id)
    .where(
        _REFERRAL.c.contact_id == _ID,
        or_(_REFERRAL.c.person_id.is_(None), is_known_to_me(_REFERRAL.c.person_id)),
        ~IS_VOLUNTEER,
    )
    .order_by(_REFERRAL.c.on, _REFERRAL.c.id)
)
TASK_STATE = select(_TASK.c.state).where(_TASK.c.id == _ID)
STOPS = (
    select(_STOP.c.id, _STOP.c.name, _STOP.c.is_active)
    .where(_STOP.c.is_active)
    .order_by(func.lower(_STOP.c.name), _STOP.c.id)
)
HALTS_OF_DAY = (
    select(TourHalt.id, TourHalt.stop_id, TourHalt.from_time, TourHalt.until_time)
    .join(TourDay, TourDay.id == TourHalt.tour_day_id)
    .where(
        TourDay.day == bindparam("day", type_=Date()),
        TourHalt.state != "cancelled",
        TourDay.state != "cancelled",
    )
    .order_by(TourHalt.from_time, TourHalt.id)
)
TALLIED = (
    select(
        _CONTACT.c.id,
        _CONTACT.c.topics,
        _CONTACT.c.age_band,
        _CONTACT.c.area_id,
        _CONTACT.c.kind,
        _CONTACT.c.stop_id,
    )
    .where(
        _CONTACT.c.who == ME,
        _CONTACT.c.day == bindparam("day", type_=Date()),
        _CONTACT.c.source == "tally",
    )
    .order_by(_CONTACT.c.at, _CONTACT.c.id)
)
PERSON_FACTS = select(
    _PERSON.c.given_name,
    _PERSON.c.family_name,
    _PERSON.c.birth_date,
    _PERSON.c.area_id,
    _PERSON.c.phone,
    _PERSON.c.mobile,
).where(_PERSON.c.id == _PERSON_ID, is_known_to_me(_PERSON.c.id))
APPOINTMENT = (
    select(
        _BOOKED.c.day,
        _BOOKED.c.kind,
        _BOOKED.c.person_id,
        _BOOKED.c.tour_halt_id,
        _BOOKED.c.language,
        _BOOKED.c.interpreter_request_id,
        _BOOKED.c.minutes,
        _BOOKED.c.topic,
        TourHalt.stop_id,
    )
    .select_from(_BOOKED)
    .outerjoin(TourHalt, TourHalt.id == _BOOKED.c.tour_halt_id)
    .where(
        _BOOKED.c.id == _ID,
        or_(_BOOKED.c.person_id.is_(None), is_known_to_me(_BOOKED.c.person_id)),
    )
)
RECORDED = (
    select(_CONTACT.c.id).where(_CONTACT.c.appointment_id == _ID, is_seen()).order_by(_CONTACT.c.at)
)
CALLS = (
    select(
        *_CALL.c,
        func.coalesce(_PERSON.c.given_name, "").label("given_name"),
        func.coalesce(_PERSON.c.family_name, "").label("family_name"),
        func.coalesce(_PERSON.c.phone, "").label("person_phone"),
        func.coalesce(_PERSON.c.mobile, "").label("person_mobile"),
    )
    .select_from(_CALL)
    .outerjoin(_PERSON, _PERSON.c.id == _CALL.c.person_id)
    .where(is_call_seen())
)
OPEN_CALLS = CALLS.where(_CALL.c.state.in_([state.value for state in OPEN_STATES]))
CLOSED_CALLS = (
    CALLS.where(_CALL.c.state.not_in([state.value for state in OPEN_STATES]))
    .order_by(_CALL.c.taken_at.desc(), _CALL.c.id)
    .limit(bindparam("most"))
)
ONE_CALL = CALLS.where(_CALL.c.id == _ID)
CALLS_OF_PERSON = CALLS.where(_CALL.c.person_id.in_(bindparam("cards", expanding=True))).order_by(
    _CALL.c.taken_at.desc()
)
