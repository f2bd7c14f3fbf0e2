"""Rows that go without a person's file, as they stood: what an archive gets before they go."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.erasing import pointing_at
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Select

    from app.office import Act


def rows_and_parts(act: Act, name: str, clauses: Iterable[Any]) -> bytes:
    """Answer these rows of a table, with all rows that are parts of them, as JSON by table."""
    connection, table = act.session.connection(), metadata.tables[name]
    rows = select(table.c.id).where(*clauses)
    told = {name: _told(connection, select(table).where(*clauses))}
    for column in pointing_at(table):
        if not column.nullable:
            part = column.table
            told[part.name] = _told(connection, select(part).where(column.in_(rows)))
    return json.dumps(told, default=_plain, ensure_ascii=False, indent=1).encode()


def _told(connection: Connection, asked: Select[*tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(asked).mappings()]


def _plain(value: object) -> str:
    return b64encode(value).decode() if isinstance(value, bytes) else str(value)
