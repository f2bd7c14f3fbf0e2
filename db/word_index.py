"""The index of the words of notes: FTS5 on SQLite, lexemes on PostgreSQL, folded on both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, select, text

from app.journal.rules.searching import filter_marks, index_words
from db.journal import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

_FILL = {
    "sqlite": text("INSERT INTO note_words (rowid, words) VALUES (:serial, :words)"),
    "postgresql": text(
        "INSERT INTO note_words (serial, words)"
        " VALUES (:serial, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}
_TRY = text(
    "INSERT INTO note_words (serial, words)"
    " VALUES (:serial, array_to_tsvector(string_to_array(:words, ' '))) ON CONFLICT DO NOTHING"
)
_DROP = {
    "sqlite": text("DELETE FROM note_words WHERE rowid = :serial"),
    "postgresql": text("DELETE FROM note_words WHERE serial = :serial"),
}
_EMPTY = {
    "sqlite": text("INSERT INTO note_words (note_words) VALUES ('delete-all')"),
    "postgresql": text("DELETE FROM note_words"),
}
_MISSING = {
    "sqlite": text(
        "SELECT count(*) FROM note LEFT JOIN note_words ON note_words.rowid = note.serial"
        " WHERE note_words.rowid IS NULL"
    ),
    "postgresql": text(
        "SELECT count(*) FROM note LEFT JOIN note_words ON note_words.serial = note.serial"
        " WHERE note_words.serial IS NULL"
    ),
}
_LEFT_OVER = {
    "sqlite": text("SELECT (SELECT count(*) FROM note_words) - (SELECT count(*) FROM note)"),
    "postgresql": text("SELECT (SELECT count(*) FROM note_words) - (SELECT count(*) FROM note)"),
}
_TAKEN = select(Note.serial).where(Note.serial.in_(bindparam("wanted", expanding=True)))
_NEXT_TAKEN = (
    select(Note.serial)
    .where(Note.serial >= bindparam("first"))
    .order_by(Note.serial)
    .limit(bindparam("rows"))
)
_ALL = select(Note.serial, Note.text, Note.author, Note.medium, Note.topics).order_by(Note.serial)
_AT_ONCE = 2_000


class Worded(NamedTuple):
    """What the index keeps of a note: its text as written, and what searches are narrowed by."""

    serial: int
    text: str
    author: str = ""
    medium: str = ""
    topics: str = ""

    @property
    def words(self) -> str:
        """Folded words and marks, a space between them."""
        marks = filter_marks(self.author, self.medium, self.topics)
        return " ".join((*index_words(self.text), *marks))


def fill_words(connection: Connection, notes: Iterable[Worded]) -> None:
    """Add notes; many are fastest in the order of their serials."""
    rows = [{"serial": note.serial, "words": note.words} for note in notes]
    if rows:
        connection.execute(_FILL[connection.dialect.name], rows)


def index_note(connection: Connection, note: Worded) -> int:
    """Add one note under its serial, or the next that nobody has; answer that one.

    On a server colleagues write at the same moment, and notes that one may not see have serials.
    """
    if connection.dialect.name == "sqlite":
        fill_words(connection, [note])
        return note.serial
    serial, words = note.serial, note.words
    while not connection.execute(_TRY, {"serial": serial, "words": words}).rowcount:
        serial += 1
    return serial


def drop_words(connection: Connection, serials: Iterable[int]) -> None:
    """Take notes out of the index by their serials."""
    rows = [{"serial": serial} for serial in serials]
    if rows:
        connection.execute(_DROP[connection.dialect.name], rows)


def rebuild_words(connection: Connection) -> int:
    """Make the index anew from all notes; answer how many there are."""
    connection.execute(_EMPTY[connection.dialect.name])
    count = 0
    for rows in connection.execute(_ALL).partitions(_AT_ONCE):
        fill_words(connection, map(Worded._make, rows))
        count += len(rows)
    return count


def words_out_of_step(connection: Connection) -> int:
    """Answer how many notes the index lacks, or has too many; 0 when it is whole."""
    kind = connection.dialect.name
    missing = int(connection.execute(_MISSING[kind]).scalar_one())
    return missing or int(connection.execute(_LEFT_OVER[kind]).scalar_one())


def free_serials(connection: Connection, wanted: Sequence[int]) -> list[int]:
    """Answer a number of its own for each wanted one: itself, or the next that is free."""
    taken: set[int] = set()
    for first in range(0, len(wanted), _AT_ONCE):
        asked = {"wanted": wanted[first : first + _AT_ONCE]}
        taken.update(connection.execute(_TAKEN, asked).scalars())
    given: list[int] = []
    for serial in wanted:
        free = serial if serial not in taken else _next_free(connection, serial, taken)
        taken.add(free)
        given.append(free)
    return given


def _next_free(connection: Connection, serial: int, taken: set[int]) -> int:
    while True:
        asked = {"first": serial, "rows": _AT_ONCE}
        known = set(connection.execute(_NEXT_TAKEN, asked).scalars())
        for free in range(serial, serial + len(known) + 1):
            if free not in known and free not in taken:
                return free
        serial += len(known) + 1
