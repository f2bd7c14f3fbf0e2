"""Asking about tasks: lists, one task, a person's tasks, what is due, who has work."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.tasks import statements as ask
from app.tasks.rows import DueTasks, TaskCounts, TaskDetails, TaskHit, TaskList, TaskRow
from app.tasks.rules import TaskState, read_rhythm
from app.text_rules import full_name

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Result, Select

MOST_LISTED = 500
"""Tasks that a list shows; beyond that one narrows it down."""
DUE_SHOWN = 8
"""Due tasks that My day lists; it counts them all."""
MOST_SOUGHT = 200
"""Own open tasks among which the search of the top bar looks."""


class Show(StrEnum):
    """Which tasks a list shows."""

    MINE = "mine"
    TO_REVIEW = "to_review"
    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"


_OF_ALL: dict[Show, Select[*tuple[Any, ...]]] = {
    Show.MINE: ask.MINE,
    Show.TO_REVIEW: ask.TO_REVIEW,
    Show.OPEN: ask.OPEN,
    Show.OVERDUE: ask.OVERDUE,
    Show.CLOSED: ask.CLOSED,
}
_OF_ONE: dict[Show, Select[*tuple[Any, ...]]] = {
    **_OF_ALL,
    Show.OPEN: ask.OPEN_OF,
    Show.OVERDUE: ask.OVERDUE_OF,
    Show.CLOSED: ask.CLOSED_OF,
}


def task_list(
    connection: Connection,
    show: Show,
    today: date,
    who: str,
    colleague: str = "",
    *,
    most: int = MOST_LISTED,
) -> TaskList:
    """Answer the first tasks of a kind, of one `colleague` or of all, and the counts of all."""
    statement = (_OF_ONE if colleague else _OF_ALL)[show]
    values = {"who": who, "today": today, "colleague": colleague, "limit": most + 1}
    found = _rows(connection.execute(statement, values))
    counts = TaskCounts(*connection.execute(ask.COUNTS, {"who": who, "today": today}).one())
    return TaskList(found[:most], counts, len(found) > most)


def task_details(connection: Connection, task_id: UUID) -> TaskDetails | None:
    """Answer everything about one task; None when it is gone or about a hidden person."""
    from app.clients.rules import show_phone  # noqa: PLC0415 - not on the way to the first page

    row = connection.execute(ask.DETAILS, {"task_id": task_id}).first()
    if row is None:
        return None
    return TaskDetails(
        task=_task_row(*row[: len(ask.TASK_COLUMNS)]),
        note=row.note,
        result=row.result,
        done_by=row.done_by,
        created_at=row.created_at,
        created_by=row.created_by,
        phone=show_phone(row.phone or row.mobile or "", row.country or "DE"),
        hint=row.hint or "",
    )


def tasks_of_person(connection: Connection, person_id: UUID) -> tuple[TaskRow, ...]:
    """Answer every task about a person, on whichever card it stands; the open ones first."""
    return _rows(connection.execute(ask.OF_PERSON, {"person_id": person_id}))


def tasks_from(connection: Connection, origin: str, origin_id: UUID) -> tuple[TaskRow, ...]:
    """Answer the tasks that a record of another feature opened."""
    return _rows(connection.execute(ask.FROM_ORIGIN, {"origin": origin, "origin_id": origin_id}))


def due_tasks(connection: Connection, today: date, who: str, days_ahead: int) -> DueTasks:
    """Answer what is due for a person today, and how much on each of the days after it."""
    now = {"who": who, "today": today}
    listed = now | {"limit": DUE_SHOWN}
    counts = connection.execute(ask.DUE_COUNTS, now).one()
    ahead = connection.execute(ask.AHEAD, now | {"last": today + timedelta(days=days_ahead)})
    return DueTasks(
        due=_rows(connection.execute(ask.MY_DUE, listed)),
        due_count=counts.due,
        reviews=_rows(connection.execute(ask.TO_REVIEW, listed)) if counts.to_review else (),
        review_count=counts.to_review,
        ahead={day: count for day, count in ahead if day is not None},
    )


def count_due_tasks(connection: Connection, today: date, who: str) -> int:
    """Count a person's tasks and reviews that are due today or overdue."""
    return sum(connection.execute(ask.DUE_COUNTS, {"who": who, "today": today}).one())


def person_of_task(connection: Connection, person_id: UUID) -> tuple[UUID, str] | None:
    """Answer whom a new task is about, by id and name; None where nobody may know."""
    row = connection.execute(ask.IS_KNOWN, {"person_id": person_id}).first()
    return None if row is None else (row.id, _person(row.given_name, row.family_name))


def open_tasks_to_seek(connection: Connection, who: str) -> tuple[TaskHit, ...]:
    """Answer a person's open tasks for the search of the top bar, what is due first before."""
    rows = connection.execute(ask.HITS, {"who": who, "limit": MOST_SOUGHT})
    return tuple(
        TaskHit(row.id, row.title, _person(row.given_name, row.family_name), row.due_on)
        for row in rows
    )


def known_colleagues(connection: Connection, who: str = "") -> tuple[str, ...]:
    """Answer the names of everybody who has work here, in the order of names.

    They are the members, who has an open task, who is in charge of somebody, and `who` asks.
    """
    names = {*connection.scalars(ask.COLLEAGUES), who} - {""}
    return tuple(sorted(names, key=sort_key_of))


def sort_key_of(name: str) -> str:
    """Answer by what a full name is sorted."""
    from app.clients.rules import sort_key  # noqa: PLC0415 - not on the way to the first page

    return sort_key("", name, "de")


def _rows(rows: Result[*tuple[Any, ...]]) -> tuple[TaskRow, ...]:
    return tuple([_task_row(*row) for row in rows.all()])


def _person(given: str | None, family: str | None) -> str:
    return "" if given is None else full_name(given, family or "")


def _task_row(  # noqa: PLR0913, PLR0917 - the columns of `statements.TASK_COLUMNS`, in order
    task_id: UUID,
    version: int,
    title: str,
    person_id: UUID | None,
    given: str | None,
    family: str | None,
    assignee: str,
    due_on: date | None,
    reviewer: str,
    review_on: date | None,
    repeats: str,
    state: str,
    done_at: Any,  # noqa: ANN401 - an instant or None
) -> TaskRow:
    return TaskRow(
        task_id,
        version,
        title,
        person_id,
        _person(given, family),
        assignee,
        due_on,
        reviewer,
        review_on,
        read_rhythm(repeats),
        TaskState(state),
        done_at,
    )
