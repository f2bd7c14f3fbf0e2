"""The history of letters as it leaves the office: one row each, never the letters themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.letters.words import language_name
from ui.widgets.export_offer import ExportOffer, given_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from app.letters.rows import LetterRow


def letters_offer(rows: Sequence[LetterRow], selection: str) -> ExportOffer[LetterRow]:
    """Answer the offer of letters, the latest first."""
    columns: tuple[ExportColumn[LetterRow], ...] = (
        ExportColumn("written_at", _("Written on"), _written),
        ExportColumn("person", _("Person"), _person),
        ExportColumn("subject", _("Subject"), _subject),
        ExportColumn("kind", _("Kind of letter"), _kind),
        ExportColumn("language", _("Language"), _language),
        ExportColumn("author", _("Author"), _author),
    )
    return ExportOffer(
        list_name="letters",
        title=_("Letters"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=_person_id,
        is_protected=_is_protected,
        selection=selection,
    )


def _written(row: LetterRow) -> datetime:
    return row.written_at.astimezone().replace(tzinfo=None, microsecond=0)


def _person(row: LetterRow) -> str:
    return row.client_name


def _subject(row: LetterRow) -> str:
    return row.subject


def _kind(row: LetterRow) -> str:
    return _(row.title)


def _language(row: LetterRow) -> str:
    return language_name(row.language)


def _author(row: LetterRow) -> str:
    return row.author


def _person_id(row: LetterRow) -> UUID:
    return row.client_id


def _is_protected(_row: LetterRow) -> bool:
    """No column of letters says where somebody lives."""
    return False
