"""What screens are told about letters: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in a list."""

    id: UUID
    client_id: UUID
    client_name: str
    template: str
    """Code of its template."""
    title: str
    """Of the template: English and translated where it is shown; as typed for an own one."""
    language: str
    subject: str
    written_at: datetime
    """Aware, UTC."""
    author: str
    second_language: str = ""
    posted_on: date | None = None
    channel: str = ""
    """See `app.letters.rules.states.Channel`."""


@dataclass(frozen=True, slots=True)
class LetterPages:
    """A letter with its pages, as it was printed."""

    row: LetterRow
    pdf: bytes


@dataclass(frozen=True, slots=True)
class LetterWritten:
    """A letter that now stands in the history."""

    id: UUID
    pdf: bytes
