"""The questions about tasks in SQL, each built once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Select, String, and_, bindparam, func, or_, select, union

from app.tasks.rules import TaskState
from db.access import Member, cards_of, is_hidden_from_me, is_known_to_me
from db.base import Key
from db.people import Person
from db.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import CTE, ColumnElement, FromClause, ScalarSelect

# The tables and not their classes: a statement that goes through the mapper compiles slowly.
_TASK, _WHOM, _MEMBER = Task.__table__, Person.__table__, Member.__table__

_OPEN = _TASK.c.state == TaskState.OPEN.value
# Not to be looked up by: the hidden people are found first, then their few tasks.
_IS_OPEN_TOO = func.coalesce(_TASK.c.state, "") == TaskState.OPEN.value
_MINE = _TASK.c.assignee == bindparam("who", type_=String())
_TODAY = bindparam("today", type_=Date())
_FOR_ME_TO_REVIEW = and_(
    _TASK.c.reviewer == bindparam("who", type_=String()), _TASK.c.review_on <= _TODAY
)
_IS_KNOWN = or_(_TASK.c.person_id.is_(None), is_known_to_me(_TASK.c.person_id))
_IS_HIDDEN = is_hidden_from_me(_TASK.c.person_id)
_COLLEAGUE = bindparam("colleague", type_=String())

TASK_COLUMNS = (
    _TASK.c.id,
    _TASK.c.version,
    _TASK.c.title,
    _TASK.c.person_id,
    _WHOM.c.given_name,
    _WHOM.c.family_name,
    _TASK.c.assignee,
    _TASK.c.due_on,
    _TASK.c.reviewer,
    _TASK.c.review_on,
    _TASK.c.repeats,
    _TASK.c.state,
    _TASK.c.done_at,
)
"""What is selected for a `TaskRow`, in the order in which it is read."""

_TASKS = (
    select(*TASK_COLUMNS)
    .join_from(_TASK, _WHOM, _TASK.c.person_id == _WHOM.c.id, isouter=True)
    .where(_IS_KNOWN)
)
_BY_DAY = (_TASK.c.due_on.is_(None), _TASK.c.due_on, _TASK.c.title, _TASK.c.id)


def _first(statement: Select[*tuple[Any, ...]], *order: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - any column
    return statement.order_by(*order).limit(bindparam("limit"))


def _listed(*of: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return _first(_TASKS.where(_OPEN, *of), *_BY_DAY)


def _dated(*of: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Answer the first tasks of which each has a day: the index has them in this order."""
    return _first(_TASKS.where(_OPEN, *of), _TASK.c.due_on, _TASK.c.title, _TASK.c.id)


MINE = _listed(_MINE)
OPEN = _listed()
OPEN_OF = _listed(_TASK.c.assignee == _COLLEAGUE)
OVERDUE = _dated(_TASK.c.due_on < _TODAY)
OVERDUE_OF = _dated(_TASK.c.due_on < _TODAY, _TASK.c.assignee == _COLLEAGUE)
TO_REVIEW = _first(
    _TASKS.where(_OPEN, _FOR_ME_TO_REVIEW), _TASK.c.review_on, _TASK.c.title, _TASK.c.id
)

_closed = _TASKS.where(_TASK.c.state.in_([TaskState.DONE.value, TaskState.DROPPED.value]))
CLOSED = _first(_closed, _TASK.c.done_at.desc(), _TASK.c.id)
CLOSED_OF = _first(
    _closed.where(_TASK.c.assignee == _COLLEAGUE), _TASK.c.done_at.desc(), _TASK.c.id
)

MY_DUE = _dated(_MINE, _TASK.c.due_on <= _TODAY)

OF_PERSON = _TASKS.where(
    _TASK.c.person_id.in_(cards_of(bindparam("person_id", type_=Key())))
).order_by(_TASK.c.state != TaskState.OPEN.value, *_BY_DAY)

DETAILS = _TASKS.add_columns(
    _TASK.c.note,
    _TASK.c.result,
    _TASK.c.done_by,
    _TASK.c.created_at,
    _TASK.c.created_by,
    _WHOM.c.phone,
    _WHOM.c.mobile,
    _WHOM.c.country,
    _WHOM.c.hint,
).where(_TASK.c.id == bindparam("task_id", type_=Key()))


def _count(*of: ColumnElement[bool]) -> ColumnElement[int]:
    """Count open tasks from an index alone: all of them, less the few about hidden people."""

    def counted(*more: ColumnElement[bool]) -> ScalarSelect[int]:
        return select(func.count()).select_from(_TASK).where(*of, *more).scalar_subquery()

    return counted(_OPEN) - counted(_IS_HIDDEN, _IS_OPEN_TOO)


COUNTS = select(
    _count(_MINE).label("mine"),
    _count(_FOR_ME_TO_REVIEW).label("to_review"),
    _count().label("open"),
    _count(_TASK.c.due_on < _TODAY).label("overdue"),
)
DUE_COUNTS = select(
    _count(_MINE, _TASK.c.due_on <= _TODAY).label("due"),
    _count(_FOR_ME_TO_REVIEW).label("to_review"),
)

AHEAD = (
    select(_TASK.c.due_on, func.count())
    .where(_OPEN, _MINE, _TASK.c.due_on > _TODAY, _TASK.c.due_on <= bindparam("last", type_=Date()))
    .where(_IS_KNOWN)
    .group_by(_TASK.c.due_on)
)

HITS = _first(
    select(_TASK.c.id, _TASK.c.title, _WHOM.c.given_name, _WHOM.c.family_name, _TASK.c.due_on)
    .join_from(_TASK, _WHOM, _TASK.c.person_id == _WHOM.c.id, isouter=True)
    .where(_OPEN, _MINE, _IS_KNOWN),
    *_BY_DAY,
)

FROM_ORIGIN = _TASKS.where(
    _TASK.c.origin == bindparam("origin", type_=String()),
    _TASK.c.origin_id == bindparam("origin_id", type_=Key()),
).order_by(*_BY_DAY)

IS_KNOWN = select(_WHOM.c.id, _WHOM.c.given_name, _WHOM.c.family_name).where(
    _WHOM.c.id == bindparam("person_id", type_=Key()), is_known_to_me(_WHOM.c.id)
)


def _each(table: FromClause, name: str, *of: Callable[[FromClause], ColumnElement[bool]]) -> CTE:
    """Skip along an index from each name to the next, instead of reading every row."""
    later = table.alias()
    column, after_name = table.c[name], later.c[name]
    first = select(func.min(column).label("name")).where(*(has(table) for has in of), column > "")
    names = first.cte(f"each_{name}", recursive=True)
    following = select(func.min(after_name)).where(
        *(has(later) for has in of), after_name > names.c.name
    )
    return names.union_all(select(following.scalar_subquery()).where(names.c.name.is_not(None)))


def _is_open(table: FromClause) -> ColumnElement[bool]:
    return table.c.state == TaskState.OPEN.value


_assignees = _each(_TASK, "assignee", _is_open)
_responsible = _each(_WHOM, "responsible")
COLLEAGUES = union(
    select(_MEMBER.c.name.label("name")).where(_MEMBER.c.is_active),
    select(_assignees.c.name).where(_assignees.c.name.is_not(None)),
    select(_responsible.c.name).where(_responsible.c.name.is_not(None)),
)
