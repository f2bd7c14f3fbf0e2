"""Tasks in a list: what is to be done, whom it is about, who does it and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView

from resources.text import _
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QItemSelection
    from PySide6.QtWidgets import QWidget

    from app.tasks.rows import TaskRow
    from ui.widgets.columns import Column


class TaskTable(DataTable["TaskRow"]):
    """One row a task; with Ctrl or Shift several are chosen at once."""

    many_chosen = Signal()
    """More than one row is chosen, or no longer."""

    def __init__(
        self,
        columns: Sequence[Column[TaskRow]],
        parent: QWidget | None = None,
        *,
        many: bool = True,
    ) -> None:
        """Begin without tasks; `many` lets several be chosen."""
        super().__init__(columns, _("Tasks"), parent)
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
            self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def chosen(self) -> list[TaskRow]:
        """Answer every chosen task, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows()[at] for at in rows]

    def choose_none(self) -> None:
        """Choose no task: something else is shown beside the list."""
        with QSignalBlocker(self):
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.many_chosen.emit()
