"""Beside the list: the chosen task, several of them, a form, or handing everything over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.tasks.queries import known_colleagues
from resources.text import _
from ui.drafts.told_state import ToldState
from ui.tasks.handover_view import HandoverView
from ui.tasks.many_card import ManyCard
from ui.tasks.task_card import TaskCard
from ui.tasks.task_deeds import TaskDeeds
from ui.tasks.task_form import TaskForm
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.errors import Refused
    from app.tasks.rows import TaskDetails, TaskRow
    from ui.desk import Desk


class TaskPanel(QWidget):
    """Shows one thing at a time; a form that is left keeps its draft."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    saved_state = Signal(str)
    task_wanted = Signal(object)
    """The id of a task that was saved or changed, or whose form was left."""
    finished = Signal()
    """What one came for is done: a task is saved or closed."""
    closed = Signal()
    """A form without a task, or the handover, was left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._desk = desk
        self.deeds = TaskDeeds(desk, self)
        self.deeds.said.connect(self.said)
        self.deeds.done.connect(self._on_done)
        self.deeds.finished.connect(self._on_finished)
        self.deeds.refused.connect(self._on_refused)
        self._kept = ToldState(self)
        self._kept.told.connect(self.saved_state)
        self._shown: QWidget | None = None
        self.card: TaskCard | None = None
        self.many: ManyCard | None = None
        self.form: TaskForm | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that a task can be chosen."""
        self._put(EmptyState(_("Choose a task to see it here."), icon="task"))

    def show_task(self, details: TaskDetails) -> None:
        """Show a task with its buttons."""
        card = TaskCard(details, self._desk.local_now.date(), self._desk.who)
        self._put(_scrolling(card))
        self.card = card
        card.finish_wanted.connect(self._on_finish_wanted)
        card.drop_wanted.connect(self._on_drop_wanted)
        card.change_wanted.connect(self._on_change_wanted)
        card.review_wanted.connect(self._on_review_wanted)
        card.reopen_wanted.connect(self._on_reopen_wanted)
        card.person_wanted.connect(self._on_person_wanted)

    def show_many(self, tasks: Sequence[TaskRow]) -> None:
        """Show several open tasks that can go to one colleague."""
        many = ManyCard(tasks)
        self._put(_scrolling(many))
        self.many = many
        self._desk.ask(known_colleagues, self._desk.who).then(many.suggest)
        many.assign_wanted.connect(self._on_assign_wanted)

    def write(
        self, changes: TaskDetails | None = None, person: tuple[UUID, str] | None = None
    ) -> TaskForm:
        """Open the form of a new task, perhaps about somebody, or of one that changes."""
        # The older form keeps its draft first, so that a new one finds it.
        self.flush()
        form = TaskForm(self._desk, changes=changes, person=person)
        self._put(form)
        self.form = form
        form.saved.connect(self._on_saved)
        form.left.connect(self._on_left)
        self._kept.follow(form.keeper)
        form.parts.focus_field("title")
        return form

    def hand_over(self) -> HandoverView:
        """Open what hands a colleague's work over."""
        view = HandoverView(self._desk)
        self._put(view)
        view.said.connect(self.said)
        view.left.connect(self.closed)
        view.refresh()
        view.to_who.setFocus()
        return view

    def flush(self) -> None:
        """Save the draft of an open form at once."""
        if self.form is not None:
            self.form.keeper.flush()

    def _put(self, widget: QWidget) -> None:
        self.flush()
        self._kept.leave()
        self.form = self.card = self.many = None
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self._layout.addWidget(widget)
        widget.show()

    def _on_finish_wanted(self, result: str) -> None:
        if self.card is not None:
            self.deeds.finish(self.card.details.task, result)

    def _on_drop_wanted(self, reason: str) -> None:
        if self.card is not None:
            self.deeds.drop(self.card.details.task, reason)

    def _on_change_wanted(self) -> None:
        if self.card is not None:
            self.write(self.card.details)

    def _on_review_wanted(self) -> None:
        if self.card is not None:
            self.deeds.review(self.card.details.task)

    def _on_reopen_wanted(self) -> None:
        if self.card is not None:
            task = self.card.details.task
            self.deeds.reopen(task.id, task.version)

    def _on_person_wanted(self) -> None:
        if self.card is not None and self.card.details.task.person_id is not None:
            self.place_wanted.emit(Place("clients", self.card.details.task.person_id))

    def _on_assign_wanted(self, who: str) -> None:
        if self.many is not None:
            self.deeds.assign(self.many.tasks, who)

    def _on_saved(self, _answer: object) -> None:
        if self.form is None:
            return
        task_id, is_new = self.form.task_id, self.form.is_new
        self.form = None
        self.said.emit(_("The task is written.") if is_new else _("The task is changed."), None)
        self.task_wanted.emit(task_id)
        self.finished.emit()

    def _on_left(self) -> None:
        form, self.form = self.form, None
        if form is None or form.is_new:
            self.closed.emit()
        else:
            self.task_wanted.emit(form.task_id)

    def _on_done(self, task_id: UUID | None) -> None:
        if task_id is None:
            self.show_nothing()
        else:
            self.task_wanted.emit(task_id)

    def _on_finished(self, _task_id: UUID) -> None:
        self.finished.emit()

    def _on_refused(self, refused: Refused) -> None:
        shown = self.card or self.many
        if shown is not None:
            shown.show_refused(refused)


def _scrolling(card: QWidget) -> ScrollBody:
    body = ScrollBody(most_width=640)
    body.add(card)
    body.end()
    return body
