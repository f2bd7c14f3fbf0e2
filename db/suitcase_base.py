"""What a suitcase remembers of the rows that were packed into it, so that changes are found.

The table lies in the suitcase alone, encrypted with the rest; no office has it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import select, text

from db.suitcase_lines import as_text, held, row_key
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from db.suitcase_lines import Held

BASE_TABLE = "packed_row"
Trail: TypeAlias = "tuple[str, ...]"
"""The lines of the audit of a suitcase, the oldest first: they tell its copies apart."""
_MAKE = text(
    "CREATE TABLE packed_row (table_name TEXT NOT NULL, row_id TEXT NOT NULL,"
    " held TEXT NOT NULL, row_version INTEGER NOT NULL,"
    " PRIMARY KEY (table_name, row_id)) WITHOUT ROWID"
)
_ADD = text("INSERT INTO packed_row VALUES (:table_name, :row_id, :held, :row_version)")
_PACKED = text("SELECT table_name, row_id, held, row_version FROM packed_row")

STAYS = frozenset(
    {
        # What a suitcase has of its own, or what belongs to the person at its window.
        "audit_line",
        "draft",
        "last_here",
        "member",
        "office",
        "office_setting",
        "person_access",
        # Made anew from the names that came.
        "person_name_key",
        "suitcase",
        "suitcase_merge",
        "suitcase_row",
    }
)
"""Tables of which nothing comes back; of every other table whatever was written does."""


class Change(NamedTuple):
    """A row that is not as it was packed."""

    table: str
    key: UUID
    came: Held | None
    """What it holds in the suitcase; None when it was removed there."""
    base: Held | None
    """What it held when it was packed; None when it is new."""
    version: int
    """The version that was packed; 0 when it is new."""
    trail: Trail = ()
    """Of the copy that it came in; () where that is not known."""


def keep_base(connection: Connection) -> None:
    """Make the table and remember all rows that may come back changed, as they stand now."""
    connection.execute(_MAKE)
    for table in _coming_back():
        lines = [
            {
                "table_name": table.name,
                "row_id": row_key(table, row).hex,
                "held": as_text(held(table, row)),
                "row_version": row.get("version", 0),
            }
            for row in map(dict, connection.execute(select(table)).mappings())
        ]
        if lines:
            connection.execute(_ADD, lines)


def changes(connection: Connection) -> Iterator[Change]:
    """Answer what is new or changed, parents first, then what was removed, children first.

    Of one table what is new comes first: what was there may lead to it.
    """
    packed, full = _packed(connection), set(connection.scalars(text(_full())))
    removed: list[Change] = []
    for table in _coming_back():
        base = packed.get(table.name, {})
        found: list[Change] = []
        rows = connection.execute(select(table)).mappings() if table.name in full else ()
        for row in map(dict, rows):
            key, came = row_key(table, row), held(table, row)
            before, version = base.pop(key, (None, 0))
            if before is None or _differ(came, before):
                found.append(Change(table.name, key, came, before, version))
        yield from _in_order(table, found)
        removed += [Change(table.name, key, None, *known) for key, known in base.items()]
    yield from reversed(removed)


def count_changes(connection: Connection) -> int:
    """Answer how many rows are new, changed or removed."""
    return sum(1 for _ in changes(connection))


def _in_order(table: Table, found: list[Change]) -> Iterator[Change]:
    """Answer new rows before those that lead to them, and changed rows last."""
    own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    new = {change.key.hex: change for change in found if change.base is None}
    while new:
        ready = [
            key
            for key, change in new.items()
            if not any((change.came or {}).get(name) in new for name in own)
        ]
        # Two that lead to each other are brought as they come, and asked about.
        for key in ready or list(new):
            yield new.pop(key)
    yield from (change for change in found if change.base is not None)


@cache
def _coming_back() -> tuple[Table, ...]:
    return tuple(table for table in metadata.sorted_tables if table.name not in STAYS)


def _differ(came: Held, packed: Held) -> bool:
    """Answer whether what both know differs; a newer program may have added columns since."""
    return any(came[name] != value for name, value in packed.items() if name in came)


def _packed(connection: Connection) -> dict[str, dict[UUID, tuple[Held, int]]]:
    """Answer what was packed, by table and by row."""
    found: dict[str, dict[UUID, tuple[Held, int]]] = defaultdict(dict)
    for name, key, line, version in connection.execute(_PACKED):
        found[name][UUID(key)] = (json.loads(line), version)
    return found


@cache
def _full() -> str:
    """Answer the question in which tables there is anything; most are empty in a suitcase."""
    return " UNION ALL ".join(
        f"SELECT '{table.name}' WHERE EXISTS (SELECT 1 FROM {table.name})"  # noqa: S608 - our own
        for table in _coming_back()
    )
