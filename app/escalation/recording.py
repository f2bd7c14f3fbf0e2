"""Recording a visit with what follows from it: a task for what was noticed, a concern."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4, uuid5

from sqlalchemy import select

from app.errors import Problem, Refused
from app.escalation.actions import open_escalation
from app.escalation.rules import Cause
from app.expenses.actions import submit_expense
from app.expenses.rules import ExpenseDetails, Spent
from app.tasks.actions import open_task
from app.tasks.rules import TaskValues
from app.text_rules import NAME_LENGTH
from app.visiting.actions import record_visit
from app.visiting.observing import observations
from app.visiting.recording import who_answers
from app.visiting.rules import NotHeldReason, severest
from db.escalation import Escalation
from db.visiting import Visit, VisitFlag

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Select

    from app.office import Act
    from app.visiting.rules import VisitRecord


@dataclass(frozen=True, slots=True)
class VisitClaim:
    """What the visitor claims with the record."""

    kilometres: bool = False
    """Whether the kilometres of the record are claimed."""
    amount: int | None = None
    """Cents that were spent besides."""
    purpose: str = ""
    """What for."""


NO_CLAIM = VisitClaim()
_CLAIMED_AS = MappingProxyType({"amount": "claim_amount", "purpose": "claim_purpose"})
"""Fields of a claim beside which its problems stand in the record; else the kilometres."""


@dataclass(frozen=True, slots=True)
class RecordedVisit:
    """A visit that was recorded, and what follows from it."""

    id: UUID
    version: int
    concern_id: UUID | None = None
    """The concern that was begun because nobody opened the door."""
    due_on: date | None = None
    """By when what was noticed is followed up; None without a new task."""
    assignee: str = ""


def record_and_follow(
    act: Act,
    visit_id: UUID,
    version: int,
    record: VisitRecord,
    follow_up: str = "",
    claim: VisitClaim = NO_CLAIM,
) -> RecordedVisit:
    """Say how a visit went; open a task for what was noticed, and a concern for a closed door.

    `follow_up` is the title of that task. What is claimed is submitted with it, once for each
    visit. Raises `Refused` and `Conflict` as recording and submitting do.
    """
    noticed = set(act.session.scalars(_flags_of(visit_id)))
    saved = record_visit(act, visit_id, version, record)
    visit = act.session.get_one(Visit, visit_id)
    new = tuple(code for code in record.flags if code not in noticed)
    due_on, assignee = _follow_flags(act, visit, new, follow_up) if new else (None, "")
    _submit(act, visit, claim)
    concern_id = _follow_door(act, visit)
    return RecordedVisit(saved.id, saved.version, concern_id, due_on, assignee)


def _follow_flags(
    act: Act, visit: Visit, flags: tuple[str, ...], title: str
) -> tuple[date | None, str]:
    """Open one task for what was newly noticed, due by the most serious; answer day and who."""
    today = act.local_now.date()
    known = observations()
    severity = severest(known.severity_of(code, today) for code in flags)
    if severity is None:
        return None, ""
    due_on = known.due_on(severity, today)
    assignee = who_answers(act.session.connection(), visit.id) or act.who
    values = TaskValues(
        title=title[:NAME_LENGTH],
        assignee=assignee,
        person_id=visit.client_id,
        due_on=due_on,
        note=visit.note,
    )
    open_task(act, values, "visiting", visit.id)
    return due_on, assignee


def _submit(act: Act, visit: Visit, claim: VisitClaim) -> None:
    """Submit what is claimed; correcting a record claims nothing a second time."""
    day = visit.planned_start.date()
    known = ExpenseDetails(visitor_id=visit.visitor_id, day=day, visit_id=visit.id)
    claims = (
        (claim.kilometres, replace(known, kilometres=visit.kilometres)),
        (
            claim.amount is not None,
            replace(known, what=Spent.OUTLAY, amount=claim.amount, purpose=claim.purpose),
        ),
    )
    for is_claimed, details in claims:
        if is_claimed:
            try:
                submit_expense(act, details, uuid5(visit.id, details.what))
            except Refused as refused:
                raise Refused(*map(_of_the_claim, refused.problems)) from refused


def _of_the_claim(problem: Problem) -> Problem:
    return replace(problem, field=_CLAIMED_AS.get(problem.field, "kilometres"))


def _follow_door(act: Act, visit: Visit) -> UUID | None:
    """Begin a concern where nobody opened, once for each visit; answer a new one."""
    if visit.not_held_reason != NotHeldReason.NO_ONE_OPENED.value:
        return None
    known = select(Escalation.id).where(Escalation.visit_id == visit.id)
    running = select(Escalation.id).where(
        Escalation.person_id == visit.client_id, Escalation.closed_at.is_(None)
    )
    if act.session.scalar(known) is not None or act.session.scalar(running) is not None:
        return None
    return open_escalation(act, uuid4(), visit.client_id, Cause.NO_ONE_OPENED, visit.id)


def _flags_of(visit_id: UUID) -> Select[str]:
    return select(VisitFlag.code).where(VisitFlag.visit_id == visit_id)
