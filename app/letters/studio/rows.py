"""What screens of the template studio are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from app.errors import Problem
    from app.letters.readability.report import Report
    from app.letters.readability.rules import Finding, Targets
    from app.letters.studio.rules import TextStatus


@dataclass(frozen=True, slots=True)
class StudioLine:
    """A template in the list."""

    code: str
    title: str
    """In English and translated where it is shown; that of an own one as it is typed."""
    is_delivered: bool
    is_changed: bool
    """Whether the office has written a text of it."""
    is_active: bool
    source_language: str
    texts: Mapping[str, TextStatus]
    """By language."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a text, the newest first in a list."""

    id: UUID
    number: int
    text: str
    state: str
    written_by: str
    written_at: datetime
    reviewed_by: str
    reviewed_at: datetime | None


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """What readers said about a version."""

    id: UUID
    number: int
    """Of the version."""
    tested_by: str
    tested_on: date
    result: str
    note: str


@dataclass(frozen=True, slots=True)
class StudioText:
    """A text as it is opened in the editor."""

    line: StudioLine
    language: str
    text: str
    """"" for a language that the template does not have yet."""
    number: int
    """Of the newest version of the office; 0 while the delivered text holds."""
    state: str
    source: str
    """The text of today in the language that others are translated from."""
    versions: tuple[VersionRow, ...]
    feedback: tuple[FeedbackRow, ...]


@dataclass(frozen=True, slots=True)
class StudioSheet:
    """A text that is being written: its page, what is wrong, and how it reads."""

    text: str
    pdf: bytes | None
    """None where something is wrong."""
    problems: tuple[Problem, ...]
    report: Report | None
    """None for a language that nobody can measure."""
    findings: tuple[Finding, ...]
    """With places in the text as it is typed."""
    targets: Targets


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word that the office avoids."""

    id: UUID
    version: int
    language: str
    word: str
    better: str
