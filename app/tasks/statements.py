"""The questions about tasks in SQL, each built once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Date, Select, String, and_, bindparam, func, or_, select, union
from sqlalchemy.orm import aliased

from app.tasks.rules import TaskState
from db.access import Member, cards_of, is_known_to_me
from db.base import Key
from db.people import Person
from db.tasks import Task

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import CTE, ColumnElement, ScalarSelect
    from sqlalchemy.orm import InstrumentedAttribute

_OPEN = Task.state == TaskState.OPEN.value
# Not to be looked up by: the hidden people are found first, then their few tasks.
_IS_OPEN_TOO = func.coalesce(Task.state, "") == TaskState.OPEN.value
_MINE = Task.assignee == bindparam("who", type_=String())
_TODAY = bindparam("today", type_=Date())
_FOR_ME_TO_REVIEW = and_(
    Task.reviewer == bindparam("who", type_=String()), Task.review_on <= _TODAY
)
_PERSON = cast("InstrumentedAttribute[UUID]", Task.person_id)
_IS_KNOWN = or_(_PERSON.is_(None), is_known_to_me(_PERSON))
_IS_HIDDEN = ~is_known_to_me(_PERSON)
_COLLEAGUE = bindparam("colleague", type_=String())

TASK_COLUMNS = (
    Task.id,
    Task.version,
    Task.title,
    Task.person_id,
    Person.given_name,
    Person.family_name,
    Task.assignee,
    Task.due_on,
    Task.reviewer,
    Task.review_on,
    Task.repeats,
    Task.state,
    Task.done_at,
)
"""What is selected for a `TaskRow`, in the order in which it is read."""

_TASKS = (
    select(*TASK_COLUMNS)
    .join_from(Task, Person, Task.person_id == Person.id, isouter=True)
    .where(_IS_KNOWN)
)
_BY_DAY = (Task.due_on.is_(None), Task.due_on, Task.title, Task.id)


def _first(statement: Select[*tuple[Any, ...]], *order: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - any column
    return statement.order_by(*order).limit(bindparam("limit"))


def _listed(*of: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return _first(_TASKS.where(_OPEN, *of), *_BY_DAY)


def _dated(*of: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Answer the first tasks of which each has a day: the index has them in this order."""
    return _first(_TASKS.where(_OPEN, *of), Task.due_on, Task.title, Task.id)


MINE = _listed(_MINE)
OPEN = _listed()
OPEN_OF = _listed(Task.assignee == _COLLEAGUE)
OVERDUE = _dated(Task.due_on < _TODAY)
OVERDUE_OF = _dated(Task.due_on < _TODAY, Task.assignee == _COLLEAGUE)
TO_REVIEW = _first(_TASKS.where(_OPEN, _FOR_ME_TO_REVIEW), Task.review_on, Task.title, Task.id)

_closed = _TASKS.where(Task.state.in_([TaskState.DONE.value, TaskState.DROPPED.value]))
CLOSED = _first(_closed, Task.done_at.desc(), Task.id)
CLOSED_OF = _first(_closed.where(Task.assignee == _COLLEAGUE), Task.done_at.desc(), Task.id)

MY_DUE = _dated(_MINE, Task.due_on <= _TODAY)

OF_PERSON = _TASKS.where(
    Task.person_id.in_(cards_of(bindparam("person_id", type_=Key())))
).order_by(Task.state != TaskState.OPEN.value, *_BY_DAY)

DETAILS = _TASKS.add_columns(
    Task.note,
    Task.result,
    Task.done_by,
    Task.created_at,
    Task.created_by,
    Person.phone,
    Person.mobile,
    Person.country,
    Person.hint,
).where(Task.id == bindparam("task_id", type_=Key()))


def _count(*of: ColumnElement[bool]) -> ColumnElement[int]:
    """Count open tasks from an index alone: all of them, less the few about hidden people."""

    def counted(*more: ColumnElement[bool]) -> ScalarSelect[int]:
        return select(func.count()).select_from(Task).where(*of, *more).scalar_subquery()

    return counted(_OPEN) - counted(_IS_HIDDEN, _IS_OPEN_TOO)


COUNTS = select(
    _count(_MINE).label("mine"),
    _count(_FOR_ME_TO_REVIEW).label("to_review"),
    _count().label("open"),
    _count(Task.due_on < _TODAY).label("overdue"),
)
DUE_COUNTS = select(
    _count(_MINE, Task.due_on <= _TODAY).label("due"),
    _count(_FOR_ME_TO_REVIEW).label("to_review"),
)

AHEAD = (
    select(Task.due_on, func.count())
    .where(_OPEN, _MINE, Task.due_on > _TODAY, Task.due_on <= bindparam("last", type_=Date()))
    .where(_IS_KNOWN)
    .group_by(Task.due_on)
)

HITS = _first(
    select(Task.id, Task.title, Person.given_name, Person.family_name, Task.due_on)
    .join_from(Task, Person, Task.person_id == Person.id, isouter=True)
    .where(_OPEN, _MINE, _IS_KNOWN),
    *_BY_DAY,
)

FROM_ORIGIN = _TASKS.where(
    Task.origin == bindparam("origin", type_=String()),
    Task.origin_id == bindparam("origin_id", type_=Key()),
).order_by(*_BY_DAY)

IS_KNOWN = select(Person.id, Person.given_name, Person.family_name).where(
    Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id)
)


def _each(name: InstrumentedAttribute[str], table: type[Task | Person]) -> CTE:
    """Skip along an index from each name to the next, instead of reading every row."""
    later = aliased(table)
    after_name = getattr(later, name.key)
    is_open = [_OPEN] if table is Task else []
    is_later_open = [later.state == TaskState.OPEN.value] if table is Task else []  # type: ignore[union-attr]  # a task has a state
    first = select(func.min(name).label("name")).where(*is_open, name > "")
    names = first.cte(f"each_{name.key}", recursive=True)
    following = select(func.min(after_name)).where(*is_later_open, after_name > names.c.name)
    return names.union_all(select(following.scalar_subquery()).where(names.c.name.is_not(None)))


_assignees = _each(Task.assignee, Task)
_responsible = _each(Person.responsible, Person)
COLLEAGUES = union(
    select(Member.name.label("name")).where(Member.is_active),
    select(_assignees.c.name).where(_assignees.c.name.is_not(None)),
    select(_responsible.c.name).where(_responsible.c.name.is_not(None)),
)
