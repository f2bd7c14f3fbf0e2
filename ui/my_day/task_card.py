"""Tasks and reviews that are due, and follow-ups of notes, on My day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.tasks.queries import Show
from app.text_rules import full_name
from resources.text import _, ngettext
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.tasks.words import day_words, repeat_words
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.journal.queries import FollowUpRow
    from app.my_day.rows import MyDay
    from app.tasks.rows import TaskRow

LONGEST_DETAIL = 90
"""Characters of a note that My day shows."""


class TaskCard(DayCard):
    """What is to be done today and what should have been; a press says that it is done."""

    finish_wanted = Signal(object)
    """The `TaskRow` that is done."""
    review_wanted = Signal(object)
    """The `TaskRow` that was looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("To do today"), _("All tasks"), parent=parent)
        self._tasks: dict[str, TaskRow] = {}
        self._reviews: dict[str, TaskRow] = {}
        self.acted.connect(self._on_more_clicked)

    def show_due(self, day: MyDay, today: date) -> None:
        """Show the first tasks, reviews and follow-ups; without any the card goes away."""
        self._tasks = {f"task:{task.id}": task for task in day.tasks.due}
        self._reviews = {f"review:{task.id}": task for task in day.tasks.reviews}
        self._show_rows(self._due_rows(day, today))
        rest = day.tasks.due_count - len(day.tasks.due)
        self._show_more(ngettext("{count} more task", "{count} more tasks", rest) if rest else "")
        self.setVisible(bool(self._tasks or self._reviews or day.follow_ups))

    def _due_rows(self, day: MyDay, today: date) -> Iterator[DayRow]:
        for key, task in self._tasks.items():
            yield _task_row(key, task, today)
        for key, task in self._reviews.items():
            yield _review_row(key, task, today)
        for note in day.follow_ups:
            yield _follow_up_row(note, today)

    def _more_place(self) -> Place:
        return Place("tasks", None, Show.MINE)

    def _on_row_acted(self, row: DayRow) -> None:
        if row.key in self._tasks:
            self.finish_wanted.emit(self._tasks[row.key])
        elif row.key in self._reviews:
            self.review_wanted.emit(self._reviews[row.key])
        else:
            super()._on_row_acted(row)


def _task_row(key: str, task: TaskRow, today: date) -> DayRow:
    return DayRow(
        key=key,
        title=task.title,
        detail=" · ".join(filter(None, (task.person_name, repeat_words(task)))),
        place=Place("tasks", task.id),
        when=_when(task.due_on, today),
        tone=_tone(task.due_on, today),
        when_detail=_late(task.due_on, today),
        verb=_("Done"),
    )


def _review_row(key: str, task: TaskRow, today: date) -> DayRow:
    return DayRow(
        key=key,
        title=_("Look at: {task}").format(task=task.title),
        detail=" · ".join(filter(None, (task.person_name, task.assignee))),
        place=Place("tasks", task.id),
        when=_when(task.review_on, today),
        tone=_tone(task.review_on, today),
        when_detail=_late(task.review_on, today),
        verb=_("Looked at"),
    )


def _follow_up_row(note: FollowUpRow, today: date) -> DayRow:
    name = full_name(note.given_name, note.family_name)
    return DayRow(
        key=f"note:{note.note_id}",
        title=_("Follow up: {name}").format(name=name),
        detail=_beginning(note.beginning),
        place=Place("clients", note.person_id, f"journal {note.note_id}"),
        when=_when(note.follow_up_due, today),
        tone=_tone(note.follow_up_due, today),
        when_detail=_late(note.follow_up_due, today),
    )


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_DETAIL else f"{words[:LONGEST_DETAIL].rstrip()} …"


def _when(day: date | None, today: date) -> str:
    return _("No date") if day is None else day_words(day, today)


def _tone(day: date | None, today: date) -> str:
    return "attention" if day is not None and day < today else ""


def _late(day: date | None, today: date) -> str:
    return _("overdue") if day is not None and day < today else ""
