"""The page of all tasks: the list on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exchange.writing.rules import MOST_SHEET_ROWS
from app.tasks.queries import (
    MOST_LISTED,
    Show,
    known_colleagues,
    person_of_task,
    task_details,
    task_list,
)
from resources.text import _, say
from ui.style import length, spacing
from ui.tasks.task_export import tasks_offer
from ui.tasks.task_filter import TaskFilter
from ui.tasks.task_panel import TaskPanel
from ui.tasks.task_table import TaskTable
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.tasks.rows import TaskDetails, TaskList, TaskRow
    from ui.desk import Desk, Pending


class TasksPage(Page):
    """Ctrl+N writes a task; Ctrl and Shift choose several, which can go to a colleague."""

    features: ClassVar[frozenset[str]] = frozenset({"tasks", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; one's own tasks are shown first."""
        super().__init__(desk, parent)
        self._wanted: UUID | None = None
        self._doing = ""
        self._is_errand = False
        """Whether one came from another page to do something here, and goes back after it."""
        self._header = PageHeader(_("Tasks"))
        self.filter = TaskFilter()
        self.table = TaskTable(desk.local_now.date())
        self.table.setMinimumHeight(length(200))
        self._cut = quiet("")
        self._cut.hide()
        self.panel = TaskPanel(desk)
        self._states = StateStack(self.table)
        self._both = ListDetail(self._list(), self.panel, list_share=3, detail_share=2)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask again for the list and for the task that is shown."""
        self._states.show_loading()
        pending = self._ask_list(MOST_LISTED)
        pending.then(self._on_found).if_unavailable(self._on_unavailable)
        self.desk.ask(known_colleagues, self.desk.who).then(self.filter.offer)
        if self.panel.card is not None:
            shown = self.panel.card.details.task.id
            self.desk.ask(task_details, shown).then(self._on_card_refreshed)

    def show_place(self, place: Place) -> None:
        """Show a task or a filter, or begin "new", "edit", "handover" or "export"."""
        self._is_errand = place.doing in {"new", "edit"} or place.record is not None
        if place.doing == "new":
            self._begin(place.record)
        elif place.doing == "handover":
            self._hand_over()
        elif place.doing == "export":
            self._on_export_clicked()
        elif place.doing in set(Show):
            self.filter.show_kind(Show(place.doing))
        elif place.record is not None:
            self._look_at(place.record, place.doing)

    def flush(self) -> None:
        """Save the draft of an open form at once."""
        self.panel.flush()

    def _ask_list(self, most: int) -> Pending[TaskList]:
        """Ask for the first tasks of the list as it is narrowed down."""
        today, who = self.desk.local_now.date(), self.desk.who
        kind, colleague = self.filter.kind(), self.filter.colleague()
        return self.desk.ask(task_list, kind, today, who, colleague, most=most)

    def _list(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.filter)
        layout.addWidget(self._states, 1)
        layout.addWidget(self._cut)
        return holder

    def _arrange(self) -> None:
        self.hand_button = plain_button(_("Hand work over"), "forward")
        self.new_button = plain_button(_("New task"), "add")
        self.new_button.setToolTip(_("Write a task (Ctrl+N)"))
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save this list as Excel table, CSV or PDF"))
        self._header.add_action(self.export_button)
        self._header.add_action(self.hand_button)
        self._header.add_action(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self._header)
        layout.addWidget(self._both, 1)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_new_clicked)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self._on_new_clicked)
        self.hand_button.clicked.connect(self._hand_over)
        self.export_button.clicked.connect(self._on_export_clicked)
        self._both.list_shown.connect(self._header.setVisible)
        self.filter.changed.connect(self.refresh)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.clicked.connect(self._on_clicked)
        self.table.many_chosen.connect(self._on_many_chosen)
        self._both.went_back.connect(self.panel.flush)
        self._states.retried.connect(self.refresh)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)
        self.panel.task_wanted.connect(self._look_at)
        self.panel.finished.connect(self._on_finished)
        self.panel.closed.connect(self._on_closed)

    def _look_at(self, task_id: UUID, doing: str = "") -> None:
        """Choose a task in the list, and show it or open its form."""
        self._wanted, self._doing = task_id, doing
        pending = self.desk.ask(task_details, task_id)
        pending.then(self._on_details_found).if_unavailable(self._on_unavailable)

    def _on_details_found(self, details: TaskDetails | None) -> None:
        if details is None:
            self.panel.show_nothing()
            self.said.emit(_("This task no longer exists."), None)
            return
        if details.task.id != self._wanted:
            return
        doing, self._doing = self._doing, ""
        if doing == "edit":
            self.panel.write(details)
        else:
            self.panel.show_task(details)
        self._both.show_detail()
        self._choose_wanted()

    def _on_card_refreshed(self, details: TaskDetails | None) -> None:
        """Show the task as it is now, unless something else was opened meanwhile."""
        card = self.panel.card
        if card is None:
            return
        if details is None:
            self.panel.show_nothing()
        elif details.task.id == card.details.task.id and details != card.details:
            self.panel.show_task(details)

    def _on_found(self, found: TaskList) -> None:
        self.filter.show_counts(found.counts)
        self.table.show_tasks(found.tasks)
        self._choose_wanted()
        self._cut.setText(_("There are more tasks. Choose a colleague to see fewer of them."))
        self._cut.setVisible(found.is_cut)
        if found.tasks:
            self._states.show_content()
        else:
            self._states.show_empty(self._nothing())

    def _nothing(self) -> EmptyState:
        kind = self.filter.kind()
        if kind is not Show.MINE:
            return EmptyState(_("No task is here."), icon="task")
        sentence = _("You have nothing open. What must not be forgotten is written here.")
        empty = EmptyState(sentence, _("New task"), icon="task")
        empty.acted.connect(self._on_new_clicked)
        return empty

    def _choose_wanted(self) -> None:
        """Choose the task that is shown beside the list, without asking for it again."""
        if self._wanted is not None and len(self.table.chosen()) <= 1:
            with QSignalBlocker(self.table):
                self.table.choose(self._wanted)

    def _on_row_chosen(self, task: TaskRow | None) -> None:
        if task is not None and task.id != self._wanted:
            self._is_errand = False
            self._wanted, self._doing = task.id, ""
            pending = self.desk.ask(task_details, task.id)
            pending.then(self._on_chosen_found).if_unavailable(self._on_unavailable)

    def _on_chosen_found(self, details: TaskDetails | None) -> None:
        if details is not None and details.task.id == self._wanted and not self._is_many():
            self.panel.show_task(details)

    def _on_clicked(self) -> None:
        task = self.table.current_row()
        if task is not None and not self._is_many():
            self._look_at(task.id)

    def _on_row_activated(self, task: TaskRow) -> None:
        self._look_at(task.id)

    def _is_many(self) -> bool:
        return len(self.table.chosen()) > 1

    def _on_many_chosen(self) -> None:
        chosen = self.table.chosen()
        if len(chosen) > 1 and self.filter.kind() is not Show.CLOSED:
            self._wanted = None
            self.panel.show_many(chosen)

    def _on_new_clicked(self) -> None:
        self._is_errand = False
        self._begin(None)

    def _begin(self, person_id: UUID | None) -> None:
        self._wanted = None
        if person_id is None:
            self._on_person_found(None)
        else:
            self.desk.ask(person_of_task, person_id).then(self._on_person_found)

    def _on_person_found(self, person: tuple[UUID, str] | None) -> None:
        self.table.choose_none()
        self._both.show_detail()
        self.panel.write(person=person)

    def _hand_over(self) -> None:
        self._wanted = None
        self.table.choose_none()
        self._both.show_detail()
        self.panel.hand_over()

    def _on_export_clicked(self) -> None:
        """Offer every task of the list, not only those in sight."""
        pending = self._ask_list(MOST_SHEET_ROWS)
        pending.then(self._on_export_found).if_unavailable(self._on_unavailable)

    def _on_export_found(self, found: TaskList) -> None:
        self.export_asked.emit(tasks_offer(found.tasks, self.filter.words()))

    def _on_finished(self) -> None:
        """Lead back to where the task was wanted from."""
        if self._is_errand:
            self._is_errand = False
            self.finished.emit()

    def _on_closed(self) -> None:
        self.panel.show_nothing()
        self._both.show_list()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
