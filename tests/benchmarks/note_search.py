"""Full-text search in 2,000,000 notes: the first page with its excerpts, and the query alone."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, select

from app.journal.queries import search_notes
from app.journal.rules.searching import index_words
from db.journal import Note
from tests.benchmarks.offices import office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Office

CLIENTS = 100_000
NOTES = 60
"""Notes whose words are typed, beginning by beginning and two at a time."""
LETTERS = (2, 3, 4, 6, 8, 12)


def note_search() -> Measured:
    """Measure the first page of what is typed; the baseline is its SQL in the raw driver."""
    return measured_in(office_folder(CLIENTS))


def measured_in(folder: Path) -> Measured:
    """Measure in an office that is there."""
    typed = _typed(folder)
    recording = opened(folder)
    recorder = Recorder(recording)
    statements = [recorder.of(search_notes, text) for text in typed]
    recording.close()
    office, connection = opened(folder), raw_connection(folder)
    pages, query, driver = [], [], []
    for text, each in zip(typed, statements, strict=True):
        driver.append(timed(raw, connection, each))
        query.append(timed(office.ask, search_notes, text))
        pages.append(timed(_shown, office, text))
    connection.close()
    office.close()
    return measured(
        pages,
        driver,
        Goal(ratio=2, p95_ms=50),
        "First 50 of a full-text search in all notes with excerpts; ratio: query to raw driver",
        compared=query,
    )


def _shown(office: Office, text: str) -> int:
    """Search, and make the excerpts of a whole page."""
    return sum(len(hit.excerpt.text) for hit in office.ask(search_notes, text).hits)


def _typed(folder: Path) -> list[str]:
    """Answer beginnings of words that occur, as often as they occur, and pairs of words."""
    office = opened(folder)
    texts = office.ask(_texts)
    office.close()
    chance = Random(1)  # noqa: S311 - no secret, the same ones every time
    typed = []
    for text in chance.sample(texts, NOTES):
        words = [word for word in index_words(text) if len(word) > 1]
        one, other = chance.sample(words, 2) if len(words) > 1 else (words * 2)[:2]
        typed += [one[:length] for length in LETTERS if length <= len(one)]
        typed += [f"{one} {other}", f"{one[:3]} {other[:4]}"]
    return typed


_NEWEST = select(Note.text).order_by(Note.serial.desc()).limit(bindparam("most"))


def _texts(connection: Connection) -> list[str]:
    return list(connection.execute(_NEWEST, {"most": 20_000}).scalars())
