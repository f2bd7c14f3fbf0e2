"""The list of all clients by name: windows of it, how long it is, where someone stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, true, tuple_

from app.clients.queries.hits import HIT_COLUMNS, ClientHit, as_hits
from app.clients.rules import ClientFilter
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection
    from sqlalchemy.orm import InstrumentedAttribute

    from app.clients.queries.hits import AnySelect


def client_window(
    connection: Connection,
    offset: int,
    limit: int,
    *,
    kind: ClientFilter = ClientFilter.ALL,
    language: str = "de",
) -> tuple[ClientHit, ...]:
    """Answer `limit` clients from the `offset`-th on, by name in the order of `language`."""
    statement = _window(kind, language)
    values = {"offset": offset, "rows": limit}
    return as_hits(connection.execute(statement, values).all())


def count_clients(connection: Connection, kind: ClientFilter = ClientFilter.ALL) -> int:
    """Answer how many clients the list has."""
    statement = _count(kind)
    return int(connection.execute(statement).scalar_one())


def client_place(
    connection: Connection,
    client_id: UUID,
    *,
    kind: ClientFilter = ClientFilter.ALL,
    language: str = "de",
) -> int | None:
    """Answer how many clients stand before one in the list; None when it is not in it."""
    values = {"client_id": client_id}
    sort_key = connection.execute(_key(kind, language), values).scalar_one_or_none()
    if sort_key is None:
        return None
    before = _before(kind, language)
    return int(connection.execute(before, values | {"sort_key": sort_key}).scalar_one())


def client_hit(connection: Connection, client_id: UUID) -> ClientHit | None:
    """Answer one client as lists show it; None when there is no such client."""
    hits = as_hits(connection.execute(_ONE, {"client_id": client_id}).all())
    return hits[0] if hits else None


_ONE = select(*HIT_COLUMNS).where(Person.id == bindparam("client_id"))


def _sort_key(language: str) -> InstrumentedAttribute[str]:
    return Person.sort_key_da if language == "da" else Person.sort_key_de


@lru_cache
def _window(kind: ClientFilter, language: str) -> AnySelect:
    """Answer the statement of a window: ids from one index, then only their rows."""
    sort_key = _sort_key(language)
    ids = _narrowed(select(Person.id.label("id"), sort_key.label("sort_key")), kind)
    window = ids.order_by(sort_key, Person.id).offset(bindparam("offset")).limit(bindparam("rows"))
    shown = window.subquery()
    return (
        select(*HIT_COLUMNS)
        .join_from(shown, Person, Person.id == shown.c.id)
        .order_by(shown.c.sort_key, shown.c.id)
    )


@lru_cache
def _count(kind: ClientFilter) -> AnySelect:
    return _narrowed(select(func.count()).select_from(Person), kind)


@lru_cache
def _key(kind: ClientFilter, language: str) -> AnySelect:
    key = select(_sort_key(language)).where(Person.id == bindparam("client_id"))
    return _narrowed(key, kind)


@lru_cache
def _before(kind: ClientFilter, language: str) -> AnySelect:
    before = tuple_(_sort_key(language), Person.id) < tuple_(
        bindparam("sort_key"), bindparam("client_id", type_=Person.id.type)
    )
    return _count(kind).where(before)


def _narrowed(statement: AnySelect, kind: ClientFilter) -> AnySelect:
    if kind is ClientFilter.LIVING_ALONE:
        statement = statement.where(Person.lives_alone == true())
    if kind is ClientFilter.PROTECTED:
        statement = statement.where(Person.address_protected == true())
    return statement
