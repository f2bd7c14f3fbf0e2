"""The index of the words of notes: FTS5 on SQLite, lexemes on PostgreSQL, folded on both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from app.clients.rules.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_FILL = {
    "sqlite": text("INSERT INTO note_words (rowid, words) VALUES (:serial, :words)"),
    "postgresql": text(
        "INSERT INTO note_words (serial, words) VALUES (:serial, to_tsvector('simple', :words))"
    ),
}
_EMPTY = {
    "sqlite": text("DELETE FROM note_words WHERE rowid = :serial"),
    "postgresql": text("DELETE FROM note_words WHERE serial = :serial"),
}


def fill_words(connection: Connection, notes: Iterable[tuple[int, str]]) -> None:
    """Add notes, each a serial and its text as written."""
    rows = [{"serial": serial, "words": fold(words)} for serial, words in notes]
    if rows:
        connection.execute(_FILL[connection.dialect.name], rows)


def drop_words(connection: Connection, serials: Iterable[int]) -> None:
    """Take notes out of the index by their serials."""
    rows = [{"serial": serial} for serial in serials]
    if rows:
        connection.execute(_EMPTY[connection.dialect.name], rows)
