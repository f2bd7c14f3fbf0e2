"""Rows as plain words that both databases share: to be compared, to be kept, to be put back."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID, uuid5

from sqlalchemy import Date, DateTime, LargeBinary, Time, Uuid

from db.base import Instant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Column, Table

Held: TypeAlias = "Mapping[str, str | int | float | bool | None]"
"""What a row holds, by column, in kinds that JSON knows."""

COUNTED = frozenset({"version"})
"""Columns that change by themselves with every change of a row."""
PLACED: Mapping[str, frozenset[str]] = {"note": frozenset({"serial"})}
"""Columns whose value belongs to the database that the row stands in."""
_KEYS = UUID("6f1f0a3e-5a53-4f0d-9a34-0d6c1c9a8a21")
"""Below this name lie the keys of rows that have none of their own."""


def compared(table: Table) -> tuple[Column[Any], ...]:
    """Answer the columns that say something; not those that a database counts for itself."""
    left_out = COUNTED | PLACED.get(table.name, frozenset())
    return tuple(column for column in table.c if column.name not in left_out)


def held(table: Table, values: Mapping[str, Any]) -> Held:
    """Answer what a row holds."""
    return {column.name: _plain(values[column.name]) for column in compared(table)}


def values_of(table: Table, words: Held) -> dict[str, Any]:
    """Answer the values of columns that were held; unknown columns are left out."""
    return {
        name: _reader(table.c[name])(word) if word is not None else None
        for name, word in words.items()
        if name in table.c
    }


def row_key(table: Table, values: Mapping[str, Any]) -> UUID:
    """Answer the key of a record, or one made of the primary key of any other row."""
    if "id" in table.c:
        key: UUID = values["id"]
        return key
    parts = [str(_plain(values[column.name])) for column in table.primary_key.columns]
    return uuid5(_KEYS, "\x1f".join((table.name, *parts)))


def as_text(words: Held) -> str:
    """Write what a row holds as one line."""
    return json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest(words: Held | None) -> str:
    """Answer what recognises the contents of a row and does not tell them; "" without a row."""
    return "" if words is None else hashlib.sha256(as_text(words).encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    kind = column.type
    for known, read in _READERS:
        if isinstance(kind, known):
            return read
    return _as_it_is


def _as_it_is(value: object) -> object:
    return value


_READERS: tuple[tuple[type[Any], Callable[[Any], Any]], ...] = (
    (Uuid, UUID),
    (Instant, datetime.fromisoformat),
    (DateTime, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
    (LargeBinary, base64.b64decode),
)
