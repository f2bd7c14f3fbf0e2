"""The columns of lists of tasks, and of their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.tasks.words import about_words, due_words, icon, repeat_words, state_words, tone
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.tasks.rows import TaskRow

USUAL = ("title", "due_on")
TITLE_WIDTH = 170
"""Pixels at 100 % that a title keeps, however many columns stand beside it."""


def task_columns(today: Callable[[], date]) -> RowColumns[TaskRow]:
    """Answer all columns in the language of the window, seen on the day that `today` answers."""
    title = Column(
        _("Task"), _title, width="stretch", strong=True, quiet=about_words, least=TITLE_WIDTH
    )
    columns: tuple[RowColumn[TaskRow], ...] = (
        RowColumn("title", _("Task"), _title, shown=title),
        RowColumn("person", _("Person"), lambda task: task.person_name, 160),
        RowColumn("assignee", _("In charge"), lambda task: task.assignee, 150),
        RowColumn("due_on", _("Due"), lambda task: task.due_on, shown=_shown_due(today)),
        RowColumn("state", _("Status"), lambda task: _(task.state.label), 130),
        RowColumn("closed_on", _("Closed on"), _closed_on, 120),
        RowColumn("reviewer", _("Looks at it again"), lambda task: task.reviewer, 160),
        RowColumn("review_on", _("Again on"), lambda task: task.review_on, 120),
        RowColumn("repeat", _("Repeats"), repeat_words),
    )
    return RowColumns(columns, USUAL)


def _shown_due(today: Callable[[], date]) -> Column[TaskRow]:
    """Answer the column that says of a day what it means, in colour, shape and words."""
    return Column(
        _("Due"),
        lambda task: due_words(task, today()),
        icon=lambda task: icon(task, today()),
        tone=lambda task: tone(task, today()),
        quiet=lambda task: state_words(task, today()),
    )


def _title(task: TaskRow) -> str:
    return task.title


def _closed_on(task: TaskRow) -> date | None:
    return None if task.done_at is None else task.done_at.astimezone().date()
