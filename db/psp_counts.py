"""What PSP groups count without telling: cases of a year, and facts past their last day.

A steering group counts over all groups, whose cases it never reads; everybody else counts over
the groups that they have open. On a server functions count, since its policies hide the rest.
Whole years alone are counted, and small numbers never leave this module or the server: between
two figures that differ by a day or by a line stands a person.
"""

from __future__ import annotations

from datetime import date, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, func, literal, or_, select, text

from app.referrals.psp.rules import (
    Agency,
    CaseState,
    Criterion,
    Figure,
    FigureTable,
    GroupKind,
    MeetingState,
    told_table,
    told_total,
)
from db.guarded import is_guarded
from db.psp import PspCase, PspCriterion, PspFact, PspGroup, PspMeeting
from db.psp_access import is_open_to_me

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from sqlalchemy import ColumnElement, Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute

    from app.small_numbers.rules import Safeguard

STATE, AGENCY, CRITERION = "state", "agency", "criterion"
"""By what cases are counted."""
MEETING, TOTAL = "meeting", "total"
"""What is counted without a code."""
TABLES: Mapping[str, type[StrEnum]] = MappingProxyType(
    {STATE: CaseState, AGENCY: Agency, CRITERION: Criterion}
)
"""The codes of each table, in the order in which they are told."""


class YearFigures(NamedTuple):
    """The figures of a year that may be told."""

    tables: Mapping[str, FigureTable]
    """By what cases are counted."""
    total: int | None
    """How many cases there are; None where they are few."""
    meetings: int


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
_ON_SERVER = text("SELECT what, code, many FROM sec.psp_counts(:year)")
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


def year_figures(connection: Connection, year: int, safeguard: Safeguard) -> YearFigures:
    """Answer how many cases were raised in a year, by state, agency and criterion.

    A server withholds by what it knows of the office's choice; here `safeguard` says how.
    """
    if is_guarded(connection):
        return _told_by_server(connection.execute(_ON_SERVER, {"year": year}).all())
    counted = _counted(connection, year)
    cases = sum(counted[STATE].values())
    tables = {
        what: told_table({code: counted[what].get(code, 0) for code in codes}, cases, safeguard)
        for what, codes in TABLES.items()
    }
    return YearFigures(tables, told_total(cases, safeguard), counted[MEETING][""])


def _counted(connection: Connection, year: int) -> dict[str, dict[str, int]]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    values = {
        "first": first,
        "last": last,
        "from_time": datetime.combine(first, time.min),
        "until_time": datetime.combine(last, time.max),
    }
    counted: dict[str, dict[str, int]] = {what: {} for what in (*TABLES, MEETING)}
    for question in _COUNTS:
        for what, code, many in connection.execute(question, values):
            counted[what][code] = many
    return counted


def _told_by_server(rows: Iterable[Any]) -> YearFigures:
    told: dict[str, dict[str, int | None]] = {what: {} for what in (*TABLES, MEETING, TOTAL)}
    for row in rows:
        told[row.what][row.code] = row.many
    return YearFigures(
        {what: _table(told[what], codes) for what, codes in TABLES.items()},
        told[TOTAL].get(""),
        told[MEETING].get("") or 0,
    )


def _table(told: Mapping[str, int | None], codes: Iterable[str]) -> FigureTable:
    rows = tuple(Figure(str(code), told[code]) for code in codes if code in told)
    return FigureTable(rows, is_left_out=not rows)


def expired_facts(connection: Connection, group_id: UUID, today: date) -> tuple[ExpiredFact, ...]:
    """Answer the facts of an open group whose last day has passed, the oldest first."""
    question = _EXPIRED_ON_SERVER if is_guarded(connection) else _EXPIRED
    rows: list[Any] = list(connection.execute(question, {"group_id": group_id, "today": today}))
    return tuple(ExpiredFact(*row) for row in rows)
