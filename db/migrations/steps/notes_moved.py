"""Plain notes that become notes of the journal, with their words in the index, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa

from app.journal.rules import note_serial
from db.base import Instant
from db.word_index import Worded, fill_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_AT_ONCE = 1000

_OLD = sa.table(
    "client_note",
    sa.column("id", sa.Uuid()),
    sa.column("client_id", sa.Uuid()),
    sa.column("written_at", Instant()),
    sa.column("author", sa.Text()),
    sa.column("text", sa.Text()),
    sa.column("version", sa.Integer()),
)
_NEW = sa.table(
    "note",
    sa.column("id", sa.Uuid()),
    sa.column("person_id", sa.Uuid()),
    sa.column("serial", sa.BigInteger()),
    sa.column("happened_at", Instant()),
    sa.column("written_at", Instant()),
    *(
        sa.column(name, sa.Text())
        for name in (
            *("author", "medium", "topics", "access", "follow_up", "follow_up_for"),
            *("follow_up_result", "closed_by", "text"),
        )
    ),
    *(sa.column(name, sa.Integer()) for name in ("corrections", "attachments", "version")),
)
_PLAIN: dict[str, Any] = {
    "medium": "",
    "topics": "",
    "access": "team",
    "follow_up": "",
    "follow_up_for": "",
    "follow_up_result": "",
    "closed_by": "",
    "corrections": 0,
    "attachments": 0,
}


def move_notes(connection: Connection) -> None:
    """Make a note of the journal of every plain note, for the whole team."""
    last = 0
    found = connection.execute(sa.select(_OLD).order_by(_OLD.c.written_at))
    for rows in found.mappings().partitions(_AT_ONCE):
        notes = []
        for row in rows:
            last = max(last + 1, note_serial(row["written_at"]))
            notes.append({**_as_note(row), "serial": last})
        connection.execute(sa.insert(_NEW), notes)
        words = (Worded(note["serial"], note["text"], note["author"]) for note in notes)
        fill_words(connection, words)


def _as_note(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row by names
    key: UUID = row["id"]
    return {
        **_PLAIN,
        "id": key,
        "person_id": row["client_id"],
        "happened_at": row["written_at"],
        "written_at": row["written_at"],
        "author": row["author"],
        "text": row["text"],
        "version": row["version"],
    }


def move_notes_back(connection: Connection) -> None:
    """Make plain notes of the journal's; what they say besides their text is lost."""
    columns: Sequence[sa.ColumnClause[Any]] = (
        _NEW.c.id,
        _NEW.c.person_id,
        _NEW.c.written_at,
        _NEW.c.author,
        _NEW.c.text,
        _NEW.c.version,
    )
    names = ["id", "client_id", "written_at", "author", "text", "version"]
    connection.execute(sa.insert(_OLD).from_select(names, sa.select(*columns)))
