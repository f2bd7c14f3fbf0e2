"""Asking about letters: a person's letters, the latest ones, their pages, a preview."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from app.clients.rules import full_name, name_words
from app.letters import statements as ask
from app.letters.facts import occasion_row, sheet_facts
from app.letters.rows import LetterPages, LetterRow
from app.letters.templates.rules import OTHER_TITLES, TITLES
from forms.visiting import visit_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

LETTERS_SHOWN = 200
"""How many of the latest letters the list shows; the search finds older ones."""
_DELIVERED = {**TITLES, **OTHER_TITLES}
_WORDS = 4
"""So many words of a search are looked at."""


def letters_of_client(connection: Connection, client_id: UUID) -> tuple[LetterRow, ...]:
    """Answer every letter to a client, the latest first."""
    return _rows(connection.execute(ask.OF_CLIENT, {"client_id": client_id}))


def recent_letters(
    connection: Connection, text: str = "", limit: int = LETTERS_SHOWN
) -> tuple[LetterRow, ...]:
    """Answer the latest letters, to everybody or to people whose names begin as in `text`."""
    words = name_words(text)[:_WORDS]
    if text.strip() and not words:
        return ()
    values: dict[str, object] = {"limit": limit}
    for place, word in enumerate(words):
        values |= {f"word_{place}": word, f"end_{place}": word + ask.AFTER_EVERY_WORD}
    return _rows(connection.execute(ask.recent(len(words)), values))


def letter_pdf(connection: Connection, letter_id: UUID) -> LetterPages | None:
    """Answer a letter as it was printed, or None when it no longer exists."""
    row = connection.execute(ask.PAGES, {"letter_id": letter_id}).first()
    return None if row is None else LetterPages(_row(row), row.pdf)


def person_of_visit(connection: Connection, visit_id: UUID) -> UUID:
    """Answer whom a letter about a visit goes to; raises `Refused` when the visit is gone."""
    found: UUID = occasion_row(connection, visit_id).client_id
    return found


def next_visit_of(connection: Connection, client_id: UUID, today: date) -> UUID | None:
    """Answer the client's next planned visit from today on, or None."""
    after = datetime.combine(today, time.min)
    found = connection.execute(ask.NEXT_VISIT, {"client_id": client_id, "after": after})
    return found.scalar_one_or_none()


def visit_sheet_pdf(connection: Connection, visit_id: UUID, language: str) -> bytes:
    """Render the job card of a visit: what the visitor needs and nothing else.

    Raises `Refused` when the visit is gone or a character cannot be printed.
    """
    return visit_sheet.render(sheet_facts(connection, visit_id, language))


def _rows(found: Iterable[Row[Any]]) -> tuple[LetterRow, ...]:
    return tuple(_row(row) for row in found)


def _row(row: Row[Any]) -> LetterRow:
    return LetterRow(
        id=row.id,
        client_id=row.client_id,
        client_name=full_name(row.given_name, row.family_name),
        template=row.template,
        title=row.own_title or _DELIVERED.get(row.template, row.template),
        language=row.language,
        subject=row.subject,
        written_at=row.written_at,
        author=row.author,
        second_language=row.second_language,
        posted_on=row.posted_on,
        channel=row.channel,
    )
