"""The questions of statistics in SQL: half a million contacts are read once, from narrow indexes.

To group them by each dimension in the database takes seconds. Here the database hands the words
of each column over as one text, and the program counts them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, bindparam, case, false, func, select, true, type_coerce

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
"""Stands between the words of a column; no field of the program takes it."""
WORDS = ("kind", "age_band", "sex", "language", "topics", "outcome")
"""Columns of words, in the order in which they are handed over."""

_CONTACT, _PERSON = AdviceContact.__table__, Person.__table__
_IN_PERIOD = _CONTACT.c.day.between(
    bindparam("first", type_=Date()), bindparam("last", type_=Date())
)
_MINE = _CONTACT.c.who == ME


def _many(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(case((column, 1), else_=0)), 0)


COUNTS = select(
    func.count(),
    func.coalesce(func.sum(_CONTACT.c.present), 0),
    _many(_CONTACT.c.interpreter == true()),
    _many(_CONTACT.c.was_here_before == false()),
    _many(_CONTACT.c.was_here_before == true()),
    *(func.aggregate_strings(_CONTACT.c[name], APART) for name in WORDS),
).where(_IN_PERIOD)
PLACES = (
    select(
        type_coerce(_CONTACT.c.stop_id, KeyDigits),
        type_coerce(_CONTACT.c.area_id, KeyDigits),
        func.count(),
    )
    .where(_IN_PERIOD)
    .group_by(_CONTACT.c.stop_id, _CONTACT.c.area_id)
)
_NAMED = select(
    type_coerce(_CONTACT.c.person_id, KeyDigits),
    type_coerce(_CONTACT.c.stop_id, KeyDigits),
    type_coerce(_CONTACT.c.area_id, KeyDigits),
    *(_CONTACT.c[name] for name in WORDS),
).where(_CONTACT.c.person_id.is_not(None), _IN_PERIOD)
NAMED = _NAMED.where(is_known_to_me(_CONTACT.c.person_id))
HIDDEN = _NAMED.add_columns(
    _CONTACT.c.present, _CONTACT.c.interpreter, _CONTACT.c.was_here_before
).where(is_hidden_from_me(_CONTACT.c.person_id))
"""Contacts that are taken off again: of people of whom the reader may not know."""
LINKED = select(
    type_coerce(_PERSON.c.id, KeyDigits), type_coerce(_PERSON.c.linked_to, KeyDigits)
).where(_PERSON.c.linked_to.is_not(None))
MY_COUNTS, MY_PLACES, MY_NAMED, MY_HIDDEN = (
    one.where(_MINE) for one in (COUNTS, PLACES, NAMED, HIDDEN)
)
"""The same of what a volunteer wrote."""

STOPS = select(type_coerce(Stop.id, KeyDigits), Stop.name, Stop.is_active).order_by(
    func.lower(Stop.name), Stop.id
)
AREAS = select(
    type_coerce(Area.id, KeyDigits), Area.name, Area.code, Area.in_use, Area.level
).order_by(Area.code_list, Area.position, Area.code)
