"""How many were due in a period, by rule and by what became of it: the yearly report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5

from app.preventive.queries.cohort import cohort
from app.preventive.queries.rule_book import office_rules
from app.preventive.rules import OfferState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import Connection

    from app.preventive.queries.cohort import DueRow
    from app.preventive.rules import Period

_NAMESPACE = UUID("0d1d7f6a-7a57-5c07-8c0e-6d4f3c4c9a55")


class FigureRow(NamedTuple):
    """The figures of one rule; every person due stands in one of the states."""

    id: UUID
    rule_code: str
    """"" is the sum of all rules."""
    title: str
    is_own: bool
    law: str
    all: int
    due: int
    offered: int
    """Offered without an answer yet."""
    accepted: int
    visited: int
    declined: int
    moved: int
    exempt: int
    letters: int
    """To whom the visit was offered, whatever became of it."""


def figures(connection: Connection, period: Period, today: date) -> tuple[FigureRow, ...]:
    """Answer the figures of each rule that somebody was due by, and their sum."""
    rules = {rule.code: rule for rule in office_rules(connection)}
    rows: dict[str, list[DueRow]] = {}
    for row in cohort(connection, period, today):
        rows.setdefault(row.rule_code, []).append(row)
    ordered = [code for code in rules if code in rows] + sorted(rows.keys() - rules.keys())
    found = []
    for code in ordered:
        rule = rules.get(code)
        named = (rule.title, rule.is_own, rule.law) if rule else (code, True, "")
        found.append(_figures(code, named, rows[code]))
    everybody = [row for each in rows.values() for row in each]
    return (*found, _figures("", ("", False, ""), everybody)) if found else ()


def _figures(code: str, named: tuple[str, bool, str], rows: Iterable[DueRow]) -> FigureRow:
    rows = tuple(rows)
    states = Counter(row.state for row in rows)
    return FigureRow(
        uuid5(_NAMESPACE, code),
        code,
        *named,
        all=len(rows),
        due=states[OfferState.DUE],
        offered=states[OfferState.OFFERED],
        accepted=states[OfferState.ACCEPTED],
        visited=states[OfferState.VISITED],
        declined=states[OfferState.DECLINED],
        moved=states[OfferState.MOVED],
        exempt=states[OfferState.EXEMPT],
        letters=sum(row.offered_on is not None for row in rows),
    )
