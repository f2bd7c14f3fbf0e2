"""Tasks in a list: what is to be done, whom it is about, who does it and by when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView

from resources.text import _
from ui.tasks.words import about_words, due_words, icon, state_words, tone
from ui.widgets.columns import Column
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QItemSelection
    from PySide6.QtWidgets import QWidget

    from app.tasks.rows import TaskRow


class TaskTable(DataTable["TaskRow"]):
    """One row a task; with Ctrl or Shift several are chosen at once."""

    many_chosen = Signal()
    """More than one row is chosen, or no longer."""

    def __init__(self, today: date, parent: QWidget | None = None, *, many: bool = True) -> None:
        """Begin without tasks, seen on a day; `many` lets several be chosen."""
        columns: list[Column[TaskRow]] = [
            Column(_("Task"), _title, width="stretch", strong=True, quiet=about_words),
            Column(
                _("Due"),
                partial(due_words, today=today),
                icon=partial(icon, today=today),
                tone=partial(tone, today=today),
                quiet=partial(state_words, today=today),
            ),
        ]
        super().__init__(columns, _("Tasks"), parent)
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
            self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Show tasks, keeping the chosen one and the place in the list."""
        self.set_rows(tasks, keep=_key)

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


def _key(task: TaskRow) -> UUID:
    return task.id


def _title(task: TaskRow) -> str:
    return task.title
