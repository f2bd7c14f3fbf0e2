"""Rows of an office as lines of text, alike on both databases: to be copied and to be compared.

A line holds the values of a row as PostgreSQL writes them, in the order of the columns. Its sum
is made of the MD5 of the line, which finds accidents, not attacks: whoever moves an office can
change it anyway. The sums of a table's lines are added, so that their order does not matter.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sqlalchemy import Boolean, DateTime, Float, LargeBinary, Uuid

from db.base import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Column, Table

Raw: TypeAlias = Any
"""A raw connection or cursor of a driver, which SQLAlchemy leaves without types."""
BETWEEN = "\x1f"
"""Stands between two values; no text of an office holds it, see `app.text_rules`."""
NOTHING = "\x1e"
"""Stands for a value that is not there."""
_DIGITS = 15
"""Hexadecimal digits of each half of a sum: 60 bits, so that no database takes them for signed."""


class Sums(NamedTuple):
    """How many lines there are, and what their two halves add up to."""

    rows: int = 0
    left: int = 0
    right: int = 0

    def plus(self, other: Sums) -> Sums:
        """Answer the sums of both."""
        return Sums(self.rows + other.rows, self.left + other.left, self.right + other.right)


def sums_of(lines: Iterable[str]) -> Sums:
    """Answer the sums of some lines."""
    rows = left = right = 0
    for line in lines:
        digest = hashlib.md5(line.encode(), usedforsecurity=False).hexdigest()
        left += int(digest[:_DIGITS], 16)
        right += int(digest[_DIGITS : 2 * _DIGITS], 16)
        rows += 1
    return Sums(rows, left, right)


def as_copied(line: str) -> str:
    """Answer a line as COPY takes it."""
    if "\\" in line:
        line = line.replace("\\", "\\\\")
    if "\n" in line or "\r" in line:
        line = line.replace("\n", "\\n").replace("\r", "\\r")
    return line


def local_line(columns: Sequence[Column[object]]) -> str:
    """Answer the SQL of a row's line on SQLite; it needs the function `nahbar_real`."""
    parts = (f"coalesce({_local(column)}, char(30))" for column in columns)
    return " || char(31) || ".join(parts)


def server_sums(table: Table, where: str = "true") -> str:
    """Answer the SQL of the sums of a table on PostgreSQL, whose session keeps UTC."""
    parts = ", ".join(f"coalesce(\"{c.name}\"::text, E'\\x1e')" for c in table.c)
    half = f"::bit({4 * _DIGITS})::bigint"
    line = f"md5(concat_ws(E'\\x1f', {parts}))"
    lines = f"SELECT {line} AS h FROM public.{table.name} WHERE {where}"  # noqa: S608 - the same
    left, right = (
        f"coalesce(sum(('x' || substr(h, {at}, {_DIGITS})){half}), 0)" for at in (1, _DIGITS + 1)
    )
    return f"SELECT count(*), {left}, {right} FROM ({lines}) AS hashed"  # noqa: S608 - the same


def local_value(column: Column[object]) -> str:
    """Answer the SQL of a value on PostgreSQL as SQLite keeps it."""
    name, kind = f'"{column.name}"', column.type
    if isinstance(kind, Uuid):
        return f"replace({name}::text, '-', '')"
    if isinstance(kind, Instant):
        return f"to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
    if isinstance(kind, DateTime):
        return f"to_char({name}, 'YYYY-MM-DD HH24:MI:SS.US')"
    if isinstance(kind, Boolean):
        return f"{name}::int"
    return name if _is_plain(column) else f"{name}::text"


def real(value: float | None) -> str | None:
    """Answer a number as PostgreSQL writes it."""
    return None if value is None else repr(value).removesuffix(".0")


def _is_plain(column: Column[object]) -> bool:
    return column.type.python_type in {int, float, bytes}


def _local(column: Column[object]) -> str:
    name, kind = f'"{column.name}"', column.type
    if isinstance(kind, Uuid):
        places = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
        return " || '-' || ".join(f"substr({name}, {at}, {many})" for at, many in places)
    if isinstance(kind, Instant):
        return f"{_moment(name)} || '+00'"
    if isinstance(kind, DateTime):
        return _moment(name)
    if isinstance(kind, Boolean):
        return f"CASE {name} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END"
    if isinstance(kind, LargeBinary):
        return f"'\\x' || lower(hex({name}))" + f" || iif({name} IS NULL, NULL, '')"
    return f"nahbar_real({name})" if isinstance(kind, Float) else name


def _moment(name: str) -> str:
    # Microseconds are always written; PostgreSQL leaves out zeros at their end.
    return f"iif(instr({name}, '.'), rtrim(rtrim({name}, '0'), '.'), {name})"
