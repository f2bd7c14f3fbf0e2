"""Fills a new encrypted database with what was gathered for a tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, text

from db.session import open_engine
from db.suitcase_base import keep_base
from db.tables import metadata
from db.trouble import plain_trouble
from db.word_index import Worded, fill_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from sqlalchemy import Connection

    from app.mobile_advice.suitcase.contents import Rows

_MADE_ANEW = ("office", "office_setting", "member")
"""What a new office begins with, and what the suitcase has of the office instead."""
_LATER = text("PRAGMA defer_foreign_keys = ON")


def fill(database: Path, key: bytes, rows: Rows) -> None:
    """Write all rows into a database that was just made, or none; raises `Unavailable`."""
    engine = open_engine(database, key)
    try:
        with plain_trouble(database.parent), engine.begin() as connection:
            # Rows may lead to later ones of the same table; all are looked at in the end.
            connection.execute(_LATER)
            for name in _MADE_ANEW:
                connection.execute(delete(metadata.tables[name]))
            for table in metadata.sorted_tables:
                if rows.get(table.name):
                    connection.execute(insert(table), rows[table.name])
            _index(connection, rows)
            keep_base(connection)
    finally:
        engine.dispose()


def _index(connection: Connection, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    notes = rows.get("note", [])
    fill_words(
        connection,
        [
            Worded(note["serial"], note["text"], note["author"], note["medium"], note["topics"])
            for note in notes
        ],
    )
