"""The questions of statistics in SQL: half a million contacts are read once, from narrow indexes.

Each question groups by the columns of one index, in their order; what is counted by one of them
alone is added up in the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, bindparam, case, cast, false, func, select, true, type_coerce

from db.access import ME, is_hidden_from_me, is_known_to_me
from db.advice import AdviceContact
from db.areas import Area
from db.base import KeyDigits
from db.people import Person
from db.tours import Stop

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    AnySelect = Select[*tuple[Any, ...]]

APART = "\x1f"
"""What stands between contacts; no field takes it."""
WORDS = ("kind", "age_band", "sex", "language", "outcome", "topics")
"""Columns of words; the last may say several at once."""

_CONTACT, _PERSON = AdviceContact.__table__, Person.__table__
# Without statistics of its own the database takes an index that begins with the day for all of
# these; of an expression there is none, so that it reads each narrow index from end to end.
_ON_DAYS = func.coalesce(_CONTACT.c.day, _CONTACT.c.day).between(
    bindparam("first", type_=Date()), bindparam("last", type_=Date())
)
_MINE = _CONTACT.c.who == ME


def _many(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.sum(case((column, 1), else_=0))


def _digits(column: ColumnElement[Any]) -> ColumnElement[str]:
    return func.coalesce(cast(column, Text), "")


_GROUPED = tuple(_CONTACT.c[name] for name in WORDS[:-1])
COUNTS = (
    select(
        *_GROUPED,
        func.count(),
        func.sum(_CONTACT.c.present),
        _many(_CONTACT.c.interpreter == true()),
        _many(_CONTACT.c.was_here_before == false()),
        _many(_CONTACT.c.was_here_before == true()),
    )
    .where(_ON_DAYS)
    .group_by(*_GROUPED)
)
TOPICS = select(_CONTACT.c.topics, func.count()).where(_ON_DAYS).group_by(_CONTACT.c.topics)
PLACES = (
    select(
        type_coerce(_CONTACT.c.stop_id, KeyDigits),
        type_coerce(_CONTACT.c.area_id, KeyDigits),
        func.count(),
    )
    .where(_ON_DAYS)
    .group_by(_CONTACT.c.stop_id, _CONTACT.c.area_id)
)
_ABOUT = (_CONTACT.c.person_id.is_not(None), _ON_DAYS)
NAMED = select(
    # All of one pass over the rows, so that the words of a contact stand at the same place.
    *(
        func.aggregate_strings(_digits(_CONTACT.c[name]), APART)
        for name in ("person_id", "stop_id", "area_id")
    ),
    *(func.aggregate_strings(_CONTACT.c[name], APART) for name in WORDS),
).where(*_ABOUT, is_known_to_me(_CONTACT.c.person_id))
HIDDEN = select(
    type_coerce(_CONTACT.c.stop_id, KeyDigits).label("stop"),
    type_coerce(_CONTACT.c.area_id, KeyDigits).label("area"),
    *(_CONTACT.c[name] for name in WORDS),
    _CONTACT.c.present,
    _CONTACT.c.interpreter,
    _CONTACT.c.was_here_before,
).where(*_ABOUT, is_hidden_from_me(_CONTACT.c.person_id))
"""Contacts that are taken off again: of people of whom the reader may not know."""
LINKED = select(
    type_coerce(_PERSON.c.id, KeyDigits), type_coerce(_PERSON.c.linked_to, KeyDigits)
).where(_PERSON.c.linked_to.is_not(None))
MINE = {one: one.where(_MINE) for one in (COUNTS, TOPICS, PLACES, NAMED, HIDDEN)}
"""The same of what a volunteer wrote."""

STOPS = select(type_coerce(Stop.id, KeyDigits), Stop.name, Stop.is_active).order_by(
    func.lower(Stop.name), Stop.id
)
AREAS = select(
    type_coerce(Area.id, KeyDigits), Area.name, Area.code, Area.in_use, Area.level
).order_by(Area.code_list, Area.position, Area.code)
