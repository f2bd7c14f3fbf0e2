"""The tasks about one person, on the person's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.tasks.queries import tasks_of_person
from app.tasks.rules import TaskState
from resources.text import _, ngettext, say
from ui.style import spacing
from ui.tasks.task_columns import task_columns
from ui.tasks.task_table import TaskTable
from ui.widgets.buttons import quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Unavailable
    from app.tasks.rows import TaskRow
    from ui.desk import Desk


class ClientTasksTab(QWidget):
    """Open tasks first; Enter or a double click opens one."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    features: ClassVar[frozenset[str]] = frozenset({"tasks"})

    def __init__(self, desk: Desk, client_id: UUID, parent: QWidget | None = None) -> None:
        """Build the list for a person; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk, self._client_id = desk, client_id
        columns = task_columns(self._today)
        self.table = TaskTable(columns.of(columns.usual), many=False)
        self._count = quiet("")
        self.new_button = quiet_button(_("New task"), "add")
        self.new_button.clicked.connect(self._on_new_clicked)
        self._states = StateStack(self.table)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(line)
        layout.addWidget(self._states, 1)
        self.table.row_activated.connect(self._on_row_activated)
        self._states.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the tasks about the person."""
        self._states.show_loading()
        pending = self._desk.ask(tasks_of_person, self._client_id)
        pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def do(self, _doing: str, _record: UUID | None) -> None:
        """Lead the keyboard to the list, as the place "tasks" asks."""
        self.table.setFocus()

    def _today(self) -> date:
        return self._desk.local_now.date()

    def _on_found(self, tasks: tuple[TaskRow, ...]) -> None:
        still = sum(task.state is TaskState.OPEN for task in tasks)
        self._count.setText(ngettext("{count} open task", "{count} open tasks", still))
        self.table.set_rows(tasks, _key)
        self.new_button.setVisible(bool(tasks))
        if tasks:
            self._states.show_content()
            return
        sentence = _("Nothing is to be done. What must not be forgotten is written here.")
        empty = EmptyState(sentence, _("New task"), icon="task")
        empty.acted.connect(self._on_new_clicked)
        self._states.show_empty(empty)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_new_clicked(self) -> None:
        self.place_wanted.emit(Place("tasks", self._client_id, "new"))

    def _on_row_activated(self, task: TaskRow) -> None:
        self.place_wanted.emit(Place("tasks", task.id))


def _key(task: TaskRow) -> UUID:
    return task.id
