"""What a button does with tasks at once, each with its sentence and its way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.quick_import import quick_import
from app.tasks.rows import Assignment
from resources.text import _, ngettext, say
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from types import ModuleType
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.tasks.rows import FinishedTask, SavedTask, TaskRow
    from ui.desk import Desk


def _actions() -> ModuleType:
    with quick_import():
        from app.tasks import actions  # noqa: PLC0415 - not for looking at tasks
    return actions


class TaskDeeds(QObject):
    """Does tasks, drops them, takes both back, gives them to others; says so with undo."""

    said = Signal(str, object)
    done = Signal(object)
    """The id of a task that was changed, None when several were."""
    finished = Signal(object)
    """The id of a task that was done or dropped."""
    refused = Signal(object)
    """A `Refused` about words that were typed beside the buttons."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Act through a desk."""
        super().__init__(parent)
        self._desk = desk
        self._given_to = ""

    def finish(self, task: TaskRow, result: str = "") -> None:
        """Say that a task is done, perhaps with a result."""
        pending = self._desk.act(_actions().finish_task, task.id, task.version, result)
        pending.then(self._on_finished).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def drop(self, task: TaskRow, reason: str) -> None:
        """Say why a task is not needed any more."""
        pending = self._desk.act(_actions().drop_task, task.id, task.version, reason)
        pending.then(self._on_dropped).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def reopen(self, task_id: UUID, version: int) -> None:
        """Take back that a task is done or dropped."""
        pending = self._desk.act(_actions().reopen_task, task_id, version)
        pending.then(self._on_reopened).if_refused(self._on_refused)

    def review(self, task: TaskRow, again_on: date | None = None) -> None:
        """Say that a task was looked at, and perhaps when again."""
        pending = self._desk.act(_actions().review_task, task.id, task.version, again_on)
        pending.then(self._on_reviewed).if_refused(self._on_refused)

    def assign(self, tasks: Sequence[TaskRow], who: str) -> None:
        """Give tasks to somebody."""
        given = tuple(Assignment(task.id, task.version, who) for task in tasks)
        pending = self._desk.act(_actions().assign_tasks, given)
        self._given_to = who.strip()
        pending.then(self._on_given).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def give_back(self, before: Sequence[Assignment]) -> None:
        """Give tasks back to those who had them."""
        pending = self._desk.act(_actions().assign_tasks, tuple(before))
        pending.then(self._on_given_back).if_refused(self._on_refused)

    def _on_finished(self, done: FinishedTask) -> None:
        words = _("The task is done.")
        if done.again_on is not None:
            again = _("It comes again on {day}.").format(day=formats.show_date(done.again_on))
            words = f"{words} {again}"
        self.said.emit(words, partial(self.reopen, done.id, done.version))
        self.done.emit(done.id)
        self.finished.emit(done.id)

    def _on_dropped(self, saved: SavedTask) -> None:
        undo = partial(self.reopen, saved.id, saved.version)
        self.said.emit(_("The task is not needed any more."), undo)
        self.done.emit(saved.id)
        self.finished.emit(saved.id)

    def _on_reopened(self, saved: SavedTask) -> None:
        self.said.emit(_("The task is open again."), None)
        self.done.emit(saved.id)

    def _on_reviewed(self, saved: SavedTask) -> None:
        self.said.emit(_("The task was looked at."), None)
        self.done.emit(saved.id)
        self.finished.emit(saved.id)

    def _on_given(self, before: tuple[Assignment, ...]) -> None:
        """Say to whom tasks were given; the way back gives each to whoever had it."""
        tasks = ngettext("{count} task", "{count} tasks", len(before))
        words = _("Given to {name}: {tasks}.").format(name=self._given_to, tasks=tasks)
        self.said.emit(words, partial(self.give_back, before))
        self.done.emit(before[0].id if len(before) == 1 else None)

    def _on_given_back(self, given: tuple[Assignment, ...]) -> None:
        count = len(given)
        self.said.emit(ngettext("{count} task given back", "{count} tasks given back", count), None)
        self.done.emit(None)

    def _on_refused(self, refused: Refused) -> None:
        if any(problem.field for problem in refused.problems):
            self.refused.emit(refused)
        else:
            self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
