"""What can be done about concerns: begin one, note a step, close it, change the steps."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.access.queries import my_role
from app.access.rules import Role
from app.admin.office_settings import save_office_setting
from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.escalation.chains import chain_here, own_steps
from app.escalation.rows import SavedConcern
from app.escalation.rules import (
    Cause,
    Ending,
    StepResult,
    check_closing,
    check_step,
    check_steps,
    follow_up_day,
    is_said,
)
from app.office import CHANGED_MEANWHILE
from app.tasks.actions import open_task
from app.tasks.rules import TaskValues
from app.text_rules import NAME_LENGTH
from app.visiting.holidays import holidays_between
from app.visiting.recording import who_answers
from db.access import is_known_to_me
from db.escalation import Escalation, EscalationStep
from db.people import Person
from db.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.escalation.rules import ChainStep, Closing, StepDetails
    from app.office import Act

STEP_FORM = "concern_step"
"""The form of a step in drafts; the subject is the concern's id."""
CHAIN_FORM = "concern_steps"
"""The form of the office's own steps in drafts; the subject is the cause."""
OPENING_FORM = "concern_new"
"""The form of a new concern in drafts; the subject is the person's id or ""."""
CLOSING_FORM = "concern_closing"
"""The form that closes a concern in drafts; the subject is its id."""

CONCERN_IS_GONE = N_("This concern is no longer in the office.")
IS_CLOSED = N_("This concern is closed already. Open it again first.")
IS_OPEN = N_("This concern is open already.")
ONLY_OFFICE = N_("A concern is closed by the coordinators. You can note what you did.")
NOBODY_CHOSEN = N_("Please choose who is missed.")
RUNS_ALREADY = N_("A concern about this person runs already. Please go on with that one.")

_HOLIDAYS_AHEAD = timedelta(days=14)
"""Longer than any row of days off: the next working day is among them."""
_WITHOUT_FOLLOW_UP = frozenset({Ending.MISTAKE, Ending.DECEASED})


def open_escalation(
    act: Act, concern_id: UUID, person_id: UUID, cause: Cause, visit_id: UUID | None = None
) -> UUID:
    """Begin a concern under an id made before; a second time for one visit changes nothing.

    Answers the concern that runs. Raises `Refused` where one about the person runs already
    that belongs to something else.
    """
    known_person(act, person_id)
    running = act.session.scalar(
        select(Escalation).where(Escalation.person_id == person_id, Escalation.closed_at.is_(None))
    )
    if running is not None:
        if running.id == concern_id or (visit_id is not None and running.visit_id == visit_id):
            return running.id
        raise Refused(Problem(RUNS_ALREADY))
    act.session.add(
        Escalation(
            id=concern_id,
            person_id=person_id,
            visit_id=visit_id,
            code=cause.value,
            chain_code=cause.value,
            opened_at=act.now,
            opened_by=act.who,
        )
    )
    act.session.flush()
    act.touch("escalation", concern_id)
    return concern_id


def begin_concern(act: Act, concern_id: UUID, person_id: UUID | None, cause: Cause) -> UUID:
    """Begin a concern from its form, under the id that the form made; answer it.

    Raises `Refused` without a person, and where a concern about the person runs already.
    """
    if person_id is None:
        raise Refused(Problem(NOBODY_CHOSEN, "person_id"))
    for subject in ("", str(person_id)):
        discard_draft(act, OPENING_FORM, subject)
    return open_escalation(act, concern_id, person_id, cause)


def take_step(act: Act, step_id: UUID, concern_id: UUID, step: StepDetails) -> UUID:
    """Note a step that somebody took, under an id that the form made; answer the concern.

    Steps are only added, so that two people may note theirs at once. Raises `Refused` for a
    step that breaks a rule or a closed concern.
    """
    row = _known(act, concern_id)
    if act.session.get(EscalationStep, step_id) is not None:
        return concern_id
    if row.closed_at is not None:
        raise Refused(Problem(IS_CLOSED))
    chain = chain_here(act.session.connection(), Cause(row.chain_code), act.local_now.date())
    opened = row.opened_at.astimezone().replace(tzinfo=None)
    codes = [one.code for one in chain.steps]
    problems = check_step(step, codes, opened=opened, now=act.local_now)
    if problems or step.at is None:
        raise Refused(*problems)
    act.session.add(
        EscalationStep(
            id=step_id,
            escalation_id=concern_id,
            number=_count(act, concern_id) + 1,
            code=step.code,
            at=_instant(step.at),
            who=act.who,
            called=step.called.strip(),
            result=StepResult(step.result or "").value,
            note=step.note.strip(),
        )
    )
    discard_draft(act, STEP_FORM, str(concern_id))
    act.touch("escalation", concern_id)
    return concern_id


