"""The first rows of a list as they would be stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.importing.rows import PreviewRow
from app.importing.wrong_rows import reason
from resources.text import _
from ui.importing.import_words import address_words, name_words, way_words
from ui.style import length
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_HEIGHT = 240


class ImportPreview(DataTable[PreviewRow]):
    """Says of each row what is wrong with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(_columns(), _("First rows as they will be stored"), parent)
        self.setMinimumHeight(length(_HEIGHT))

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show rows."""
        self.set_rows(rows, _line)


def _columns() -> tuple[Column[PreviewRow], ...]:
    return (
        Column(_("Line"), _line_words, align="right", tone=_quiet),
        Column(_("Name"), lambda row: name_words(row.details), strong=True),
        Column(_("Born"), lambda row: row.details.birth),
        Column(_("Address"), lambda row: address_words(row.details), "stretch"),
        Column(_("Phone, e-mail"), lambda row: way_words(row.details)),
        Column(
            _("Check"), _check, "stretch",
            icon=lambda row: "warning" if row.problems else "done",
            tone=lambda row: "danger" if row.problems else "done",
        ),
    )  # fmt: skip


def _line(row: PreviewRow) -> int:
    return row.line


def _line_words(row: PreviewRow) -> str:
    return str(row.line)


def _quiet(_row: PreviewRow) -> str:
    return "quiet"


def _check(row: PreviewRow) -> str:
    return reason(row.problems) or _("All well")
