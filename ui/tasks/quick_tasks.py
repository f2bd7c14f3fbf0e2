"""One's own open tasks for the search of the top bar, held ready so that no letter waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.clients.rules import fold
from app.tasks.queries import open_tasks_to_seek
from resources.text import _
from ui import formats
from ui.desk import Pending
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.tasks.rows import TaskHit
    from ui.desk import Desk

MOST_FOUND = 2
"""Tasks that the list shows; the rest of it belongs to people and actions."""


class QuickTasks(QObject):
    """Asks for the tasks once, and again when some were touched; seeks in them at once."""

    def __init__(self, desk: Desk) -> None:
        """Ask at a desk."""
        super().__init__(desk)
        self._desk = desk
        self._tasks: list[tuple[str, TaskHit]] = []
        self._is_loaded = self._is_stale = False
        desk.touched.connect(self._on_touched)
        desk.opened.connect(self._on_opened)

    def __call__(self, typed: str) -> Pending[Sequence[Finding]]:
        """Answer the tasks whose title or person contains what is typed."""
        answer: Pending[Sequence[Finding]] = Pending()
        if not self._is_loaded:
            self._load()
        # Answered when its turn comes on the office's thread, like every other source.
        self._desk.run(_nothing).then(_Seek(self, typed, answer))
        if self._is_stale:
            self._load()
        return answer

    def found(self, typed: str) -> list[Finding]:
        """Answer the first tasks in which what is typed occurs."""
        sought = fold(typed)
        hits = (task for words, task in self._tasks if sought and sought in words)
        return [_finding(task) for task, _place in zip(hits, range(MOST_FOUND), strict=False)]

    def _load(self) -> None:
        self._is_loaded, self._is_stale = True, False
        self._desk.ask(open_tasks_to_seek, self._desk.who).then(self._on_found)

    def _on_found(self, tasks: tuple[TaskHit, ...]) -> None:
        self._tasks = [(fold(f"{task.title} {task.person_name}"), task) for task in tasks]

    def _on_touched(self, features: frozenset[str]) -> None:
        self._is_stale = self._is_stale or bool(features & {"tasks", "clients"})

    def _on_opened(self) -> None:
        self._tasks, self._is_loaded = [], False


class _Seek:
    """Seeks when everything that was asked before has come back."""

    def __init__(self, tasks: QuickTasks, typed: str, answer: Pending[Sequence[Finding]]) -> None:
        self._tasks, self._typed, self._answer = tasks, typed, answer

    def __call__(self, _nothing: None) -> None:
        self._answer.answer(self._tasks.found(self._typed))


def _nothing() -> None:
    """Take the way over the office's thread and come back."""


def _finding(task: TaskHit) -> Finding:
    due = formats.show_short_date(task.due_on) if task.due_on else ""
    detail = " · ".join(filter(None, (_("Task"), task.person_name, due)))
    return Finding(task.title, detail, "task", Place("tasks", task.id))
