"""Figures for the steering group: cases of a year counted, nobody told."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from app.referrals.psp.law import least_cell
from app.referrals.psp.queries import start
from app.referrals.psp.rows import Statistics
from app.referrals.psp.rules import (
    Agency,
    CaseState,
    Criterion,
    MeetingState,
    hidden_if_few,
    total_of,
)
from db.psp import PspCase, PspCriterion, PspMeeting
from db.psp_access import is_open_to_me

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_CASE, _MEETING = PspCase.__table__.c, PspMeeting.__table__.c
_RAISED = select(_CASE.id, _CASE.state, _CASE.raised_agency).where(
    _CASE.raised_on.between(bindparam("first"), bindparam("last")), is_open_to_me(_CASE.group_id)
)
_RAISED_FOR = (
    select(PspCriterion.code)
    .join(PspCase, PspCase.id == PspCriterion.case_id)
    .where(
        _CASE.raised_on.between(bindparam("first"), bindparam("last")),
        is_open_to_me(_CASE.group_id),
    )
)
_HELD = (
    select(func.count())
    .select_from(PspMeeting)
    .where(
        _MEETING.starts_at.between(bindparam("first"), bindparam("last")),
        _MEETING.state == MeetingState.HELD,
        is_open_to_me(_MEETING.group_id),
    )
)


def statistics(connection: Connection, year: int, today: date) -> Statistics | None:
    """Answer the figures of a year over the reader's open groups; None where none is open.

    Numbers that few people stand behind are hidden, and with them what would tell them.
    """
    groups = start(connection).groups
    if not any(group.is_open for group in groups):
        return None
    values = {"first": date(year, 1, 1), "last": date(year, 12, 31)}
    rows = connection.execute(_RAISED, values).all()
    least = least_cell(today)
    states = hidden_if_few(_counted((row.state for row in rows), CaseState), least)
    return Statistics(
        year,
        states,
        hidden_if_few(_counted(connection.scalars(_RAISED_FOR, values), Criterion), least),
        hidden_if_few(_counted((row.raised_agency for row in rows), Agency), least),
        total_of(states),
        connection.execute(_HELD, _as_moments(values)).scalar_one(),
        least,
    )


def _as_moments(days: dict[str, date]) -> dict[str, datetime]:
    return {
        "first": datetime.combine(days["first"], time.min),
        "last": datetime.combine(days["last"], time.max),
    }


def _counted(codes: Iterable[str], known: Iterable[str]) -> dict[str, int]:
    found = Counter(codes)
    return {str(code): found[str(code)] for code in known}
