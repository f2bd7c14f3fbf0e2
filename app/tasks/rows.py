"""What screens are told about tasks: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.tasks.rules import Rhythm, TaskState


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in a list."""

    id: UUID
    version: int
    title: str
    person_id: UUID | None
    person_name: str
    """"" for a task that is about nobody."""
    assignee: str
    due_on: date | None
    reviewer: str
    review_on: date | None
    rhythm: Rhythm
    state: TaskState
    done_at: datetime | None
    """When it was done or dropped (aware, UTC)."""


@dataclass(frozen=True, slots=True)
class TaskDetails:
    """Everything about one task."""

    task: TaskRow
    note: str
    result: str
    """How it was done, or why it was dropped."""
    done_by: str
    created_at: datetime
    created_by: str
    phone: str
    """Number of the person it is about, to call at once; "" without one."""
    hint: str
    """What nobody may miss about that person."""


@dataclass(frozen=True, slots=True)
class TaskList:
    """The first tasks of a list, and how many there are of each kind."""

    tasks: tuple[TaskRow, ...]
    counts: TaskCounts
    is_cut: bool
    """Whether there are more than were asked for."""


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """How many open tasks there are."""

    mine: int
    to_review: int
    """Reviews that are due for the person who asks."""
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class SavedTask:
    """Which task an act saved, and the version it has now: what an undo needs."""

    id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class FinishedTask:
    """A task that was done, and when it comes again."""

    id: UUID
    version: int
    again_on: date | None
    """Due day of the next one; None for a task that was done once."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to do a task that was read in a version."""

    id: UUID
    version: int
    who: str


@dataclass(frozen=True, slots=True)
class DueTasks:
    """What My day shows of tasks."""

    due: tuple[TaskRow, ...]
    """The first of the person's tasks that are due today or overdue; `due_count` counts all."""
    due_count: int
    reviews: tuple[TaskRow, ...]
    """The first of the reviews that are due; `review_count` counts all."""
    review_count: int
    ahead: dict[date, int]
    """How many of the person's tasks are due on each of the next days; empty days are missing."""


@dataclass(frozen=True, slots=True)
class TaskHit:
    """An open task for the search of the top bar."""

    id: UUID
    title: str
    person_name: str
    due_on: date | None
