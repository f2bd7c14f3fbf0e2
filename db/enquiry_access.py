"""Who may know of enquiries and housing cases: the office, and of restricted people whoever may."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, true

from db.access import ME, Member, is_known_to_me
from db.met import VOLUNTEER

_MEMBER = Member.__table__.c


def is_of_office() -> ColumnElement[bool]:
    """Answer whether the person at work belongs to the office: no volunteer reads of enquiries.

    An office without a list of colleagues trusts whoever opened it.
    """
    mine = exists().where(
        _MEMBER.name == ME, _MEMBER.is_active == true(), _MEMBER.role != VOLUNTEER
    )
    return or_(~exists(select(_MEMBER.id)), mine)


def is_visible(person_id: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a column of any table
    """Answer the clause over a row with this column: about nobody yet, or somebody I know of."""
    return and_(is_of_office(), or_(person_id.is_(None), is_known_to_me(person_id)))
