"""What PSP groups count without telling: cases of a year, and facts past their last day.

A steering group counts over all groups, whose cases it never reads; everybody else counts over
the groups that they have open. On a server functions count, since its policies hide the rest.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import bindparam, exists, func, literal, or_, select, text

from app.referrals.psp.rules import GroupKind, MeetingState
from db.guarded import is_guarded
from db.psp import PspCase, PspCriterion, PspFact, PspGroup, PspMeeting
from db.psp_access import is_open_to_me

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute

    Count: TypeAlias = tuple[str, str, int]
    """By what is counted, its code, and how often."""

STATE, AGENCY, CRITERION, MEETING = "state", "agency", "criterion", "meeting"
"""By what is counted; meetings have no code."""


class ExpiredFact(NamedTuple):
    """A fact past its last day: whose, about what and from whom, never what it says."""

    id: UUID
    case_id: UUID
    number: str
    """The reference of the case."""
    category: str
    from_agency: str
    expires_on: date


def _is_counted(group_id: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    steering = exists().where(PspGroup.kind == GroupKind.STEERING.value, is_open_to_me(PspGroup.id))
    return or_(is_open_to_me(group_id), steering)


_RAISED = PspCase.raised_on.between(bindparam("first"), bindparam("last"))
_COUNTS: tuple[Select[str, str, int], ...] = (
    select(literal(STATE), PspCase.state, func.count())
    .where(_RAISED, _is_counted(PspCase.group_id))
    .group_by(PspCase.state),
    select(literal(AGENCY), PspCase.raised_agency, func.count())
    .where(_RAISED, _is_counted(PspCase.group_id))
    .group_by(PspCase.raised_agency),
    select(literal(CRITERION), PspCriterion.code, func.count())
    .join(PspCase, PspCase.id == PspCriterion.case_id)
    .where(_RAISED, _is_counted(PspCase.group_id))
    .group_by(PspCriterion.code),
    select(literal(MEETING), literal(""), func.count())
    .select_from(PspMeeting)
    .where(
        PspMeeting.starts_at.between(bindparam("from_time"), bindparam("until_time")),
        PspMeeting.state == MeetingState.HELD.value,
        _is_counted(PspMeeting.group_id),
    ),
)
_ON_SERVER = text("SELECT what, code, many FROM sec.psp_counts(:first, :last)")
_EXPIRED = (
    select(
        PspFact.id,
        PspFact.case_id,
        PspCase.number,
        PspFact.category,
        PspFact.from_agency,
        PspFact.expires_on,
    )
    .join(PspCase, PspCase.id == PspFact.case_id)
    .where(
        PspCase.group_id == bindparam("group_id"),
        PspFact.expires_on < bindparam("today"),
        is_open_to_me(PspCase.group_id),
    )
    .order_by(PspFact.expires_on, PspCase.number, PspFact.id)
)
_EXPIRED_ON_SERVER = text(
    "SELECT id, case_id, number, category, from_agency, expires_on"
    " FROM sec.expired_psp_facts(:group_id, :today)"
)


def case_counts(connection: Connection, first: date, last: date) -> tuple[Count, ...]:
    """Answer how many cases were raised between two days, by state, agency and criterion."""
    if is_guarded(connection):
        found = connection.execute(_ON_SERVER, {"first": first, "last": last})
        return tuple((row.what, row.code, row.many) for row in found)
    values = {
        "first": first,
        "last": last,
        "from_time": datetime.combine(first, time.min),
        "until_time": datetime.combine(last, time.max),
    }
    return tuple(
        (what, code, many)
        for question in _COUNTS
        for what, code, many in connection.execute(question, values)
    )


def expired_facts(connection: Connection, group_id: UUID, today: date) -> tuple[ExpiredFact, ...]:
    """Answer the facts of an open group whose last day has passed, the oldest first."""
    question = _EXPIRED_ON_SERVER if is_guarded(connection) else _EXPIRED
    rows: list[Any] = list(connection.execute(question, {"group_id": group_id, "today": today}))
    return tuple(ExpiredFact(*row) for row in rows)
