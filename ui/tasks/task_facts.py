"""What is known about a task, in a few lines: what, about whom, by whom, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.tasks.rules import TaskState
from resources.text import _
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.style import spacing
from ui.tasks.words import due_words, icon, repeat_words, review_words, state_words, tone
from ui.widgets.banner import Banner
from ui.widgets.labels import heading, text
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import date

    from app.tasks.rows import TaskDetails


class TaskFacts(QWidget):
    """Title, state, facts and note of one task; a person's hint cannot be missed."""

    def __init__(self, details: TaskDetails, today: date, parent: QWidget | None = None) -> None:
        """Show a task as seen on a day."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        task = details.task
        layout.addWidget(heading(task.title).selectable())
        layout.addWidget(self._state(details, today))
        if details.hint:
            layout.addWidget(Banner("attention", details.hint))
        grid = FactGrid(
            (_("About"), _("Phone"), _("Who does it"), _("How often"), _("Looked at by"),
             _("Written"), _("Result") if task.state is TaskState.DONE else _("Reason")),
        )  # fmt: skip
        grid.show_facts(
            (task.person_name, details.phone, task.assignee, repeat_words(task),
             review_words(task, today), _written(details), details.result)
        )  # fmt: skip
        layout.addWidget(grid)
        if details.note:
            layout.addWidget(text(details.note).selectable())

    def _state(self, details: TaskDetails, today: date) -> QWidget:
        task = details.task
        words = " · ".join(filter(None, (due_words(task, today), state_words(task, today))))
        if task.state is not TaskState.OPEN and details.done_by:
            words = f"{words} · {details.done_by}"
        elif task.state is TaskState.OPEN and task.due_on is not None:
            words = _("Due: {day}").format(day=words)
        shown = tone(task, today).replace("quiet", "plain") or "plain"
        return StatusLabel(words, shown, icon(task, today))


def _written(details: TaskDetails) -> str:
    day = formats.show_day(details.created_at.astimezone().date())
    return _("{name}, {day}").format(name=details.created_by, day=day)
