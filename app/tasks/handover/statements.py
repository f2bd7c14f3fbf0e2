"""The questions about a colleague's desk and about handovers in SQL, each built once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Select,
    String,
    and_,
    bindparam,
    exists,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
)

from app.tasks.rules import TaskState
from app.visiting.rules import VisitStatus
from db.access import NOW, PersonAccess, is_known_to_me, is_listed, is_readable_note
from db.base import Key
from db.journal import Note
from db.people import Person
from db.tasks import Handover, HandoverItem, Task
from db.visiting import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import InstrumentedAttribute

_FROM = bindparam("from_who", type_=String())
_TO = bindparam("to_who", type_=String())
_OPEN = Task.state == TaskState.OPEN.value
_TASK_PERSON = cast("InstrumentedAttribute[UUID]", Task.person_id)
_KNOWN_TASK = or_(_TASK_PERSON.is_(None), is_known_to_me(_TASK_PERSON))

_OTHER_KNOWS = exists().where(
    PersonAccess.person_id == Person.id,
    PersonAccess.who == _TO,
    PersonAccess.valid_from <= NOW,
    or_(PersonAccess.valid_until.is_(None), PersonAccess.valid_until > NOW),
)
_CLOSED_TO_OTHER = func.coalesce(and_(Person.is_restricted == true(), not_(_OTHER_KNOWS)), False)


def _pieces(
    record: type[Task | Note | Person | Visit], title: ColumnElement[Any], on: ColumnElement[Any]
) -> Select[*tuple[Any, ...]]:
    return select(
        record.id,
        record.version,
        title.label("title"),
        Person.id.label("person_id"),
        Person.given_name,
        Person.family_name,
        on.label("on"),
        _CLOSED_TO_OTHER.label("is_closed"),
    )


_NO_TITLE = literal("", String())
_task_columns = (Task, cast("ColumnElement[Any]", Task.title))
_tasks = _pieces(*_task_columns, cast("ColumnElement[Any]", Task.due_on)).join_from(
    Task, Person, Task.person_id == Person.id, isouter=True
)
TASKS = _tasks.where(_OPEN, Task.assignee == _FROM, _KNOWN_TASK).order_by(
    Task.due_on.is_(None), Task.due_on, Task.title, Task.id
)

_reviews = _pieces(*_task_columns, cast("ColumnElement[Any]", Task.review_on)).join_from(
    Task, Person, Task.person_id == Person.id, isouter=True
)
REVIEWS = _reviews.where(_OPEN, Task.reviewer == _FROM, _KNOWN_TASK).order_by(
    Task.review_on, Task.title, Task.id
)

FOLLOW_UPS = (
    _pieces(Note, _NO_TITLE, cast("ColumnElement[Any]", Note.follow_up_due))
    .join_from(Note, Person, Note.person_id == Person.id)
    .where(Note.follow_up == "open", Note.follow_up_for == _FROM, is_readable_note())
    .order_by(Note.follow_up_due.is_(None), Note.follow_up_due, Note.serial)
)

PEOPLE = (
    _pieces(Person, _NO_TITLE, null())
    .where(Person.responsible == _FROM, is_listed(Person.id))
    .order_by(Person.sort_key_de, Person.id)
)

VISITS = (
    _pieces(Visit, _NO_TITLE, cast("ColumnElement[Any]", Visit.planned_start))
    .join_from(Visit, Person, Visit.client_id == Person.id)
    .where(
        Visit.visitor == _FROM,
        Visit.planned_start >= bindparam("now", type_=DateTime()),
        Visit.status == VisitStatus.PLANNED.value,
        is_known_to_me(Visit.client_id),
    )
    .order_by(Visit.planned_start, Visit.id)
)

_counted = (
    select(func.count())
    .select_from(HandoverItem)
    .where(HandoverItem.handover_id == Handover.id)
    .scalar_subquery()
)
_handovers = select(
    Handover.id,
    Handover.at,
    Handover.by,
    Handover.from_who,
    Handover.to_who,
    Handover.reason,
    _counted.label("pieces"),
)
HANDOVERS = _handovers.order_by(Handover.at.desc(), Handover.id).limit(bindparam("limit"))
HANDOVER = _handovers.where(Handover.id == bindparam("handover_id", type_=Key()))

ITEMS = (
    select(HandoverItem.task_id, HandoverItem.person_id, HandoverItem.note)
    .where(HandoverItem.handover_id == bindparam("handover_id", type_=Key()))
    .order_by(HandoverItem.note, HandoverItem.id)
)

_HANDED_PEOPLE = select(HandoverItem.person_id).where(
    HandoverItem.handover_id == bindparam("handover_id", type_=Key()),
    HandoverItem.person_id.is_not(None),
)
_HANDED_TASKS = select(HandoverItem.task_id).where(
    HandoverItem.handover_id == bindparam("handover_id", type_=Key()),
    HandoverItem.task_id.is_not(None),
)
PAPER_PEOPLE = (
    select(
        Person.id,
        Person.given_name,
        Person.family_name,
        Person.phone,
        Person.mobile,
        Person.country,
        Person.hint,
        Person.address_protected,
    )
    .where(Person.id.in_(_HANDED_PEOPLE), is_known_to_me(Person.id))
    .order_by(Person.sort_key_de, Person.id)
)
PAPER_TASKS = (
    select(
        Task.title,
        Task.person_id,
        Task.assignee,
        Task.due_on,
        Task.reviewer,
        Task.review_on,
    )
    .where(
        _OPEN,
        _KNOWN_TASK,
        or_(Task.id.in_(_HANDED_TASKS), Task.person_id.in_(_HANDED_PEOPLE)),
    )
    .order_by(Task.due_on.is_(None), Task.due_on, Task.title, Task.id)
)
PAPER_FOLLOW_UPS = (
    select(Note.person_id, Note.follow_up_due, Note.happened_at, Note.author)
    .where(
        Note.follow_up == "open",
        Note.follow_up_for == _TO,
        Note.person_id.in_(_HANDED_PEOPLE),
        is_readable_note(),
    )
    .order_by(Note.follow_up_due.is_(None), Note.follow_up_due, Note.serial)
)
PAPER_VISITS = (
    select(Visit.client_id, Visit.planned_start, Visit.planned_end, Visit.visitor)
    .where(
        Visit.client_id.in_(_HANDED_PEOPLE),
        Visit.planned_start >= bindparam("now", type_=DateTime()),
        Visit.planned_start < bindparam("until", type_=DateTime()),
        Visit.status == VisitStatus.PLANNED.value,
        is_known_to_me(Visit.client_id),
    )
    .order_by(Visit.planned_start, Visit.id)
)
