"""Who has a status on a day: a pause that is over, or not begun, leaves a person active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, and_, bindparam, exists, not_, or_

from app.clients.rules import PersonStatus
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement

_TODAY = bindparam("today", type_=Date())
_LASTS = and_(
    or_(Person.status_from.is_(None), Person.status_from <= _TODAY),
    or_(
        Person.status != PersonStatus.PAUSED.value,
        Person.status_until.is_(None),
        Person.status_until >= _TODAY,
    ),
)


def has_status(status: PersonStatus) -> ColumnElement[bool]:
    """Answer the clause over `Person`, as `Standing.on` has it; binds `today`."""
    if status is PersonStatus.ACTIVE:
        return or_(Person.status == status.value, not_(_LASTS))
    return and_(Person.status == status.value, _LASTS)


def is_person_with(person_id: ColumnElement[UUID], status: PersonStatus) -> ColumnElement[bool]:
    """Answer the same clause for a list of other rows that lead to a person."""
    return exists().where(Person.id == person_id, has_status(status))
