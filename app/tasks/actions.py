"""What can be done with tasks: write, change, do, drop, reopen, review, give to others."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4, uuid5

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.tasks.listeners import ClosedTask, tell
from app.tasks.rows import Assignment, FinishedTask, SavedTask
from app.tasks.rules import (
    TaskState,
    TaskValues,
    check_drop,
    check_result,
    check_task,
    next_due,
    read_rhythm,
    rhythm_of,
)
from app.tasks.statements import IS_KNOWN
from app.text_rules import MISSING, is_blank
from db.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.office import Act

TASK_FORM = "task"
"""Draft name of the form that changes a task; its subject is the task."""
NEW_TASK_FORM = "task_new"
"""Draft name of the form of a new task; its subject is a person or ""."""

TASK_IS_GONE = N_("This task no longer exists.")
PERSON_IS_GONE = N_("This person is no longer in the office. Please choose another one.")
NOT_OPEN = N_("This task is closed already. Reopen it first.")
NOT_CLOSED = N_("This task is open already.")
NO_REVIEW = N_("There is no day on which this task is to be looked at.")


def add_task(act: Act, task_id: UUID, values: TaskValues, draft: str = "") -> UUID:
    """Write a task under an id that the form made, so that a double click writes one.

    `draft` is the subject of the form's draft, dropped in the same transaction. Raises
    `Refused` for values that break a rule.
    """
    discard_draft(act, NEW_TASK_FORM, draft)
    if act.session.get(Task, task_id) is None:
        _add(act, task_id, values)
    return task_id


def open_task(act: Act, values: TaskValues, origin: str, origin_id: UUID) -> UUID:
    """Write a task that comes from a record of another feature, and answer its id.

    Other actions call this in their own transaction; `app.tasks.listeners` tells the feature
    `origin` what becomes of it. Raises `Refused` for values that break a rule.
    """
    return _add(act, uuid4(), values, origin, origin_id).id


def change_task(act: Act, task_id: UUID, version: int, values: TaskValues) -> SavedTask:
    """Change what an open task says; answer it with its new version.

    Raises `Refused` for values that break a rule or a closed task, `Conflict` when the task
    changed meanwhile.
    """
    task = _opened(act, task_id, version)
    _need_open(task)
    _fill(act, task, values)
    discard_draft(act, TASK_FORM, str(task_id))
    return _changed(act, task)


def finish_task(act: Act, task_id: UUID, version: int, result: str = "") -> FinishedTask:
    """Say that a task is done; one that repeats comes again by its rhythm.

    Raises `Refused` for words that cannot be kept or a closed task, `Conflict` when the task
    changed meanwhile.
    """
    task = _opened(act, task_id, version)
    _need_open(task)
    _refuse(*check_result(result))
    _close(act, task, TaskState.DONE, result)
    saved = _changed(act, task)
    return FinishedTask(saved.id, saved.version, _begin_again(act, task))


def drop_task(act: Act, task_id: UUID, version: int, reason: str) -> SavedTask:
    """Say why a task is not needed any more; it does not come again.

    Raises `Refused` without a reason or for a closed task, `Conflict` when the task changed
    meanwhile.
    """
    task = _opened(act, task_id, version)
    _need_open(task)
    _refuse(*check_drop(reason))
    _close(act, task, TaskState.DROPPED, reason)
    return _changed(act, task)


def reopen_task(act: Act, task_id: UUID, version: int) -> SavedTask:
    """Take back that a task is done or dropped; its untouched follower goes with that.

    Raises `Refused` when it is open, `Conflict` when it changed meanwhile.
    """
    task = _opened(act, task_id, version)
    if task.state == TaskState.OPEN.value:
        raise Refused(Problem(NOT_CLOSED))
    follower = act.session.get(Task, _follower_of(task_id))
    if follower is not None and follower.version == 1:
        act.session.delete(follower)
    task.state, task.done_at, task.done_by = TaskState.OPEN.value, None, ""
    _tell(act, task)
    return _changed(act, task)


def review_task(act: Act, task_id: UUID, version: int, again_on: date | None = None) -> SavedTask:
    """Say that an open task was looked at, and perhaps on which day again.

    Raises `Refused` for a day out of reach or a task without a review, `Conflict` when it
    changed meanwhile.
    """
    task = _opened(act, task_id, version)
    _need_open(task)
    if task.review_on is None:
        raise Refused(Problem(NO_REVIEW))
    values = TaskValues(task.title, task.assignee, reviewer=task.reviewer, review_on=again_on)
    if again_on is not None:
        _refuse(*check_task(values, today=act.local_now.date()))
    else:
        task.reviewer = ""
    task.review_on = again_on
    return _changed(act, task)


def assign_tasks(act: Act, assignments: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """Give open tasks to others, all or none; answer how to give them back.

    Raises `Refused` for a closed task or a missing name, `Conflict` when one changed meanwhile.
    """
    before = []
    for assignment in assignments:
        who = assignment.who.strip()
        if is_blank(who):
            raise Refused(Problem(MISSING, "assignee"))
        task = _opened(act, assignment.id, assignment.version)
        _need_open(task)
        values = TaskValues(task.title, who)
        _refuse(*check_task(values, today=act.local_now.date()))
        had, task.assignee = task.assignee, who
        saved = _changed(act, task)
        before.append(Assignment(saved.id, saved.version, had))
    return tuple(before)


def _add(
    act: Act, task_id: UUID, values: TaskValues, origin: str = "", origin_id: UUID | None = None
) -> Task:
    task = Task(
        id=task_id,
        created_at=act.now,
        created_by=act.who,
        repeats="",
        origin=origin,
        origin_id=origin_id,
    )
    _fill(act, task, values)
    act.session.add(task)
    act.session.flush()
    act.touch("tasks", task_id)
    return task


def _fill(act: Act, task: Task, values: TaskValues) -> None:
    _refuse(*check_task(values, today=act.local_now.date()))
    if values.person_id is not None and not _is_known(act, values.person_id):
        raise Refused(Problem(PERSON_IS_GONE, "person_id"))
    rhythm = rhythm_of(values.repeat, values.due_on)
    # A task whose due day was not touched keeps the day of the month it began with.
    kept = task.due_on == values.due_on and read_rhythm(task.repeats).repeat is values.repeat
    if not kept:
        task.repeats = rhythm.written()
    task.title, task.note = values.title.strip(), values.note
    task.person_id = values.person_id
    task.assignee, task.due_on = values.assignee.strip(), values.due_on
    task.reviewer, task.review_on = values.reviewer.strip(), values.review_on


def _close(act: Act, task: Task, state: TaskState, result: str) -> None:
    task.state, task.result = state.value, result.strip()
    task.done_at, task.done_by = act.now, act.who
    _tell(act, task)


def _tell(act: Act, task: Task) -> None:
    if task.origin_id is not None:
        closed = ClosedTask(task.id, task.origin_id, TaskState(task.state), task.result)
        tell(act, task.origin, closed)


def _begin_again(act: Act, task: Task) -> date | None:
    """Write the next task of a rhythm, once; answer its due day."""
    if task.due_on is None:
        return None
    again_on = next_due(read_rhythm(task.repeats), task.due_on, act.local_now.date())
    if again_on is None:
        return None
    next_id = _follower_of(task.id)
    if act.session.get(Task, next_id) is None:
        act.session.add(_follower(act, task, next_id, again_on))
        act.touch("tasks", next_id)
    return again_on


def _follower(act: Act, task: Task, task_id: UUID, due_on: date) -> Task:
    """Answer the same task for its next day; a review keeps its distance from the due day."""
    review_on = None
    if task.review_on is not None and task.due_on is not None:
        review_on = due_on + (task.review_on - task.due_on)
    return Task(
        id=task_id,
        title=task.title,
        note=task.note,
        person_id=task.person_id,
        assignee=task.assignee,
        due_on=due_on,
        reviewer=task.reviewer if review_on else "",
        review_on=review_on,
        repeats=task.repeats,
        created_at=act.now,
        created_by=act.who,
        origin=task.origin,
        origin_id=task.origin_id,
    )


def _follower_of(task_id: UUID) -> UUID:
    """Answer the id of the task that comes after one: always the same, so there is only one."""
    return uuid5(task_id, "next")


def _opened(act: Act, task_id: UUID, version: int) -> Task:
    """Answer the task that a form was opened with, or raise when it changed or is gone."""
    task = act.session.get(Task, task_id)
    if task is None or (task.person_id is not None and not _is_known(act, task.person_id)):
        raise Refused(Problem(TASK_IS_GONE))
    if task.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return task


def _is_known(act: Act, person_id: UUID) -> bool:
    return act.session.scalar(IS_KNOWN, {"person_id": person_id}) is not None


def _need_open(task: Task) -> None:
    if task.state != TaskState.OPEN.value:
        raise Refused(Problem(NOT_OPEN))


def _changed(act: Act, task: Task) -> SavedTask:
    act.touch("tasks", task.id)
    act.session.flush()
    return SavedTask(task.id, task.version)


def _refuse(*problems: Problem) -> None:
    if problems:
        raise Refused(*problems)
