"""Who has a status on a day: a pause that is over, or not begun, leaves a person active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, bindparam, or_, select

from app.clients.rules import PersonStatus
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Select

_TODAY = bindparam("today", type_=Date())
_LASTS = (
    or_(Person.status_from.is_(None), Person.status_from <= _TODAY),
    or_(
        Person.status != PersonStatus.PAUSED.value,
        Person.status_until.is_(None),
        Person.status_until >= _TODAY,
    ),
)
_OTHERS = tuple(status for status in PersonStatus if status is not PersonStatus.ACTIVE)


def has_status(person_id: ColumnElement[UUID], status: PersonStatus) -> ColumnElement[bool]:
    """Answer the clause that keeps people with a status, as `Standing.on` has it; binds `today`.

    Few people are not active: who is one of them is read once from the index of statuses.
    """
    if status is PersonStatus.ACTIVE:
        return person_id.not_in(_with(*_OTHERS))
    return person_id.in_(_with(status))


def _with(*statuses: PersonStatus) -> Select[UUID]:
    values = [status.value for status in statuses]
    return select(Person.id).where(Person.status.in_(values), *_LASTS)
