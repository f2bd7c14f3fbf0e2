"""The page of all tasks: the list on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.exchange.writing.rules import MOST_SHEET_ROWS
from app.tasks.queries import Show, person_of_task, task_details
from resources.text import _
from ui.tasks.task_export import tasks_offer
from ui.tasks.task_list_view import TaskListView
from ui.tasks.task_panel import TaskPanel
from ui.views.list_page import ListPage, add_button, export_button
from ui.widgets.buttons import plain_button

if TYPE_CHECKING:
    from uuid import UUID

    from app.tasks.rows import TaskDetails, TaskList
    from ui.desk import Desk
    from ui.widgets.page import Place


class TasksPage(ListPage):
    """Ctrl and Shift choose several tasks, which can go to a colleague together."""

    SHARES: ClassVar = (3, 2)
    features: ClassVar[frozenset[str]] = frozenset({"tasks", "clients"})
    list: TaskListView
    panel: TaskPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page; one's own tasks are shown first."""
        super().__init__(desk)
        self._wanted: UUID | None = None
        self._doing = ""
        self._is_errand = False
        """Whether one came from another page to do something here, and goes back after it."""
        self.list = TaskListView(desk)
        self.panel = TaskPanel(desk)
        self.export_button = export_button()
        self.hand_button = plain_button(_("Hand work over"), "forward")
        if not desk.offers("handover"):
            self.hand_button.hide()
        self.new_button = add_button(_("New task"), _("Write a task (Ctrl+N)"))
        self.export_button.clicked.connect(self._on_export_clicked)
        self.hand_button.clicked.connect(self._hand_over)
        self.new_button.clicked.connect(self.on_add_wanted)
        self.build(_("Tasks"), self.export_button, self.hand_button, self.new_button)

    def connect_parts(self) -> None:
        """Show what was saved, and several tasks together."""
        super().connect_parts()
        self.list.table.many_chosen.connect(self._on_many_chosen)
        self.split.went_back.connect(self.panel.flush)
        self.panel.task_wanted.connect(self._look_at)
        self.panel.finished.connect(self._on_finished)
        self.panel.closed.connect(self._on_closed)

    def refresh(self) -> None:
        """Ask again for the list and for the task that is shown."""
        self.list.refresh()
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
            self.list.filter.show_kind(Show(place.doing))
        elif place.record is not None:
            self._look_at(place.record, place.doing)

    def on_chosen(self, record_id: UUID) -> None:
        """Show the task that the arrows came to."""
        if record_id != self._wanted:
            self._is_errand = False
            self._wanted, self._doing = record_id, ""
            pending = self.desk.ask(task_details, record_id)
            pending.then(self._on_chosen_found).if_unavailable(self.list.on_unavailable)

    def on_clicked(self, record_id: UUID) -> None:
        """Show the task that was clicked at, unless several are chosen."""
        if not self.list.is_many():
            self._look_at(record_id)

    def on_add_wanted(self) -> None:
        """Write a task."""
        self._is_errand = False
        self._begin(None)

    def on_edit_wanted(self) -> None:
        """Change the task that is shown."""
        if self.panel.card is not None:
            self.panel.write(self.panel.card.details)

    def _look_at(self, task_id: UUID, doing: str = "") -> None:
        """Choose a task in the list, and show it or open its form."""
        self._wanted, self._doing = task_id, doing
        pending = self.desk.ask(task_details, task_id)
        pending.then(self._on_details_found).if_unavailable(self.list.on_unavailable)

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
        self.split.show_detail()
        if not self.list.is_many():
            self.list.show_record(details.task.id)

    def _on_card_refreshed(self, details: TaskDetails | None) -> None:
        """Show the task as it is now, unless something else was opened meanwhile."""
        card = self.panel.card
        if card is None:
            return
        if details is None:
            self.panel.show_nothing()
        elif details.task.id == card.details.task.id and details != card.details:
            self.panel.show_task(details)

    def _on_chosen_found(self, details: TaskDetails | None) -> None:
        if details is not None and details.task.id == self._wanted and not self.list.is_many():
            self.panel.show_task(details)

    def _on_many_chosen(self) -> None:
        if self.list.is_many() and self.list.filter.kind() is not Show.CLOSED:
            self._wanted = None
            self.panel.show_many(self.list.table.chosen())

    def _begin(self, person_id: UUID | None) -> None:
        self._wanted = None
        if person_id is None:
            self._on_person_found(None)
        else:
            self.desk.ask(person_of_task, person_id).then(self._on_person_found)

    def _on_person_found(self, person: tuple[UUID, str] | None) -> None:
        self.list.choose_none()
        self.split.show_detail()
        self.panel.write(person=person)

    def _hand_over(self) -> None:
        self._wanted = None
        self.list.choose_none()
        self.split.show_detail()
        self.panel.hand_over()

    def _on_export_clicked(self) -> None:
        """Offer every task of the list, not only those in sight."""
        pending = self.list.ask_rows(MOST_SHEET_ROWS)
        pending.then(self._on_export_found).if_unavailable(self.list.on_unavailable)

    def _on_export_found(self, found: TaskList) -> None:
        words, chosen = self.list.filter.words(), self.list.views.view.columns
        self.export_asked.emit(tasks_offer(found.tasks, words, chosen))

    def _on_finished(self) -> None:
        """Lead back to where the task was wanted from."""
        if self._is_errand:
            self._is_errand = False
            self.finished.emit()

    def _on_closed(self) -> None:
        self.panel.show_nothing()
        self.split.show_list()
