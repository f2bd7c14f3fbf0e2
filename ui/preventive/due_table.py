"""The table of people who are due: all of them can be marked, also those not read yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView

from app.preventive.queries import DueRow
from resources.text import _
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence


class DueTable(DataTable[DueRow]):
    """Several rows can be marked with Shift and Ctrl."""

    all_wanted = Signal()
    """Every row is to be marked, as by Ctrl+A: whoever fills the table may have to read on."""
    marked_changed = Signal()

    def __init__(self, columns: Sequence[Column[DueRow]]) -> None:
        """Begin without rows."""
        super().__init__(columns, _("People who are due"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def selectAll(self) -> None:
        """Ask for all rows first."""
        self.all_wanted.emit()

    def mark_all(self) -> None:
        """Mark the rows that are there."""
        super().selectAll()

    def marked_count(self) -> int:
        """Answer how many rows are marked, without looking at each of thousands."""
        parts = self.selectionModel().selection()
        return sum(parts.at(at).height() for at in range(parts.count()))

    def _on_selection_changed(self) -> None:
        self.marked_changed.emit()
