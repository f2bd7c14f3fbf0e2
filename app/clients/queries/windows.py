"""The list of people by name: windows of it, how long it is, where someone stands.

Whoever may not be known, or is spoken for by another card, is in no window and no count. A role
is read from the index of roles alone, the whole list from that of people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Date, bindparam, false, func, or_, select, true, tuple_

from app.clients.queries.hits import HIT_COLUMNS, ClientHit, as_hits
from app.clients.queries.narrowing import belongs, narrowing_values
from app.clients.queries.standing import has_status
from app.clients.rules import NO_NARROWING, ClientFilter, Narrowing, PersonStatus
from db.access import is_known_to_me, is_listed, is_unlisted
from db.people import Person, PersonRole

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy.orm import InstrumentedAttribute

    from app.clients.queries.hits import AnySelect

T = TypeVar("T")


def client_window(
    connection: Connection,
    offset: int,
    limit: int,
    *,
    kind: ClientFilter = ClientFilter.ALL,
    language: str = "de",
    today: date = date.min,
    status: PersonStatus | None = None,
    more: Narrowing = NO_NARROWING,
) -> tuple[ClientHit, ...]:
    """Answer `limit` people from the `offset`-th on, by name in the order of `language`.

    Roles that ended before `today` do not count.
    """
    values = {"offset": offset, "rows": limit, **_values(kind, today, status, more)}
    statement = _window(kind, language, status, more.asked)
    return as_hits(connection.execute(statement, values).all())


def count_clients(
    connection: Connection,
    kind: ClientFilter = ClientFilter.ALL,
    today: date = date.min,
    status: PersonStatus | None = None,
    more: Narrowing = NO_NARROWING,
) -> int:
    """Answer how many people the list has."""
    values = _values(kind, today, status, more)
    return int(connection.execute(_count(kind, status, more.asked), values).scalar_one())


def client_place(
    connection: Connection,
    client_id: UUID,
    *,
    kind: ClientFilter = ClientFilter.ALL,
    language: str = "de",
    today: date = date.min,
    status: PersonStatus | None = None,
    more: Narrowing = NO_NARROWING,
) -> int | None:
    """Answer how many people stand before one in the list; None when that one is not in it."""
    values = {"client_id": client_id, **_values(kind, today, status, more)}
    sort_key = connection.execute(_key(kind, language, status, more.asked), values).scalar()
    if sort_key is None:
        return None
    before = _before(kind, language, status, more.asked)
    return int(connection.execute(before, values | {"sort_key": sort_key}).scalar_one())


def client_hit(connection: Connection, client_id: UUID) -> ClientHit | None:
    """Answer one person as lists show it; None when there is no such person."""
    hits = as_hits(connection.execute(_ONE, {"client_id": client_id}).all())
    return hits[0] if hits else None


_ONE = select(*HIT_COLUMNS).where(Person.id == bindparam("client_id"), is_known_to_me(Person.id))


@dataclass(frozen=True, slots=True)
class _List:
    """The columns of a list in one index: whose id, by which sort key, and who belongs to it."""

    person_id: ColumnElement[UUID]
    sort_key: ColumnElement[str]
    clauses: tuple[ColumnElement[bool], ...]

    def select(self, *columns: ColumnElement[Any]) -> AnySelect:
        return select(*columns).where(*self.clauses, is_listed(self.person_id))


def _list(
    kind: ClientFilter, language: str, status: PersonStatus | None, asked: frozenset[str]
) -> _List:
    source = Person if kind.role is None else PersonRole
    person_id = Person.id if kind.role is None else PersonRole.person_id
    sort_key = source.sort_key_da if language == "da" else source.sort_key_de
    clauses = clauses_of(kind)
    if status is not None:
        clauses = (*clauses, has_status(_column(person_id), status))
    clauses = (*clauses, *belongs(_column(person_id), asked))
    return _List(_column(person_id), _column(sort_key), clauses)


def clauses_of(kind: ClientFilter) -> tuple[ColumnElement[bool], ...]:
    """Answer who belongs to a list: clauses over `PersonRole` for a role, else over `Person`."""
    if kind.role is not None:
        ends = PersonRole.until
        return (
            PersonRole.role == kind.role.value,
            or_(ends.is_(None), ends >= bindparam("today", type_=Date())),
        )
    if kind is ClientFilter.LIVING_ALONE:
        return (Person.lives_alone == true(),)
    return (Person.address_protected == true(),) if kind is ClientFilter.PROTECTED else ()


def _looked_up(kind: ClientFilter) -> tuple[ColumnElement[bool], ...]:
    """Answer `clauses_of` so that SQLite looks few people up instead of reading the index."""
    if kind.role is not None:
        _role, lasts = clauses_of(kind)
        return func.lower(PersonRole.role) == kind.role.value, lasts
    if kind is ClientFilter.ALL:
        return ()
    is_alone = kind is ClientFilter.LIVING_ALONE
    return (func.coalesce(Person.lives_alone if is_alone else Person.address_protected, false()),)


def _column(attribute: InstrumentedAttribute[T]) -> ColumnElement[T]:
    column: ColumnElement[T] = attribute.expression
    return column


def _values(
    kind: ClientFilter, today: date, status: PersonStatus | None, more: Narrowing
) -> dict[str, Any]:
    day = {} if kind.role is None and status is None else {"today": today}
    return {**day, **narrowing_values(more, today)} if more.asked else day


@lru_cache
def _window(
    kind: ClientFilter,
    language: str,
    status: PersonStatus | None = None,
    asked: frozenset[str] = frozenset(),
) -> AnySelect:
    """Answer the statement of a window: ids from one index, then only their rows."""
    listed = _list(kind, language, status, asked)
    ids = listed.select(listed.person_id.label("id"), listed.sort_key.label("sort_key"))
    window = ids.order_by(listed.sort_key, listed.person_id)
    shown = window.offset(bindparam("offset")).limit(bindparam("rows")).subquery()
    return (
        select(*HIT_COLUMNS)
        .join_from(shown, Person, Person.id == shown.c.id)
        .order_by(shown.c.sort_key, shown.c.id)
    )


@lru_cache
def _count(
    kind: ClientFilter, status: PersonStatus | None = None, asked: frozenset[str] = frozenset()
) -> AnySelect:
    """Count all in the index, then take off the few who are in no list."""
    listed = _list(kind, "de", status, asked)
    everybody = select(func.count()).where(*listed.clauses)
    if not listed.clauses:
        everybody = everybody.select_from(Person)
    few = is_unlisted(listed.person_id)
    unlisted = select(func.count(listed.person_id)).where(few, *_looked_up(kind))
    if status is not None:
        unlisted = unlisted.where(has_status(listed.person_id, status))
    unlisted = unlisted.where(*belongs(listed.person_id, asked))
    return select(everybody.scalar_subquery() - unlisted.scalar_subquery())


@lru_cache
def _key(
    kind: ClientFilter,
    language: str,
    status: PersonStatus | None = None,
    asked: frozenset[str] = frozenset(),
) -> AnySelect:
    listed = _list(kind, language, status, asked)
    return listed.select(listed.sort_key).where(listed.person_id == bindparam("client_id")).limit(1)


@lru_cache
def _before(
    kind: ClientFilter,
    language: str,
    status: PersonStatus | None = None,
    asked: frozenset[str] = frozenset(),
) -> AnySelect:
    listed = _list(kind, language, status, asked)
    before = tuple_(listed.sort_key, listed.person_id) < tuple_(
        bindparam("sort_key"), bindparam("client_id", type_=Person.id.type)
    )
    return listed.select(func.count(listed.person_id)).where(before)
