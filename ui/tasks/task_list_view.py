"""The list of tasks: one's own, a colleague's, what is overdue or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.tasks.queries import MOST_LISTED, Show, known_colleagues, task_list
from app.tasks.rows import TaskRow
from resources.text import _, ngettext
from ui.style import length
from ui.tasks.task_columns import task_columns
from ui.tasks.task_filter import TaskFilter
from ui.tasks.task_table import TaskTable
from ui.views.row_list import RowList
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.exchange.views.rules import View
    from app.tasks.rows import TaskList
    from ui.desk import Desk, Pending


class TaskListView(RowList[TaskRow]):
    """With Ctrl or Shift several are chosen at once."""

    table: TaskTable

    def __init__(self, desk: Desk) -> None:
        """Build the list; one's own tasks are shown first."""
        columns = task_columns(self._today)
        super().__init__(desk, "tasks", columns, TaskTable(columns.of(columns.usual)))
        self.table.setMinimumHeight(length(200))
        self.filter = TaskFilter()
        self._is_cut = False
        self.arrange(self.filter)
        self.filter.changed.connect(self.on_narrowed)

    def ask_rows(self, most: int = MOST_LISTED) -> Pending[TaskList]:
        """Ask for the first tasks of the list as it is narrowed down."""
        kind, colleague = self.filter.kind(), self.filter.colleague()
        return self.desk.ask(task_list, kind, self._today(), self.desk.who, colleague, most=most)

    def rows_of(self, answer: TaskList) -> Sequence[TaskRow]:
        """Answer the tasks, and say on the chips how many there are of each kind."""
        self.filter.show_counts(answer.counts)
        self._is_cut = answer.is_cut
        return answer.tasks

    def refresh(self) -> None:
        """Ask again for the list, and who has work here."""
        super().refresh()
        self.desk.ask(known_colleagues, self.desk.who).then(self.filter.offer)

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer which tasks are listed, and whose."""
        pairs = (("show", self.filter.kind().value), ("colleague", self.filter.colleague()))
        return tuple((name, value) for name, value in pairs if value)

    def take_filters(self, view: View) -> None:
        """Choose the tasks and the colleague of a view."""
        show = view.chosen("show")
        kind = Show(show) if show in set(Show) else Show.MINE
        self.filter.choose(kind, view.chosen("colleague"))

    def count_words(self, count: int) -> str:
        """Answer how many tasks are listed, and what to do when there are more."""
        if self._is_cut:
            return _("There are more tasks. Choose a colleague to see fewer of them.")
        return ngettext("{count} task", "{count} tasks", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says; the first task can be written from one's own."""
        if self.filter.kind() is not Show.MINE:
            return EmptyState(_("No task is here."), icon="task")
        sentence = _("You have nothing open. What must not be forgotten is written here.")
        return EmptyState(sentence, _("New task"), icon="task")

    def lead(self) -> bool:
        """Mark the wanted task, unless several are chosen."""
        return not self.is_many() and super().lead()

    def is_many(self) -> bool:
        """Answer whether more than one task is chosen."""
        return len(self.table.chosen()) > 1

    def choose_none(self) -> None:
        """Choose no task: something else is shown beside the list."""
        self.wanted = None
        self.table.choose_none()

    def _today(self) -> date:
        return self.desk.local_now.date()
