"""Found notes for a list that leaves the office, and whom each of them is about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, select

from app.journal.queries.search import search_notes
from app.journal.rules.filters import NoteFilters
from db.access import is_readable_note
from db.journal import Note, NotePerson

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.journal.queries.search import NoteHit

MOST_NOTES = 5_000
"""Notes of one list: more are hardly read, and their texts fill the memory."""
_ALL = NoteFilters()
_STEP = 500
_OTHERS = (
    select(NotePerson.note_id, NotePerson.person_id)
    .join(Note, Note.id == NotePerson.note_id)
    .where(NotePerson.note_id.in_(bindparam("notes", expanding=True)), is_readable_note())
)


class FoundNotes(NamedTuple):
    """The newest found notes."""

    hits: tuple[NoteHit, ...]
    others: dict[UUID, tuple[UUID, ...]]
    """Further people whom a note is about, by the note's id."""
    is_cut: bool
    """Whether there are older ones too."""


def notes_to_export(
    connection: Connection, typed: str, filters: NoteFilters = _ALL, most: int = MOST_NOTES
) -> FoundNotes:
    """Answer the newest `most` notes that a search finds; see `search_notes`."""
    page = search_notes(connection, typed, filters, most)
    others: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for at in range(0, len(page.hits), _STEP):
        notes = [hit.id for hit in page.hits[at : at + _STEP]]
        for note, person in connection.execute(_OTHERS, {"notes": notes}):
            others[note].append(person)
    people = {note: tuple(found) for note, found in others.items()}
    return FoundNotes(page.hits, people, page.has_more)
