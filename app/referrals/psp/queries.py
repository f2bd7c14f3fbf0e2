"""What can be asked about PSP groups; for who is no member, or has not opened them, nothing."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.clients.rules import full_name
from app.referrals.psp.law import closed_months, days_between, law_of, usual_days
from app.referrals.psp.rows import (
    CaseRow,
    CaseView,
    ExpiredRow,
    GlassRow,
    GroupRow,
    GroupTaskRow,
    GroupView,
    ItemRow,
    LookRow,
    MeetingRow,
    MeetingView,
    PaperRow,
    PresenceRow,
    SeatRow,
    Start,
    TaskRow,
)
from app.referrals.psp.rules import OVER_STATES, Fact, MeetingState
from app.referrals.psp.statements import (
    CASES,
    CRITERIA,
    FACTS,
    GLASSES,
    GROUPS,
    ITEMS_OF,
    ITEMS_ON,
    LOOKS,
    LOOKS_AT,
    MEETINGS,
    MEETINGS_OF,
    MORE,
    OF_GROUP,
    ONE,
    PAPERS,
    PRESENCE,
    ROLE,
    SEATS,
    TASKS,
    TASKS_OF_GROUP,
    TOLD,
)
from db.psp import PspCase, PspMeeting
from db.psp_access import has_colleagues
from db.psp_counts import expired_facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


def may_see(connection: Connection) -> bool:
    """Answer whether there is a part of PSP groups for the person at work.

    It is there for colleagues with the role, and in an office without a list of colleagues,
    where it holds nothing and says what is missing.
    """
    return not has_colleagues(connection) or bool(connection.execute(ROLE).scalar_one())


def start(connection: Connection) -> Start:
    """Answer the groups of the person at work."""
    groups = tuple(GroupRow(*row) for row in connection.execute(GROUPS))
    return Start(not has_colleagues(connection), groups)


def group_view(connection: Connection, group_id: UUID, today: date) -> GroupView | None:
    """Answer an open group from inside; None for everyone else."""
    group = next((row for row in start(connection).groups if row.id == group_id), None)
    if group is None or not group.is_open:
        return None
    values = {"group_id": group_id}
    meetings = tuple(MeetingRow(*row) for row in connection.execute(MEETINGS_OF, values))
    last = max((row.starts_at.date() for row in meetings), default=today)
    return GroupView(
        group,
        _cases(connection.execute(OF_GROUP, values), today),
        meetings,
        _seats(connection, values),
        tuple(LookRow(*row) for row in connection.execute(LOOKS, values)),
        tuple(GlassRow(*row) for row in connection.execute(GLASSES, values)),
        tuple(ExpiredRow(*row) for row in expired_facts(connection, group_id, today)),
        _tasks(connection, values, today),
        last + timedelta(days=days_between(group.kind, today)),
    )


def case_view(connection: Connection, case_id: UUID, today: date) -> CaseView | None:
    """Answer a case that was just opened; None for everyone who did not."""
    values: dict[str, object] = {"case_id": case_id}
    one = connection.execute(ONE, values).one_or_none()
    if one is None:
        return None
    (row,) = _cases(connection.execute(CASES.where(PspCase.id == case_id)), today)
    facts = facts_of(connection, case_id)
    return CaseView(
        row,
        one.group_id,
        one.kind,
        one.raised_by,
        one.raised_agency,
        tuple(connection.scalars(CRITERIA, values)),
        one.own_means_insufficient,
        one.tried,
        one.informed,
        one.informed_reason,
        one.consent_sought,
        one.consent_reason,
        one.closing_reason,
        tuple(fact for fact in facts if fact.may_be_used(today)),
        sum(not fact.may_be_used(today) for fact in facts),
        law_of(connection, today).of(one.kind),
        _items(connection, ITEMS_ON, values),
        tuple(
            LookRow(*look)
            for look in connection.execute(LOOKS_AT, {**values, "group_id": one.group_id})
        ),
        today + timedelta(days=usual_days(today)),
    )


def facts_of(connection: Connection, case_id: UUID) -> tuple[Fact, ...]:
    """Answer all facts of a case that was just opened, those past their last day among them."""
    told: defaultdict[UUID, list[str]] = defaultdict(list)
    for row in connection.execute(TOLD, {"case_id": case_id}):
        told[row.fact_id].append(row.agency)
    rows: list[Any] = list(connection.execute(FACTS, {"case_id": case_id}))
    return tuple(_fact(row, told[row.id]) for row in rows)


def _fact(row: Any, agencies: list[str]) -> Fact:  # noqa: ANN401 - a row of the question
    facts: Any = (*row[:6], tuple(sorted(agencies)), *row[6:])
    return Fact(*facts)


def _seats(connection: Connection, values: dict[str, UUID]) -> tuple[SeatRow, ...]:
    rows: list[Any] = list(connection.execute(SEATS, values))
    return tuple(SeatRow(*row) for row in rows)


def _tasks(
    connection: Connection, values: dict[str, UUID], today: date
) -> tuple[GroupTaskRow, ...]:
    return tuple(
        GroupTaskRow(
            row.id,
            row.agency,
            row.what,
            row.due_on,
            row.done_on,
            row.case_id,
            row.number,
            row.done_on is None and row.due_on < today,
        )
        for row in connection.execute(TASKS_OF_GROUP, values)
    )


def meeting_view(connection: Connection, meeting_id: UUID, today: date) -> MeetingView | None:
    """Answer a meeting of an open group; None for everyone else."""
    values = {"meeting_id": meeting_id}
    more = connection.execute(MORE, values).one_or_none()
    if more is None:
        return None
    row = MeetingRow(*connection.execute(MEETINGS.where(PspMeeting.id == meeting_id)).one())
    group = next(one for one in start(connection).groups if one.id == more.group_id)
    items = _items(connection, ITEMS_OF, values)
    on_agenda = {item.case_id for item in items}
    cases = _cases(connection.execute(OF_GROUP, {"group_id": more.group_id}), today)
    earlier = connection.execute(MEETINGS_OF, {"group_id": more.group_id})
    return MeetingView(
        row,
        group,
        more.minutes,
        more.approved_by,
        more.approved_at,
        tuple(PresenceRow(*one) for one in connection.execute(PRESENCE, values)),
        items,
        tuple(PaperRow(*one) for one in connection.execute(PAPERS, values)),
        tuple(case for case in cases if case.id not in on_agenda and case.state not in OVER_STATES),
        tuple(
            one
            for one in (MeetingRow(*found) for found in earlier)
            if one.starts_at < row.starts_at
            and one.state == MeetingState.HELD
            and not one.is_approved
        ),
    )


def _items(connection: Connection, question: Any, values: Any) -> tuple[ItemRow, ...]:  # noqa: ANN401 - a statement and what it binds
    rows = connection.execute(question, values).all()
    tasks: defaultdict[UUID, list[TaskRow]] = defaultdict(list)
    for row in connection.execute(TASKS, {"items": [row.id for row in rows]}):
        tasks[row.agenda_id].append(TaskRow(*row))
    return tuple(
        ItemRow(
            row.id,
            row.version,
            row.meeting_id,
            row.case_id,
            row.number,
            _name(row),
            row.position,
            row.summary,
            row.decision,
            row.lead_agency,
            row.next_review,
            tuple(tasks[row.id]),
            row.starts_at,
        )
        for row in rows
    )


def _cases(rows: Iterable[Any], today: date) -> tuple[CaseRow, ...]:
    return tuple(
        CaseRow(
            row.id,
            row.version,
            row.number,
            row.person_id,
            _name(row),
            row.state,
            row.lead_agency,
            row.raised_on,
            row.next_review,
            row.closed_on,
            row.closed_on is not None and _is_old(row.closed_on, today),
        )
        for row in rows
    )


def _is_old(closed_on: date, today: date) -> bool:
    months = (today.year - closed_on.year) * 12 + today.month - closed_on.month
    return months >= closed_months(today)


def _name(row: Any) -> str:  # noqa: ANN401 - a row of two questions
    if row.given_name is None:
        return ""
    return full_name(row.given_name, row.family_name)
