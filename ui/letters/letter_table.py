"""The table of letters: whom and what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.rows import LetterRow
from resources.text import _
from ui.letters.words import kind_and_language, written_on
from ui.widgets.table import Column, DataTable, name_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class LetterTable(DataTable[LetterRow]):
    """Lists letters, the latest first; `with_names` where they went to several people."""

    def __init__(self, *, with_names: bool, parent: QWidget | None = None) -> None:
        """Begin without letters."""
        person: Column[LetterRow] = Column(
            _("Person"),
            lambda row: row.client_name,
            width="stretch",
            quiet=lambda row: row.subject,
            strong=True,
            sort=lambda row: name_key(row.client_name),
        )
        subject: Column[LetterRow] = Column(
            _("Letter"),
            lambda row: row.subject,
            width="stretch",
            quiet=kind_and_language,
            strong=True,
        )
        when: Column[LetterRow] = Column(
            _("Written on"),
            written_on,
            quiet=lambda row: row.author,
            sort=lambda row: row.written_at,
        )
        super().__init__([person if with_names else subject, when], _("Letters"), parent)

    def show_letters(self, letters: tuple[LetterRow, ...]) -> None:
        """Show these letters, keeping the chosen one."""
        self.set_rows(letters, keep=_identity)


def _identity(row: LetterRow) -> object:
    return row.id
