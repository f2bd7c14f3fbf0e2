"""Reading cases, meetings and groups: each look is put on record first, then answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.referrals.psp.entering import IS_GONE, look, need_open, need_role
from app.referrals.psp.queries import case_view, group_view, meeting_view
from app.referrals.psp.rules import Looked
from db.psp import PspCase, PspMeeting
from db.psp_access import my_groups

if TYPE_CHECKING:
    from typing import TypeVar
    from uuid import UUID

    from app.office import Act
    from app.referrals.psp.rows import CaseView, GroupView, MeetingView

    V = TypeVar("V", CaseView, GroupView, MeetingView)


def read_group(act: Act, group_id: UUID) -> GroupView:
    """Answer a group from inside; raises `Refused` for who is no member or has to open it."""
    need_open(act, group_id)
    look(act, group_id, Looked.LIST)
    return _there(group_view(act.session.connection(), group_id, act.local_now.date()))


def read_case(act: Act, case_id: UUID, what: Looked = Looked.CASE) -> CaseView:
    """Answer a case with its facts that may still be used."""
    case = act.session.get(PspCase, case_id)
    group_id = _my(act, None if case is None else case.group_id)
    look(act, group_id, what, case_id)
    return _there(case_view(act.session.connection(), case_id, act.local_now.date()))


def read_meeting(act: Act, meeting_id: UUID) -> MeetingView:
    """Answer a meeting with everything on its table."""
    meeting = act.session.get(PspMeeting, meeting_id)
    group_id = _my(act, None if meeting is None else meeting.group_id)
    look(act, group_id, Looked.MEETING)
    return _there(meeting_view(act.session.connection(), meeting_id, act.local_now.date()))


def _my(act: Act, group_id: UUID | None) -> UUID:
    need_role(act)
    # Whoever is not a member is not even told whether there is such a thing.
    if group_id is None or group_id not in act.session.scalars(my_groups()).all():
        raise Refused(Problem(IS_GONE))
    need_open(act, group_id)
    return group_id


def _there(view: V | None) -> V:
    if view is None:
        raise Refused(Problem(IS_GONE))
    return view
