"""The questions about concerns in SQL, each built once; nobody sees those of hidden people."""

from __future__ import annotations

from sqlalchemy import Date, bindparam, or_, select
from sqlalchemy.orm import aliased

from db.access import is_known_to_me
from db.admin import OfficeCard
from db.base import Key
from db.escalation import Escalation, EscalationStep
from db.households import HouseholdMember
from db.people import Person
from db.visiting import Visit

CONCERNS = (
    select(
        Escalation.id,
        Escalation.version,
        Escalation.person_id,
        Person.given_name,
        Person.family_name,
        Person.address_protected,
        Escalation.visit_id,
        Escalation.code,
        Escalation.opened_at,
        Escalation.opened_by,
        Escalation.closed_at,
        Escalation.closed_by,
        Escalation.result,
        Escalation.closing_note,
    )
    .join(Person, Person.id == Escalation.person_id)
    .where(is_known_to_me(Escalation.person_id))
)
OPEN = CONCERNS.where(Escalation.closed_at.is_(None)).order_by(Escalation.opened_at, Escalation.id)
CLOSED = (
    CONCERNS.where(Escalation.closed_at.is_not(None))
    .order_by(Escalation.closed_at.desc(), Escalation.id)
    .limit(bindparam("limit"))
)
ONE = CONCERNS.where(Escalation.id == bindparam("concern_id", type_=Key()))
STEPS = (
    select(
        EscalationStep.id,
        EscalationStep.number,
        EscalationStep.code,
        EscalationStep.at,
        EscalationStep.who,
        EscalationStep.called,
        EscalationStep.result,
        EscalationStep.note,
    )
    .join(Escalation, Escalation.id == EscalationStep.escalation_id)
    .where(
        EscalationStep.escalation_id == bindparam("concern_id", type_=Key()),
        is_known_to_me(Escalation.person_id),
    )
    .order_by(EscalationStep.at, EscalationStep.number)
)
STEPS_OF_OPEN = (
    select(
        EscalationStep.escalation_id, EscalationStep.code, EscalationStep.at, EscalationStep.result
    )
    .join(Escalation, Escalation.id == EscalationStep.escalation_id)
    .where(Escalation.closed_at.is_(None), is_known_to_me(Escalation.person_id))
    .order_by(EscalationStep.at, EscalationStep.number)
)
PERSON = select(
    Person.country,
    Person.care_of,
    Person.street,
    Person.house_number,
    Person.floor,
    Person.door,
    Person.postal_code,
    Person.city,
    Person.phone,
    Person.mobile,
    Person.hint,
    Person.responsible,
).where(Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id))
VISIT = select(Visit.planned_start, Visit.visitor).where(
    Visit.id == bindparam("visit_id", type_=Key()), is_known_to_me(Visit.client_id)
)
COUNTRY = select(OfficeCard.country).limit(1)

_home = aliased(HouseholdMember)
_today = bindparam("today", type_=Date())
HOUSEMATES = (
    select(
        Person.id,
        Person.given_name,
        Person.family_name,
        Person.phone,
        Person.mobile,
        Person.country,
    )
    .join(HouseholdMember, HouseholdMember.person_id == Person.id)
    .join(_home, _home.household_id == HouseholdMember.household_id)
    .where(
        _home.person_id == bindparam("person_id", type_=Key()),
        HouseholdMember.person_id != _home.person_id,
        or_(_home.until.is_(None), _home.until >= _today),
        or_(HouseholdMember.until.is_(None), HouseholdMember.until >= _today),
        is_known_to_me(Person.id),
    )
    .order_by(Person.family_name, Person.given_name, Person.id)
)
