"""The questions of composing in SQL, each built once; many people are asked for at once."""

from __future__ import annotations

from sqlalchemy import Date, Uuid, bindparam, func, or_, select

from db.access import is_known_to_me
from db.households import Household, HouseholdMember
from db.letters import LetterTemplate, TemplateVersion
from db.people import Person, PersonAddress

IDS = bindparam("ids", expanding=True, type_=Uuid())
TODAY = bindparam("today", type_=Date())

PEOPLE = select(
    Person.id,
    Person.given_name,
    Person.family_name,
    Person.salutation,
    Person.birth_date,
    Person.birth_precision,
    Person.letter_language,
    Person.letter_format,
    Person.address_protected,
    Person.country,
    Person.care_of,
    Person.street,
    Person.house_number,
    Person.floor,
    Person.door,
    Person.postal_code,
    Person.city,
    Person.status,
    Person.status_from,
    Person.status_until,
).where(Person.id.in_(IDS), is_known_to_me(Person.id))

ADDRESSES = select(
    PersonAddress.person_id,
    PersonAddress.id,
    PersonAddress.label,
    PersonAddress.country,
    PersonAddress.care_of,
    PersonAddress.street,
    PersonAddress.house_number,
    PersonAddress.floor,
    PersonAddress.door,
    PersonAddress.postal_code,
    PersonAddress.city,
    PersonAddress.note,
    PersonAddress.valid_from,
    PersonAddress.valid_until,
).where(PersonAddress.person_id.in_(IDS), is_known_to_me(PersonAddress.person_id))

_LIVES_THERE = or_(HouseholdMember.until.is_(None), HouseholdMember.until >= TODAY)
_HOMES = select(HouseholdMember.household_id).where(
    HouseholdMember.person_id.in_(IDS), _LIVES_THERE
)
HOMES = (
    select(HouseholdMember.household_id, Household.name, HouseholdMember.person_id)
    .join_from(HouseholdMember, Household, Household.id == HouseholdMember.household_id)
    .join(Person, Person.id == HouseholdMember.person_id)
    .where(
        HouseholdMember.household_id.in_(_HOMES),
        _LIVES_THERE,
        is_known_to_me(HouseholdMember.person_id),
    )
    .order_by(
        HouseholdMember.household_id, Person.birth_date.is_(None), Person.birth_date, Person.id
    )
)
"""The households of people with all who live in them, the eldest first."""

TEMPLATES = select(
    LetterTemplate.code,
    LetterTemplate.title,
    LetterTemplate.source_language,
    LetterTemplate.is_active,
)

_newest = (
    select(
        TemplateVersion.letter_template_id,
        TemplateVersion.language,
        func.max(TemplateVersion.number).label("number"),
    )
    .join(LetterTemplate, LetterTemplate.id == TemplateVersion.letter_template_id)
    .where(LetterTemplate.code == bindparam("code"))
    .group_by(TemplateVersion.letter_template_id, TemplateVersion.language)
    .subquery()
)
VERSIONS = select(
    TemplateVersion.language,
    TemplateVersion.text,
    TemplateVersion.state,
    TemplateVersion.source_hash,
    TemplateVersion.reviewed_at,
).join(
    _newest,
    (TemplateVersion.letter_template_id == _newest.c.letter_template_id)
    & (TemplateVersion.language == _newest.c.language)
    & (TemplateVersion.number == _newest.c.number),
)
"""The newest version of a template in each language that the office has written."""
