"""One's own open tasks for the search of the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from app.clients.rules import fold
from app.tasks.queries import open_tasks_to_seek
from app.tasks.rows import TaskHit
from resources.text import _
from ui import formats
from ui.quick_held import QuickHeld
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from ui.desk import Pending


class QuickTasks(QuickHeld[TaskHit]):
    """Finds tasks by their title and their person."""

    features: ClassVar[frozenset[str]] = frozenset({"tasks", "clients"})

    def ask(self) -> Pending[Any]:
        """Ask for one's own open tasks."""
        return self._desk.ask(open_tasks_to_seek, self._desk.who)

    def words(self, row: TaskHit) -> str:
        """Answer title and person."""
        return fold(f"{row.title} {row.person_name}")

    def finding(self, row: TaskHit) -> Finding:
        """Answer the task with its person and its day."""
        due = formats.show_short_date(row.due_on) if row.due_on else ""
        detail = " · ".join(filter(None, (_("Task"), row.person_name, due)))
        return Finding(row.title, detail, "task", Place("tasks", row.id))
