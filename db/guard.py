"""The session of an act: nothing is written that the role of the person at work may not write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import event, exists, inspect, select, true
from sqlalchemy.orm import Session

from app.access.rules import Role, Verb, may_write
from app.errors import N_, Problem, Refused
from db.access import ME, Member
from db.dictionary import DICTIONARY

if TYPE_CHECKING:
    from collections.abc import Iterator

MAY_NOT_WRITE = N_(
    "Your role does not allow you to change this: {table}. Ask an administrator of the office."
)

_TITLES = {entry.table: entry.title for entry in DICTIONARY}
_COUNTERS = frozenset({"version"})
"""Columns that change by themselves."""
_ROLE = "role"
_ROLE_OF_MINE = select(
    exists(select(Member.id)),
    select(Member.role).where(Member.name == ME, Member.is_active == true()).scalar_subquery(),
)


class GuardedSession(Session):
    """A session that asks `TABLE_RIGHTS` before it writes; raises `Refused`.

    It guards honest hands in an office of one file, where everyone holds the key; on a shared
    server the database itself refuses by the same table.
    """


def _check(session: Session, *_rest: object) -> None:
    is_trusted, role = _mine(session)
    if is_trusted:
        return
    for row, verb in _changes(session):
        columns = _changed(row) if verb is Verb.UPDATE else frozenset[str]()
        table = inspect(row).mapper.local_table.name
        if not may_write(table, role, verb, columns):
            raise Refused(Problem(MAY_NOT_WRITE, "", {"table": Problem(_TITLES[table])}))


def _mine(session: Session) -> tuple[bool, Role | None]:
    """Answer whether the office has no list of colleagues, and the role; asked once an act."""
    if _ROLE not in session.info:
        has_members, role = session.connection().execute(_ROLE_OF_MINE).one()
        session.info[_ROLE] = (not has_members, Role(role) if role else None)
    found: tuple[bool, Role | None] = session.info[_ROLE]
    return found


def _changes(session: Session) -> Iterator[tuple[Any, Verb]]:
    yield from ((row, Verb.INSERT) for row in session.new)
    yield from ((row, Verb.UPDATE) for row in session.dirty if session.is_modified(row))
    yield from ((row, Verb.DELETE) for row in session.deleted)


def _changed(row: Any) -> frozenset[str]:  # noqa: ANN401 - a row of any table
    attributes = inspect(row).attrs
    return frozenset(at.key for at in attributes if at.history.has_changes()) - _COUNTERS


event.listen(GuardedSession, "before_flush", _check)
