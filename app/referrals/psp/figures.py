"""Figures for the steering group: cases of a year counted, nobody told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.referrals.psp.entering import look, need_role
from app.referrals.psp.law import least_cell
from app.referrals.psp.queries import start
from app.referrals.psp.rows import Statistics
from app.referrals.psp.rules import (
    Agency,
    CaseState,
    Criterion,
    Looked,
    told_table,
    told_total,
)
from app.referrals.psp.rules.conference import NOT_OPEN
from app.small_numbers.queries import office_safeguard
from db.psp_counts import AGENCY, CRITERION, MEETING, STATE, case_counts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from app.office import Act
    from app.small_numbers.rules import Safeguard
    from db.psp_counts import Count


def read_figures(act: Act, year: int) -> Statistics:
    """Answer the figures of a year, with a look on record in each group that is open.

    Raises `Refused` for who is no member, or has no group open.
    """
    need_role(act)
    connection = act.session.connection()
    opened = [group.id for group in start(connection).groups if group.is_open]
    if not opened:
        raise Refused(Problem(NOT_OPEN))
    for group_id in opened:
        look(act, group_id, Looked.FIGURES)
    return _statistics(connection, year, act.local_now.date())


def _statistics(connection: Connection, year: int, today: date) -> Statistics:
    counts = case_counts(connection, date(year, 1, 1), date(year, 12, 31))
    safe = _safeguard(connection, today)
    cases = sum(many for what, _code, many in counts if what == STATE)
    return Statistics(
        year,
        told_table(_of(counts, STATE, CaseState), cases, safe),
        told_table(_of(counts, CRITERION, Criterion), cases, safe),
        told_table(_of(counts, AGENCY, Agency), cases, safe),
        told_total(cases, safe),
        sum(many for what, _code, many in counts if what == MEETING),
        safe,
    )


def _safeguard(connection: Connection, today: date) -> Safeguard:
    """Answer how the office treats small numbers, and never with less care than such groups.

    A line without anybody is withheld like one with few: where there are few cases, it would tell
    what a person whom the reader knows of was not brought up for.
    """
    chosen = office_safeguard(connection)
    least = max(chosen.least, least_cell(today))
    return replace(chosen, least=least, tells_zero=False)


def _of(counts: Iterable[Count], of: str, known: Iterable[str]) -> dict[str, int]:
    found = {code: many for what, code, many in counts if what == of}
    return {str(code): found.get(str(code), 0) for code in known}