def close_escalation(
    act: Act, concern_id: UUID, version: int, closing: Closing, follow_up: str = ""
) -> SavedConcern:
    """Close a concern with what came of it; answer it with its new version.

    `follow_up` is the title of the task of the next working day, to speak to the person; ""
    opens none. Raises `Refused` without a result, a note or a step, and for volunteers.
    """
    row = _known(act, concern_id)
    _need_office(act)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if row.closed_at is not None:
        raise Refused(Problem(IS_CLOSED))
    problems = check_closing(closing, has_steps=_count(act, concern_id) > 0)
    if problems or closing.ending is None:
        raise Refused(*problems)
    if follow_up and closing.ending not in _WITHOUT_FOLLOW_UP:
        row.task_id = _open_follow_up(act, row, follow_up)
    row.closed_at, row.closed_by = act.now, act.who
    row.result, row.closing_note = closing.ending.value, closing.note.strip()
    discard_draft(act, CLOSING_FORM, str(concern_id))
    return _changed(act, row)


def reopen_escalation(act: Act, concern_id: UUID, version: int) -> SavedConcern:
    """Take back that a concern is closed; its untouched task goes with that."""
    row = _known(act, concern_id)
    _need_office(act)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if row.closed_at is None:
        raise Refused(Problem(IS_OPEN))
    task = act.session.get(Task, row.task_id) if row.task_id else None
    row.closed_at, row.closed_by, row.result, row.task_id = None, "", "", None
    saved = _changed(act, row)
    if task is not None and task.version == 1:
        act.session.delete(task)
        act.touch("tasks", task.id)
    return saved


def save_chain(act: Act, cause: Cause, steps: Sequence[ChainStep]) -> None:
    """Let the office's own steps follow a cause; empty lines are left out.

    Raises `Refused` for steps that break a rule, and for volunteers.
    """
    _need_office(act)
    if problems := check_steps(steps):
        raise Refused(*problems)
    said = [step for step in steps if is_said(step)]
    discard_draft(act, CHAIN_FORM, cause.value)
    save_office_setting(act, own_steps(cause.value), [asdict(step) for step in said])
    act.touch("escalation")


def reset_chain(act: Act, cause: Cause) -> None:
    """Let the delivered steps follow a cause again."""
    _need_office(act)
    save_office_setting(act, own_steps(cause.value), [])
    discard_draft(act, CHAIN_FORM, cause.value)
    act.touch("escalation")


def _open_follow_up(act: Act, row: Escalation, title: str) -> UUID:
    today = act.local_now.date()
    chain = chain_here(act.session.connection(), Cause(row.chain_code), today)
    last = today + timedelta(days=chain.follow_up_days) + _HOLIDAYS_AHEAD
    found = holidays_between(act.session.connection(), today, last)
    holidays = frozenset(holiday.day for holiday in found)
    values = TaskValues(
        title=title[:NAME_LENGTH],
        assignee=_who_follows(act, row),
        person_id=row.person_id,
        due_on=follow_up_day(today, chain.follow_up_days, holidays),
    )
    return open_task(act, values, "escalation", row.id)


def _who_follows(act: Act, row: Escalation) -> str:
    """Answer who answers for the visit or the person; else whoever closes the concern."""
    if row.visit_id is not None:
        named = who_answers(act.session.connection(), row.visit_id)
    else:
        named = act.session.get_one(Person, row.person_id).responsible
    return named or act.who


def _need_office(act: Act) -> None:
    if my_role(act.session.connection()) is Role.VOLUNTEER:
        raise Refused(Problem(ONLY_OFFICE))


def _known(act: Act, concern_id: UUID) -> Escalation:
    row = act.session.scalar(
        select(Escalation).where(Escalation.id == concern_id, is_known_to_me(Escalation.person_id))
    )
    if row is None:
        raise Refused(Problem(CONCERN_IS_GONE))
    return row


def _count(act: Act, concern_id: UUID) -> int:
    counted = select(func.count()).where(EscalationStep.escalation_id == concern_id)
    return act.session.scalar(counted) or 0


def _changed(act: Act, row: Escalation) -> SavedConcern:
    act.touch("escalation", row.id)
    act.session.flush()
    return SavedConcern(row.id, row.version)


def _instant(at: datetime) -> datetime:
    return at.astimezone(UTC)
