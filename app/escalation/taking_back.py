"""Taking a record back with all that followed from it and that nobody has touched yet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid5

from sqlalchemy import select

from app.access.queries import my_role
from app.access.rules import Role
from app.escalation.rules import Ending
from app.expenses.actions import take_expense_back
from app.expenses.rules import ExpenseState, Spent
from app.tasks.actions import drop_task
from app.tasks.rules import TaskState
from app.visiting.actions import reopen_visit
from db.escalation import Escalation, EscalationStep
from db.expenses import Expense
from db.tasks import Task

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Select

    from app.office import Act
    from app.visiting.rows import SavedVisit


def take_record_back(act: Act, visit_id: UUID, version: int, reason: str) -> SavedVisit:
    """Take back that a visit was held or not held; answer it with its new version.

    A concern without a step ends as a mistake, an open task is dropped for the `reason`, what
    was claimed and is not decided yet is taken back. Raises as `reopen_visit` does.
    """
    saved = reopen_visit(act, visit_id, version)
    _end_concerns(act, visit_id, reason)
    for task in act.session.scalars(_tasks_of(act, visit_id)):
        drop_task(act, task.id, task.version, reason)
    for what in (Spent.KILOMETRES, Spent.OUTLAY):
        claim = act.session.get(Expense, uuid5(visit_id, what))
        if claim is not None and claim.state == ExpenseState.SUBMITTED:
            take_expense_back(act, claim.id, claim.version)
    return saved


def _end_concerns(act: Act, visit_id: UUID, reason: str) -> None:
    """End what nobody has begun to follow; a volunteer leaves that to the coordinator."""
    if my_role(act.session.connection()) is Role.VOLUNTEER:
        return
    untouched = select(Escalation).where(
        Escalation.visit_id == visit_id,
        Escalation.closed_at.is_(None),
        Escalation.id.not_in(select(EscalationStep.escalation_id)),
    )
    for row in act.session.scalars(untouched):
        row.closed_at, row.closed_by = act.now, act.who
        row.result, row.closing_note = Ending.MISTAKE.value, reason
        act.touch("escalation", row.id)


def _tasks_of(act: Act, visit_id: UUID) -> Select[Task]:
    return select(Task).where(
        Task.origin == "visiting",
        Task.origin_id == visit_id,
        Task.state == TaskState.OPEN.value,
        Task.created_by == act.who,
        Task.version == 1,
    )
