"""Who was not reached for long: counted and listed from the end of an index, never missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Select,
    String,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from app.admin.settings.queries import number_setting
from app.admin.settings.rules import NO_CONTACT_DAYS
from app.clients.rules import full_name
from app.my_day.rows import Forgotten, ForgottenPerson
from app.my_day.rules import forgotten_before
from db.access import is_listed
from db.people import Person, PersonRole

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

SHOWN = 10
"""People that My day lists; it counts them up to `MOST_COUNTED`."""
MOST_COUNTED = 500
"""Beyond that it only says that there are more."""
AT_ONCE = 500
"""People that the list shows at once."""

# The tables and not their classes: a statement that goes through the mapper compiles slowly.
_PERSON, _ROLE = Person.__table__, PersonRole.__table__

_BEFORE = bindparam("before", type_=Date())
_TODAY = bindparam("today", type_=Date())
_WHO = bindparam("who", type_=String())
_IS_CLIENT = (
    select(_ROLE.c.id)
    .where(
        _ROLE.c.person_id == _PERSON.c.id,
        _ROLE.c.role == "client",
        or_(_ROLE.c.until.is_(None), _ROLE.c.until >= _TODAY),
        or_(_ROLE.c.since.is_(None), _ROLE.c.since <= _TODAY),
    )
    .exists()
)
_NEVER = _PERSON.c.last_contact.is_(None)
_LONG_AGO = _PERSON.c.last_contact < _BEFORE
_ACTIVE = _PERSON.c.status == "active"
# A pause that is over makes nobody active in the table, only by the day.
_BACK = (_PERSON.c.status == "paused", _PERSON.c.status_until < _TODAY)

_COLUMNS = (
    _PERSON.c.id,
    _PERSON.c.given_name,
    _PERSON.c.family_name,
    _PERSON.c.last_contact,
    _PERSON.c.responsible,
)


def _listed(*of: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Answer the first clients who were never reached, then those reached longest ago.

    Each part is read from its end of an index; the limit keeps the sorting small.
    """
    first: BindParameter[int] = bindparam("limit")
    parts: tuple[Select[*tuple[Any, ...]], ...] = (
        select(literal_column("0").label("part"), *_COLUMNS)
        .where(_ACTIVE, _NEVER, *of)
        .order_by(_PERSON.c.id)
        .limit(first),
        select(literal_column("1").label("part"), *_COLUMNS)
        .where(_ACTIVE, _LONG_AGO, *of)
        .order_by(_PERSON.c.last_contact, _PERSON.c.id)
        .limit(first),
        select(literal_column("1").label("part"), *_COLUMNS)
        .where(*_BACK, or_(_NEVER, _LONG_AGO), *of)
        .order_by(_PERSON.c.last_contact, _PERSON.c.id)
        .limit(first),
    )
    asked = (part.where(_IS_CLIENT, is_listed(_PERSON.c.id)).subquery() for part in parts)
    found = union_all(*(select(part) for part in asked)).subquery()
    rest = tuple(found.c[column.key] for column in _COLUMNS)
    return (
        select(*rest)
        .order_by(found.c.part, found.c.last_contact.is_not(None), found.c.last_contact, found.c.id)
        .limit(first)
    )


def _counted(*of: ColumnElement[bool]) -> ColumnElement[int]:
    """Count no further than anybody looks, so that the largest office waits no longer."""
    parts = (
        select(_PERSON.c.id).where(_ACTIVE, _NEVER, *of),
        select(_PERSON.c.id).where(_ACTIVE, _LONG_AGO, *of),
        select(_PERSON.c.id).where(*_BACK, or_(_NEVER, _LONG_AGO), *of),
    )
    asked = (
        part.where(_IS_CLIENT, is_listed(_PERSON.c.id)).limit(MOST_COUNTED + 1).subquery()
        for part in parts
    )
    found = union_all(*(select(part) for part in asked)).limit(MOST_COUNTED + 1).subquery()
    return select(func.count()).select_from(found).scalar_subquery()


_MINE = _PERSON.c.responsible == _WHO
FIRST_OF_MINE, FIRST_OF_OFFICE = _listed(_MINE), _listed()
COUNTS = select(_counted(_MINE).label("mine"), _counted().label("office"))


def forgotten(connection: Connection, today: date, who: str) -> Forgotten:
    """Answer the first people who were not reached for long, one's own before all others."""
    days = number_setting(connection, NO_CONTACT_DAYS)
    values = {"today": today, "before": forgotten_before(today, days), "who": who}
    counts = connection.execute(COUNTS, values).one()
    statement = FIRST_OF_MINE if counts.mine else FIRST_OF_OFFICE
    people = _people(connection, statement, values | {"limit": SHOWN}) if counts.office else ()
    return Forgotten(people, counts.mine, counts.office, days, MOST_COUNTED)


def all_forgotten(
    connection: Connection, today: date, who: str, limit: int = AT_ONCE, *, only_mine: bool
) -> tuple[ForgottenPerson, ...]:
    """Answer up to `limit` people who were not reached for long, the longest ago first."""
    days = number_setting(connection, NO_CONTACT_DAYS)
    values = {"today": today, "before": forgotten_before(today, days), "who": who, "limit": limit}
    return _people(connection, FIRST_OF_MINE if only_mine else FIRST_OF_OFFICE, values)


def _people(
    connection: Connection, statement: Select[*tuple[Any, ...]], values: dict[str, Any]
) -> tuple[ForgottenPerson, ...]:
    rows = connection.execute(statement, values)
    return tuple(
        ForgottenPerson(
            row.id, full_name(row.given_name, row.family_name), row.last_contact, row.responsible
        )
        for row in rows
    )
