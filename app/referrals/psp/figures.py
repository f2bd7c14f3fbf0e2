"""Figures for the steering group: cases of a year counted, nobody told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.referrals.psp.entering import look, need_role
from app.referrals.psp.law import least_cell
from app.referrals.psp.queries import start
from app.referrals.psp.rows import Statistics
from app.referrals.psp.rules import Looked
from app.referrals.psp.rules.conference import NOT_OPEN
from app.small_numbers.queries import office_safeguard
from db.psp_counts import AGENCY, CRITERION, STATE, year_figures

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.office import Act
    from app.small_numbers.rules import Safeguard


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
    safe = _safeguard(connection, today)
    found = year_figures(connection, year, safe)
    return Statistics(
        year,
        found.tables[STATE],
        found.tables[CRITERION],
        found.tables[AGENCY],
        found.total,
        found.meetings,
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
