"""What is still to be done after notes, and which closings their authors are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, or_, select

from app.journal.queries.rows import FollowUpRow
from app.journal.rules import FollowUp
from db.access import ME, is_readable_note
from db.journal import Note
from db.people import Person

if TYPE_CHECKING:
    from sqlalchemy import Connection

_BEGINNING = 160
"""Characters of a note that a list shows."""
_ROWS = (
    select(
        Note.id,
        Note.version,
        Note.person_id,
        Person.given_name,
        Person.family_name,
        Note.happened_at,
        Note.author,
        Note.follow_up_for,
        Note.follow_up_due,
        Note.follow_up_result,
        Note.closed_by,
        Note.closed_at,
        func.substr(Note.text, 1, _BEGINNING),
    )
    .join(Person, Person.id == Note.person_id)
    .where(is_readable_note())
    .limit(bindparam("rows"))
)
_IS_OPEN = Note.follow_up == FollowUp.OPEN.value
_FOR_ME = or_(Note.follow_up_for == ME, Note.follow_up_for == "")
_WITHOUT_DAY = Note.follow_up_due.is_(None)
_OPEN = _ROWS.where(_IS_OPEN, _FOR_ME).order_by(_WITHOUT_DAY, Note.follow_up_due, Note.serial)
_OPEN_FOR_ALL = _ROWS.where(_IS_OPEN).order_by(_WITHOUT_DAY, Note.follow_up_due, Note.serial)
# Not to be looked up by: authors have many notes, few of which are to be told.
_IS_MINE = func.coalesce(Note.author, "") == ME
_TO_TELL = _ROWS.where(Note.follow_up == FollowUp.CLOSED.value, _IS_MINE).order_by(
    Note.closed_at.desc(), Note.id
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
