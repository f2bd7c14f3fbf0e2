"""The statements of questions about PSP groups: each with the clauses of `db.psp_access`."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, func, select

from db.access import is_known_to_me
from db.people import Person
from db.psp import (
    PspAgenda,
    PspAttendance,
    PspCase,
    PspCriterion,
    PspExtract,
    PspFact,
    PspFactRecipient,
    PspGlass,
    PspGroup,
    PspLook,
    PspMeeting,
    PspMember,
    PspTask,
)
from db.psp_access import (
    i_am_psp_member,
    is_in_my_group,
    is_looked_at,
    is_open_to_me,
    led_by_me,
)

MOST_LOOKS = 200
"""Looks that a page shows."""
MOST_TASKS = 500
"""Tasks that a page shows, those that are open first."""
_GROUP, _CASE, _FACT = PspGroup.__table__.c, PspCase.__table__.c, PspFact.__table__.c
_MEETING, _ITEM, _LOOK = PspMeeting.__table__.c, PspAgenda.__table__.c, PspLook.__table__.c
_PERSON, _SEAT = Person.__table__.c, PspMember.__table__.c
_NAMED = PspCase.__table__.outerjoin(
    Person.__table__, and_(_PERSON.id == _CASE.person_id, is_known_to_me(_PERSON.id))
)

ROLE = select(i_am_psp_member())
GROUPS = (
    select(
        _GROUP.id,
        _GROUP.version,
        _GROUP.name,
        _GROUP.kind,
        _GROUP.area,
        is_open_to_me(_GROUP.id).label("is_open"),
        _GROUP.id.in_(led_by_me()).label("i_lead"),
    )
    .where(is_in_my_group(_GROUP.id))
    .order_by(_GROUP.name)
)
CASES = (
    select(
        _CASE.id,
        _CASE.version,
        _CASE.number,
        _CASE.person_id,
        _PERSON.given_name,
        _PERSON.family_name,
        _CASE.state,
        _CASE.lead_agency,
        _CASE.raised_on,
        _CASE.next_review,
        _CASE.closed_on,
        _CASE.group_id,
    )
    .select_from(_NAMED)
    .where(is_open_to_me(_CASE.group_id))
    .order_by(_CASE.number)
)
OF_GROUP = CASES.where(_CASE.group_id == bindparam("group_id"))
ONE = (
    select(PspCase.__table__, _GROUP.kind)
    .join_from(PspCase.__table__, PspGroup.__table__, _GROUP.id == _CASE.group_id)
    .where(_CASE.id == bindparam("case_id"), is_open_to_me(_CASE.group_id), is_looked_at(_CASE.id))
)
CRITERIA = select(PspCriterion.code).where(
    PspCriterion.case_id == bindparam("case_id"), is_looked_at(PspCriterion.case_id)
)
FACTS = (
    select(
        _FACT.id,
        _FACT.version,
        _FACT.case_id,
        _FACT.text,
        _FACT.category,
        _FACT.from_agency,
        _FACT.necessity,
        _FACT.basis,
        _FACT.not_for_investigation,
        _FACT.expires_on,
    )
    .where(_FACT.case_id == bindparam("case_id"), is_looked_at(_FACT.case_id))
    .order_by(_FACT.noted_at, _FACT.id)
)
TOLD = (
    select(PspFactRecipient.fact_id, PspFactRecipient.agency)
    .join(PspFact, PspFact.id == PspFactRecipient.fact_id)
    .where(_FACT.case_id == bindparam("case_id"), is_looked_at(_FACT.case_id))
)
LOOKS = (
    select(_LOOK.at, _LOOK.who, _LOOK.what, func.coalesce(_CASE.number, "").label("number"))
    .select_from(PspLook.__table__.outerjoin(PspCase.__table__, _CASE.id == _LOOK.case_id))
    .where(_LOOK.group_id == bindparam("group_id"), is_open_to_me(_LOOK.group_id))
    .order_by(_LOOK.at.desc(), _LOOK.what)
    .limit(MOST_LOOKS)
)
LOOKS_AT = LOOKS.where(_LOOK.case_id == bindparam("case_id"))
GLASSES = (
    select(PspGlass.who, PspGlass.valid_from, PspGlass.valid_until, PspGlass.reason)
    .where(PspGlass.group_id == bindparam("group_id"), is_open_to_me(PspGlass.group_id))
    .order_by(PspGlass.valid_from.desc())
)
SEATS = (
    select(
        _SEAT.id,
        _SEAT.version,
        _SEAT.name,
        _SEAT.agency,
        _SEAT.organisation,
        _SEAT.email,
        _SEAT.member_name,
        _SEAT.is_lead,
        _SEAT.from_on,
        _SEAT.until_on,
    )
    .where(_SEAT.group_id == bindparam("group_id"), is_in_my_group(_SEAT.group_id))
    .order_by(_SEAT.until_on.is_not(None), _SEAT.agency, _SEAT.name)
)
_COUNTED = (
    select(func.count())
    .select_from(PspAgenda)
    .where(PspAgenda.meeting_id == _MEETING.id)
    .scalar_subquery()
)
MEETINGS = select(
    _MEETING.id,
    _MEETING.version,
    _MEETING.starts_at,
    _MEETING.place,
    _MEETING.state,
    _MEETING.approved_at.is_not(None).label("is_approved"),
    _COUNTED.label("cases"),
).where(is_open_to_me(_MEETING.group_id))
MEETINGS_OF = MEETINGS.where(_MEETING.group_id == bindparam("group_id")).order_by(
    _MEETING.starts_at.desc()
)
MORE = select(
    _MEETING.group_id, _MEETING.minutes, _MEETING.approved_by, _MEETING.approved_at
).where(_MEETING.id == bindparam("meeting_id"), is_open_to_me(_MEETING.group_id))
PRESENCE = (
    select(
        PspAttendance.member_id,
        _SEAT.name,
        PspAttendance.agency,
        _SEAT.organisation,
        PspAttendance.present,
    )
    .join(PspMember, _SEAT.id == PspAttendance.member_id)
    .where(PspAttendance.meeting_id == bindparam("meeting_id"), is_open_to_me(_SEAT.group_id))
    .order_by(PspAttendance.agency, _SEAT.name)
)
_ITEMS = (
    select(
        _ITEM.id,
        _ITEM.version,
        _ITEM.meeting_id,
        _ITEM.case_id,
        _CASE.number,
        _PERSON.given_name,
        _PERSON.family_name,
        _ITEM.position,
        _ITEM.summary,
        _ITEM.decision,
        _CASE.lead_agency,
        _ITEM.next_review,
        _MEETING.starts_at,
    )
    .select_from(
        _NAMED.join(PspAgenda.__table__, _ITEM.case_id == _CASE.id).join(
            PspMeeting.__table__, _MEETING.id == _ITEM.meeting_id
        )
    )
    .where(is_open_to_me(_CASE.group_id))
)
ITEMS_OF = _ITEMS.where(_ITEM.meeting_id == bindparam("meeting_id")).order_by(_ITEM.position)
ITEMS_ON = _ITEMS.where(_ITEM.case_id == bindparam("case_id")).order_by(_MEETING.starts_at.desc())
TASKS = (
    select(
        PspTask.id,
        PspTask.agenda_id,
        PspTask.agency,
        PspTask.what,
        PspTask.due_on,
        PspTask.done_on,
    )
    .where(PspTask.agenda_id.in_(bindparam("items", expanding=True)))
    .order_by(PspTask.due_on, PspTask.what)
)
PAPERS = (
    select(
        PspExtract.kind,
        PspExtract.agency,
        PspExtract.at,
        PspExtract.who,
        PspExtract.facts,
        PspExtract.sha256,
    )
    .where(PspExtract.meeting_id == bindparam("meeting_id"), is_open_to_me(PspExtract.group_id))
    .order_by(PspExtract.at.desc())
)
TASKS_OF_GROUP = (
    select(
        PspTask.id,
        PspTask.agency,
        PspTask.what,
        PspTask.due_on,
        PspTask.done_on,
        _ITEM.case_id,
        _CASE.number,
    )
    .join(PspAgenda, _ITEM.id == PspTask.agenda_id)
    .join(PspCase, _CASE.id == _ITEM.case_id)
    .where(_CASE.group_id == bindparam("group_id"), is_open_to_me(_CASE.group_id))
    .order_by(PspTask.done_on.is_not(None), PspTask.due_on, PspTask.what)
    .limit(MOST_TASKS)
)
