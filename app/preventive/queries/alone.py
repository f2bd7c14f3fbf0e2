"""The clauses of who lives alone: as the card says, or as the households do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, case, or_, select, true
from sqlalchemy.orm import aliased

from db.households import HouseholdMember
from db.people import Person

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement

    AnySelect = Select[*tuple[Any, ...]]

_OTHER_CARD, _OTHER, _MEMBER = aliased(Person), aliased(HouseholdMember), aliased(HouseholdMember)


def is_alone_for_sure(today: date) -> ColumnElement[bool]:
    """Answer whether the card says that a person lives alone, or a household of one does."""
    by_household = and_(
        Person.lives_alone.is_(None),
        Person.id.in_(_in_households(today)),
        Person.id.not_in(living_together(today)),
    )
    return case((Person.lives_alone.is_(True), true()), else_=by_household)


def _in_households(today: date) -> AnySelect:
    return select(_MEMBER.person_id).where(_is_now(_MEMBER, today))


def living_together(today: date) -> AnySelect:
    """Answer who shares a household with somebody else who lives."""
    return (
        select(_MEMBER.person_id)
        .join(_OTHER, _OTHER.household_id == _MEMBER.household_id)
        .join(_OTHER_CARD, _OTHER_CARD.id == _OTHER.person_id)
        .where(
            _OTHER.person_id != _MEMBER.person_id,
            _is_now(_MEMBER, today),
            _is_now(_OTHER, today),
            _OTHER_CARD.status != "deceased",
        )
    )


def _is_now(member: Any, today: date) -> ColumnElement[bool]:  # noqa: ANN401 - an alias
    return and_(
        or_(member.since.is_(None), member.since <= today),
        or_(member.until.is_(None), member.until >= today),
    )
