"""What is still to be done after notes, and which closings their authors are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, literal, select

from app.journal.queries.rows import FollowUpRow
from app.journal.rules import FollowUp
from db.access import ME, is_readable_note
from db.journal import Note
from db.people import Person

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

_BEGINNING = 160
"""Characters of a note that a list shows."""


def _first(
    of: tuple[ColumnElement[bool], ...], order: tuple[ColumnElement[Any], ...]
) -> Select[*tuple[Any, ...]]:
    """Answer the first notes in an order; whom they are about is looked up for these alone."""
    place = func.row_number().over(order_by=order).label("place")
    columns = (*_OF_NOTE, func.substr(Note.text, 1, _BEGINNING).label("beginning"), place)
    few = select(*columns).where(is_readable_note(), *of).order_by(*order).limit(bindparam("rows"))
    found = few.subquery("found")
    before, after = found.c[:3], found.c[3:-1]
    return (
        select(*before, Person.given_name, Person.family_name, *after)
        .join(Person, Person.id == found.c.person_id)
        .order_by(found.c.place)
    )


_OF_NOTE = (
    Note.id,
    Note.version,
    Note.person_id,
    Note.happened_at,
    Note.author,
    Note.follow_up_for,
    Note.follow_up_due,
    Note.follow_up_result,
    Note.closed_by,
    Note.closed_at,
)
_IS_OPEN = Note.follow_up == FollowUp.OPEN.value
# As a list, because PostgreSQL goes along no index for an "or".
_FOR_ME = Note.follow_up_for.in_([ME, literal("")])
_BY_DAY = (Note.follow_up_due.is_(None), Note.follow_up_due.expression, Note.serial.expression)
_OPEN = _first((_IS_OPEN, _FOR_ME), _BY_DAY)
_OPEN_FOR_ALL = _first((_IS_OPEN,), _BY_DAY)
# Not to be looked up by: authors have many notes, few of which are to be told.
_IS_MINE = func.coalesce(Note.author, "") == ME
_TO_TELL = _first(
    (Note.follow_up == FollowUp.CLOSED.value, _IS_MINE),
    (Note.closed_at.desc(), Note.id.expression),
)


def open_follow_ups(
    connection: Connection, limit: int = 200, *, of_all: bool = False
) -> tuple[FollowUpRow, ...]:
    """Answer what the person at work is to follow up, by its day; what has no day comes last.

    What waits for whoever comes to it is included; `of_all` adds what waits for colleagues.
    """
    statement = _OPEN_FOR_ALL if of_all else _OPEN
    return tuple(map(FollowUpRow._make, connection.execute(statement, {"rows": limit})))


def closings_to_tell(connection: Connection, limit: int = 200) -> tuple[FollowUpRow, ...]:
    """Answer which of the person's own notes were followed up by others, newest first."""
    return tuple(map(FollowUpRow._make, connection.execute(_TO_TELL, {"rows": limit})))
