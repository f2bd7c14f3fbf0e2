"""The questions about households and relations in SQL, each built once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Date, Text, Uuid, bindparam, func, literal, or_, select
from sqlalchemy.orm import aliased

from db.access import is_known_to_me, is_listed
from db.households import Household, HouseholdMember, HouseholdRefusal, Relation
from db.people import Person

_person_id = bindparam("person_id", type_=Uuid())
_today = bindparam("today", type_=Date())
_LIVES_THERE = or_(HouseholdMember.until.is_(None), HouseholdMember.until >= _today)

_mine = aliased(HouseholdMember)
_HOME = (
    select(_mine.household_id)
    .where(
        _mine.person_id == _person_id,
        or_(_mine.until.is_(None), _mine.until >= _today),
        is_known_to_me(_mine.person_id),
    )
    .order_by(_mine.since.desc())
    .limit(1)
    .scalar_subquery()
)

HOUSEHOLD = select(Household.id, Household.version, Household.name, Household.note).where(
    Household.id == _HOME
)

MEMBERS = (
    select(
        HouseholdMember.id,
        HouseholdMember.version,
        HouseholdMember.person_id,
        Person.given_name,
        Person.family_name,
        HouseholdMember.since,
    )
    .join_from(HouseholdMember, Person, Person.id == HouseholdMember.person_id)
    .where(
        HouseholdMember.household_id == bindparam("household_id", type_=Uuid()),
        _LIVES_THERE,
        is_known_to_me(HouseholdMember.person_id),
    )
    .order_by(Person.birth_date.is_(None), Person.birth_date, Person.id)
)

_RELATION_COLUMNS = (
    Relation.id,
    Relation.version,
    Person.id.label("other_id"),
    Person.given_name,
    Person.family_name,
    Person.phone,
    Person.mobile,
    Person.country,
    Relation.kind,
    Relation.detail,
    Relation.has_key,
    Relation.in_emergency,
    Relation.valid_from,
    Relation.valid_until,
)
TOLD_HERE = (
    select(*_RELATION_COLUMNS)
    .join_from(Relation, Person, Person.id == Relation.other_id)
    .where(
        Relation.person_id == _person_id,
        is_known_to_me(Relation.other_id),
        is_known_to_me(Relation.person_id),
    )
)
"""The relations that stand on a person's own card."""
TOLD_THERE = (
    select(*_RELATION_COLUMNS)
    .join_from(Relation, Person, Person.id == Relation.person_id)
    .where(
        Relation.other_id == _person_id,
        is_known_to_me(Relation.person_id),
        is_known_to_me(Relation.other_id),
    )
)
"""The relations that stand on the other's card."""

_one, _other = aliased(Person), aliased(Person)
RELATION = (
    select(
        Relation.version,
        Relation.person_id,
        Relation.other_id,
        Relation.kind,
        Relation.detail,
        Relation.has_key,
        Relation.in_emergency,
        Relation.valid_from,
        Relation.valid_until,
        _one.given_name,
        _one.family_name,
        _other.given_name.label("other_given"),
        _other.family_name.label("other_family"),
    )
    .join_from(Relation, _one, _one.id == Relation.person_id)
    .join(_other, _other.id == Relation.other_id)
    .where(
        Relation.id == bindparam("relation_id", type_=Uuid()),
        is_known_to_me(Relation.person_id),
        is_known_to_me(Relation.other_id),
    )
)


def _number(person: Any) -> ColumnElement[str]:  # noqa: ANN401 - the table or an alias of it
    """Answer a house number as it is compared, see `rules.house_key`."""
    return func.lower(func.replace(person.house_number, _in_words(" "), _in_words("")))


def _street(person: Any) -> ColumnElement[str]:  # noqa: ANN401 - as above
    """Answer a street roughly as it is compared; `rules.street_key` has the last word."""
    street = func.lower(person.street)
    for written in ("straße", "strasse"):
        street = func.replace(street, _in_words(written), _in_words("str"))
    for sign in (".", " "):
        street = func.replace(street, _in_words(sign), _in_words(""))
    return street


def _in_words(text: str) -> ColumnElement[str]:
    """Answer a text that stands in the statement: PostgreSQL takes no two parameters for one."""
    return literal(text, literal_execute=True)


_RESIDENT_COLUMNS = (
    Person.id,
    Person.given_name,
    Person.family_name,
    Person.country,
    Person.street,
    Person.house_number,
    Person.floor,
    Person.door,
    Person.postal_code,
    Person.city,
)
_LIVES = (Person.status.in_(["active", "paused"]), Person.street != "", Person.house_number != "")

_me = aliased(Person)
_postcode = bindparam("postal_code", type_=Text())
_number_here = func.lower(
    func.replace(bindparam("house_number", type_=Text()), _in_words(" "), _in_words(""))
)
LIVES_AT = select(Person.postal_code, Person.street, Person.house_number).where(
    Person.id == _person_id, *_LIVES
)
"""Where somebody lives; nothing without a street and a number."""


def _next_street(after: Any) -> ColumnElement[str]:  # noqa: ANN401 - a column or a text
    """Answer the street that follows another one in a town, by the index of addresses alone."""
    return (
        select(func.min(_me.street))
        .where(_me.postal_code == _postcode, _me.street > after)
        .scalar_subquery()
    )


_streets = select(_next_street(_in_words("")).label("street")).cte("streets", recursive=True)
_streets = _streets.union_all(
    select(_next_street(_streets.c.street)).where(_streets.c.street.is_not(None))
)
STREETS = select(_streets.c.street).where(_streets.c.street.is_not(None))
"""The streets of a postal code, as they are written; a few hops, however many people live there."""
NEIGHBOURS = select(*_RESIDENT_COLUMNS).where(
    Person.postal_code == _postcode,
    Person.street.in_(bindparam("streets", expanding=True, type_=Text())),
    _number(Person) == _number_here,
    *_LIVES,
    is_listed(Person.id),
)
"""Who lives under a number of one street, in all the ways in which the street is written."""

_houses = (
    select(
        Person.postal_code.label("postal_code"),
        _street(Person).label("street"),
        _number(Person).label("number"),
    )
    .where(Person.street != "", Person.house_number != "")
    .group_by(Person.postal_code, _street(Person), _number(Person))
    .having(func.count() > 1)
    .cte("houses")
)
RESIDENTS = (
    select(*_RESIDENT_COLUMNS)
    .join_from(
        _houses,
        Person,
        (Person.postal_code == _houses.c.postal_code)
        & (_street(Person) == _houses.c.street)
        & (_number(Person) == _houses.c.number),
    )
    .where(*_LIVES, is_listed(Person.id))
    .order_by(Person.postal_code, _houses.c.street, _houses.c.number, Person.id)
    .limit(bindparam("rows"))
)
"""Everybody who is not alone at an address, house by house."""

_ids = bindparam("ids", expanding=True, type_=Uuid())
TOGETHER = select(HouseholdMember.household_id, HouseholdMember.person_id).where(
    HouseholdMember.person_id.in_(_ids), _LIVES_THERE
)
"""The households in which some people live now."""
APART = select(HouseholdRefusal.person_id, HouseholdRefusal.other_id).where(
    or_(HouseholdRefusal.person_id.in_(_ids), HouseholdRefusal.other_id.in_(_ids))
)
"""Who is known not to live together."""
