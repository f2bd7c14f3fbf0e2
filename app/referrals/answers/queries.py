"""What can be asked about answers: what was said, and the pages of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.letters.queries import letter_pdf
from app.referrals.answers import statements as ask

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection


class AnswerRow(NamedTuple):
    """One answer as it was given."""

    id: UUID
    at: datetime
    who: str
    channel: str
    recipient: str
    disclosure_class: str
    language: str
    shown_text: str
    basis: str
    has_pages: bool


class AnswerPages(NamedTuple):
    """The letter of an answer."""

    pdf: bytes
    number: str
    at: datetime


def answers_of(connection: Connection, enquiry_id: UUID) -> tuple[AnswerRow, ...]:
    """Answer what was said to whoever enquired, the latest first."""
    rows = connection.execute(ask.ANSWERS, {"enquiry_id": enquiry_id})
    return tuple(map(AnswerRow._make, rows))


def answer_pages(connection: Connection, answer_id: UUID) -> AnswerPages | None:
    """Answer the letter of an answer as it was printed; None where there is none."""
    row = connection.execute(ask.PAGES, {"answer_id": answer_id}).first()
    if row is None:
        return None
    if row.pdf is not None:
        return AnswerPages(row.pdf, row.number, row.at)
    letter = letter_pdf(connection, row.letter_id) if row.letter_id else None
    return AnswerPages(letter.pdf, row.number, row.at) if letter else None
