"""How tasks are said on screens: when they are due, what became of them, how they repeat."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.tasks.rules import Repeat, TaskState
from resources.text import _, ngettext
from ui import formats

if TYPE_CHECKING:
    from datetime import date

    from app.tasks.rows import TaskRow

_TONES = {TaskState.DONE: "done", TaskState.DROPPED: "quiet"}
_ICONS = {TaskState.DONE: "done", TaskState.DROPPED: "cancelled"}


def is_overdue(task: TaskRow, today: date) -> bool:
    """Answer whether a task is still open after its day."""
    return task.state is TaskState.OPEN and task.due_on is not None and task.due_on < today


def day_words(day: date, today: date) -> str:
    """Answer a near day as people say it: "Today", "Tomorrow", "Fri 27 Nov", then with year."""
    if day == today:
        return _("Today")
    if day == today + timedelta(days=1):
        return _("Tomorrow")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    if day.year == today.year:
        return formats.show_short_date(day)
    return formats.show_day(day)


def due_words(task: TaskRow, today: date) -> str:
    """Answer when a task is due, or when it was closed."""
    if task.state is not TaskState.OPEN and task.done_at is not None:
        return day_words(task.done_at.astimezone().date(), today)
    return _("No date") if task.due_on is None else day_words(task.due_on, today)


def state_words(task: TaskRow, today: date) -> str:
    """Answer what a task's day means: "3 days overdue", "Done"; "" while there is time."""
    if task.state is not TaskState.OPEN:
        return _(task.state.label)
    if task.due_on is not None and task.due_on < today:
        late = (today - task.due_on).days
        return ngettext("{count} day overdue", "{count} days overdue", late)
    return ""


def tone(task: TaskRow, today: date) -> str:
    """Answer the tone that goes with a task's day."""
    if task.state is not TaskState.OPEN:
        return _TONES[task.state]
    if is_overdue(task, today):
        return "attention"
    return "primary" if task.due_on == today else ""


def icon(task: TaskRow, today: date) -> str:
    """Answer the icon that goes with it, so that colour is not alone."""
    if task.state is not TaskState.OPEN:
        return _ICONS[task.state]
    if is_overdue(task, today):
        return "warning"
    return "calendar" if task.due_on is not None else "dot"


def repeat_words(task: TaskRow) -> str:
    """Answer how a task repeats; "" for one that is done once."""
    repeat = task.rhythm.repeat
    return "" if repeat is Repeat.NEVER else _(repeat.label)


def about_words(task: TaskRow) -> str:
    """Answer whom a task is about, who does it and how it repeats, as the quiet second line."""
    return " · ".join(filter(None, (task.person_name, task.assignee, repeat_words(task))))


def review_words(task: TaskRow, today: date) -> str:
    """Answer who looks at a task again and when; "" where nobody does."""
    if task.review_on is None:
        return ""
    day = day_words(task.review_on, today)
    return _("{name}, {day}").format(name=task.reviewer, day=day)
