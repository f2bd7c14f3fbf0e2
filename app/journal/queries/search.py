"""Full-text search in notes: newest first, a page at a time, only what the reader may read."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from app.journal.queries.search_statements import BY_TIME, BY_WORDS, OF_ONE
from app.journal.rules import SPILL, note_serial
from app.journal.rules.excerpts import Excerpt, excerpts_of
from app.journal.rules.filters import NoteFilters
from app.journal.rules.searching import filter_marks, has_all, typed_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

PAGE = 50
_ALL = NoteFilters()
_EARLIEST = datetime(1, 1, 2, tzinfo=UTC)
_LATEST = datetime(9999, 12, 30, tzinfo=UTC)
_MOST_OF_ONE = 5_000
"""Notes of one person that are looked through."""
_STEPS = 8
"""How many times as many are looked through where a page was not enough."""


class NoteHit(NamedTuple):
    """A found note; a tuple, because each key that is pressed finds fifty."""

    id: UUID
    person_id: UUID
    given_name: str
    family_name: str
    serial: int
    happened_at: datetime
    """Aware, UTC."""
    author: str
    medium: str
    access: str
    text: str
    words: tuple[str, ...]
    """Folded words that were looked for."""

    @property
    def excerpt(self) -> Excerpt:
        """The piece that shows why, made when it is asked for: few of a page are in sight."""
        return excerpts_of(self.words).of(self.text)


class NotePage(NamedTuple):
    """Found notes, newest first, and whether there are more.

    How many there are in all is never counted: of a common word that takes seconds.
    """

    hits: tuple[NoteHit, ...]
    has_more: bool

    @property
    def before(self) -> int | None:
        """What the next page is asked for with; None when there is none."""
        return self.hits[-1].serial if self.has_more else None


def search_notes(
    connection: Connection,
    typed: str,
    filters: NoteFilters = _ALL,
    limit: int = PAGE,
    *,
    before: int | None = None,
) -> NotePage:
    """Answer the notes that have a word for each typed beginning of a word, newest first.

    Nothing but letters and digits has a meaning in what is typed. A single letter is a whole
    word. Nothing typed finds what the filters let through, but never simply everything.
    """
    words = typed_words(typed)
    if not words and (filters.is_open or typed.strip()):
        return NotePage((), has_more=False)
    values = _values(filters, limit, before)
    if filters.person_id is not None:
        return _page(_of_one(connection, words, values), words, limit)
    match = _match(connection.dialect.name, words, filters)
    if not match:
        return _page(connection.execute(BY_TIME, values), words, limit)
    return _page(_by_words(connection, values | {"match": match}), words, limit)


def _page(rows: Iterable[Sequence[Any]], words: tuple[str, ...], limit: int) -> NotePage:
    found = list(rows)
    hits = (NoteHit._make((*row, words)) for row in found[:limit])
    return NotePage(tuple(hits), len(found) > limit)


def _by_words(connection: Connection, values: dict[str, Any]) -> list[Sequence[Any]]:
    """Answer the first notes of the index; where filters leave some out, more is looked through."""
    statement, wanted = BY_WORDS[connection.dialect.name], values["rows"]
    hits: list[Sequence[Any]] = []
    is_cut = True
    while is_cut and len(hits) < wanted:
        rows = connection.execute(statement, values).all()
        hits += (row for row in rows if row.id is not None)
        is_cut = len(rows) == values["rows"]
        if is_cut:
            values |= {"before": rows[-1].serial, "rows": _STEPS * values["rows"]}
    return hits


def _of_one(
    connection: Connection, words: Sequence[str], values: dict[str, Any]
) -> list[Sequence[Any]]:
    """Look through the notes of one human being: they are few, so their texts are read."""
    rows = connection.execute(OF_ONE, values | {"rows": _MOST_OF_ONE}).all()
    return list(islice((row for row in rows if has_all(row[-1], words)), values["rows"]))


def _match(dialect: str, words: Sequence[str], filters: NoteFilters) -> str:
    """Write what the index is asked; words and marks hold nothing that it reads otherwise."""
    marks = filter_marks(filters.author, filters.medium, filters.topic)
    whole = [word for word in words if len(word) == 1] + list(marks)
    begun = [word for word in words if len(word) > 1]
    if dialect == "sqlite":
        return " ".join([*(f'"{word}"*' for word in begun), *(f'"{word}"' for word in whole)])
    return " & ".join([*(f"'{word}':*" for word in begun), *(f"'{word}'" for word in whole)])


def _values(filters: NoteFilters, limit: int, before: int | None) -> dict[str, Any]:
    since = _midnight(filters.since) if filters.since else _EARLIEST
    until = _midnight(filters.until + timedelta(days=1)) if filters.until else _LATEST
    last = note_serial(until) + SPILL
    return {
        "since": since,
        "until": until,
        "first": note_serial(since),
        "before": last if before is None else min(before, last),
        "author": filters.author,
        "medium": filters.medium,
        "topic": f"% {filters.topic} %" if filters.topic else "%",
        "person_id": filters.person_id,
        "rows": limit + 1,
    }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min).astimezone(UTC)
