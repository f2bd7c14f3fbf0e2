"""What can be done with meetings: plan, put cases on the agenda, hold, decide, approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.errors import N_, Problem, Refused
from app.referrals.psp.entering import (
    IS_GONE,
    case_to_write,
    look,
    meeting_to_write,
    need_open,
    need_version,
    tell,
)
from app.referrals.psp.naming import need_no_names
from app.referrals.psp.rules import (
    OVER_STATES,
    CaseState,
    GroupKind,
    Looked,
    MeetingState,
    check_decision,
    check_meeting,
    has_decision,
)
from app.referrals.psp.rules.conference import (
    IS_APPROVED,
    LONGEST,
    NOT_HELD,
    OWN_MEETING,
    STEERING,
)
from app.text_rules import check_text
from db.psp import (
    PspAgenda,
    PspAttendance,
    PspCase,
    PspGroup,
    PspMeeting,
    PspMember,
    PspTask,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.referrals.psp.rules import DecisionDetails, MeetingDetails

ON_ALREADY = N_("This case is on the agenda already.")
IS_OVER = N_("This case is over. Open it again before it is conferred on.")
OTHER_GROUP = N_("This case belongs to another group.")
NOT_AT_ALL = N_("This member has no seat at the table of this meeting.")
_ASKED = select(PspAttendance.member_id)


def plan_meeting(act: Act, group_id: UUID, meeting_id: UUID, details: MeetingDetails) -> UUID:
    """Plan a meeting to which everyone with a seat on that day is asked.

    Cases whose review is due by then come on the agenda by themselves.
    """
    group = need_open(act, group_id)
    if problems := check_meeting(details):
        raise Refused(*problems)
    if act.session.get(PspMeeting, meeting_id) is None:
        meeting = PspMeeting(
            id=meeting_id,
            group_id=group_id,
            starts_at=details.starts_at,
            place=details.place.strip(),
            state=MeetingState.PLANNED,
        )
        act.session.add(meeting)
        act.session.flush()
        _invite(act, meeting)
        if group.kind != GroupKind.STEERING:
            _bring_due(act, meeting)
        look(act, group_id, Looked.WORK)
        tell(act)
    return meeting_id


def move_meeting(act: Act, meeting_id: UUID, version: int, details: MeetingDetails) -> UUID:
    """Change day, time or place of a meeting."""
    meeting = meeting_to_change(act, meeting_id, version)
    if problems := check_meeting(details):
        raise Refused(*problems)
    if details.starts_at is not None:
        meeting.starts_at = details.starts_at
    meeting.place = details.place.strip()
    tell(act)
    return meeting_id


def put_on_agenda(act: Act, meeting_id: UUID, case_id: UUID) -> UUID:
    """Put a case on the agenda of a meeting; answer the item."""
    meeting, case = meeting_to_change(act, meeting_id), case_to_write(act, case_id)
    group = act.session.get_one(PspGroup, meeting.group_id)
    if group.kind == GroupKind.STEERING:
        raise Refused(Problem(STEERING))
    if case.group_id != meeting.group_id:
        raise Refused(Problem(OTHER_GROUP))
    if case.state in OVER_STATES:
        raise Refused(Problem(IS_OVER))
    found = act.session.scalar(
        select(PspAgenda.id).where(PspAgenda.meeting_id == meeting_id, PspAgenda.case_id == case_id)
    )
    if found is not None:
        raise Refused(Problem(ON_ALREADY))
    tell(act)
    return _add_item(act, meeting, case)


def take_off_agenda(act: Act, item_id: UUID) -> UUID:
    """Take a case off an agenda, with the tasks that hang on it."""
    item = item_to_write(act, item_id)
    for task in act.session.scalars(select(PspTask).where(PspTask.agenda_id == item_id)).all():
        act.session.delete(task)
    act.session.flush()
    case = act.session.get(PspCase, item.case_id)
    act.session.delete(item)
    act.session.flush()
    others = select(PspAgenda.id).where(PspAgenda.case_id == item.case_id).limit(1)
    if case is not None and case.state == CaseState.ON_AGENDA and not act.session.scalar(others):
        case.state = CaseState.NEW
    tell(act)
    return item.meeting_id


def begin_meeting(act: Act, meeting_id: UUID) -> UUID:
    """Begin a meeting: from now on there are papers for those at the table."""
    meeting = meeting_to_change(act, meeting_id)
    meeting.state = MeetingState.RUNNING
    # Whoever was given a seat since it was planned sits there as well.
    _invite(act, meeting)
    tell(act)
    return meeting_id


def note_presence(act: Act, meeting_id: UUID, member_id: UUID, *, present: bool) -> UUID:
    """Note whether a member is at the table."""
    meeting_to_change(act, meeting_id)
    row = act.session.scalar(
        select(PspAttendance).where(
            PspAttendance.meeting_id == meeting_id, PspAttendance.member_id == member_id
        )
    )
    if row is None:
        raise Refused(Problem(NOT_AT_ALL))
    row.present = present
    tell(act)
    return meeting_id


def record_decision(act: Act, item_id: UUID, version: int, details: DecisionDetails) -> UUID:
    """Write down what the meeting agreed on a case; it goes on by that from now on."""
    item = item_to_write(act, item_id)
    need_version(item, version)
    if problems := check_decision(details, act.local_now.date()):
        raise Refused(*problems)
    need_no_names(act, item.meeting_id, {"summary": details.summary, "decision": details.decision})
    item.summary, item.decision = details.summary.strip(), details.decision.strip()
    item.next_review = details.next_review
    case = case_to_write(act, item.case_id)
    case.lead_agency, case.next_review = details.lead_agency, details.next_review
    if has_decision(details) and case.state in {CaseState.NEW, CaseState.ON_AGENDA}:
        case.state = CaseState.ACTIVE
    tell(act)
    return item_id


def save_minutes(act: Act, meeting_id: UUID, version: int, minutes: str) -> UUID:
    """Keep what was said in general; single people stand at their items alone."""
    meeting = meeting_to_change(act, meeting_id, version)
    if problems := check_text(minutes, "minutes", longest=LONGEST, lines=True):
        raise Refused(*problems)
    need_no_names(act, meeting_id, {"minutes": minutes})
    meeting.minutes = minutes.strip()
    tell(act)
    return meeting_id


def close_meeting(act: Act, meeting_id: UUID) -> UUID:
    """End a meeting; its minutes can still be corrected until they are approved."""
    meeting = meeting_to_change(act, meeting_id)
    if meeting.state == MeetingState.PLANNED:
        raise Refused(Problem(NOT_HELD))
    meeting.state = MeetingState.HELD
    tell(act)
    return meeting_id


def approve_minutes(act: Act, meeting_id: UUID, in_meeting_id: UUID) -> UUID:
    """Approve the minutes of a meeting at a later one of the same group."""
    meeting = meeting_to_change(act, meeting_id)
    later = meeting_to_write(act, in_meeting_id)
    if meeting.state != MeetingState.HELD:
        raise Refused(Problem(NOT_HELD))
    if later.group_id != meeting.group_id or later.starts_at <= meeting.starts_at:
        raise Refused(Problem(OWN_MEETING))
    meeting.approved_at, meeting.approved_by = act.now, act.who
    meeting.approved_in_id = in_meeting_id
    tell(act)
    return meeting_id


def meeting_to_change(act: Act, meeting_id: UUID, version: int | None = None) -> PspMeeting:
    """Answer a meeting whose minutes are not approved."""
    meeting = meeting_to_write(act, meeting_id, version)
    if meeting.approved_at is not None:
        raise Refused(Problem(IS_APPROVED))
    return meeting


def item_to_write(act: Act, item_id: UUID) -> PspAgenda:
    """Answer a case on the agenda of a meeting whose minutes are not approved."""
    item = act.session.get(PspAgenda, item_id)
    if item is None:
        raise Refused(Problem(IS_GONE))
    meeting_to_change(act, item.meeting_id)
    case_to_write(act, item.case_id)
    return item


def _invite(act: Act, meeting: PspMeeting) -> None:
    day = meeting.starts_at.date()
    seats = act.session.scalars(
        select(PspMember).where(
            PspMember.group_id == meeting.group_id,
            PspMember.from_on <= day,
            PspMember.until_on.is_(None) | (PspMember.until_on >= day),
            PspMember.id.not_in(_ASKED.where(PspAttendance.meeting_id == meeting.id)),
        )
    ).all()
    act.session.add_all(
        PspAttendance(meeting_id=meeting.id, member_id=seat.id, agency=seat.agency)
        for seat in seats
    )


def _bring_due(act: Act, meeting: PspMeeting) -> None:
    cases = act.session.scalars(
        select(PspCase)
        .where(
            PspCase.group_id == meeting.group_id,
            PspCase.state.not_in(OVER_STATES),
            (PspCase.state == CaseState.NEW) | (PspCase.next_review <= meeting.starts_at.date()),
        )
        .order_by(PspCase.number)
    ).all()
    for case in cases:
        look(act, meeting.group_id, Looked.WORK, case.id)
        _add_item(act, meeting, case)


def _add_item(act: Act, meeting: PspMeeting, case: PspCase) -> UUID:
    last = act.session.scalar(
        select(func.max(PspAgenda.position)).where(PspAgenda.meeting_id == meeting.id)
    )
    item = PspAgenda(meeting_id=meeting.id, case_id=case.id, position=(last or 0) + 1)
    act.session.add(item)
    if case.state == CaseState.NEW:
        case.state = CaseState.ON_AGENDA
    act.session.flush()
    return item.id
