"""Whose claims may be seen: a volunteer sees the own ones, the office those of everyone known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select, true

from db.access import ME, Member, is_known_to_me

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from db.access import PersonKey

MY_PERSON = select(Member.person_id).where(
    Member.name == ME, Member.is_active == true(), Member.person_id.is_not(None)
)
"""The card of the person at work, where the list of colleagues names it."""
_IS_VOLUNTEER = exists().where(
    Member.name == ME, Member.is_active == true(), Member.role == "volunteer"
)


def is_mine(visitor_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause of rows about the person at work."""
    return visitor_id.in_(MY_PERSON)


def is_seen(visitor_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause of rows that the person at work may see."""
    return and_(is_known_to_me(visitor_id), or_(~_IS_VOLUNTEER, is_mine(visitor_id)))
