"""What can be done with tasks of agencies: agree on one at a meeting, say that it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import Problem, Refused
from app.referrals.psp.entering import IS_GONE, meeting_to_write, tell
from app.referrals.psp.meetings import item_to_write
from app.referrals.psp.naming import need_no_names
from app.referrals.psp.rules import check_task
from db.psp import PspAgenda, PspMeeting, PspMember, PspTask

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.referrals.psp.rules import TaskDetails


def add_task(act: Act, item_id: UUID, task_id: UUID, details: TaskDetails) -> UUID:
    """Give an agency a task; the same id a second time changes nothing."""
    item = item_to_write(act, item_id)
    meeting = act.session.get_one(PspMeeting, item.meeting_id)
    agencies = frozenset(
        act.session.scalars(select(PspMember.agency).where(PspMember.group_id == meeting.group_id))
    )
    if problems := check_task(details, agencies, act.local_now.date()):
        raise Refused(*problems)
    need_no_names(act, item.meeting_id, {"what": details.what})
    if act.session.get(PspTask, task_id) is None:
        act.session.add(
            PspTask(
                id=task_id,
                agenda_id=item_id,
                agency=details.agency,
                what=details.what.strip(),
                due_on=details.due_on,
            )
        )
        tell(act)
    return task_id


def finish_task(act: Act, task_id: UUID, *, done: bool = True) -> UUID:
    """Say that a task is done, or take that back."""
    task = act.session.get(PspTask, task_id)
    if task is None:
        raise Refused(Problem(IS_GONE))
    item = act.session.get(PspAgenda, task.agenda_id)
    if item is None:
        raise Refused(Problem(IS_GONE))
    meeting_to_write(act, item.meeting_id)
    task.done_on = act.local_now.date() if done else None
    tell(act)
    return task_id
