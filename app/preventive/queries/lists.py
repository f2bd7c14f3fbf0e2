"""The lists of preventive visits: what is to be offered, who did not answer, what was settled."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.clients.queries import home_country
from app.clients.rules import fold
from app.preventive.queries.cohort import cohort
from app.preventive.queries.rule_book import office_rules
from app.preventive.rule_sets import preventive_days
from app.preventive.rules import OPEN_STATES, OfferState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection

    from app.preventive.queries.cohort import DueRow
    from app.preventive.rules import Period, PreventiveDays, PreventiveRule


class DueList(StrEnum):
    """Which of those due in a period are listed."""

    TO_OFFER = "to_offer"
    WAITING = "waiting"
    TO_REMIND = "to_remind"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    ALL = "all"


class DuePeople(NamedTuple):
    """Those of a list, with what their rules are called."""

    rows: tuple[DueRow, ...]
    rules: tuple[PreventiveRule, ...]
    areas: tuple[str, ...]
    """The districts of everybody due in the period."""
    days: PreventiveDays
    total: int
    """How many there are; a window holds the first of them."""


_SETTLED = frozenset({OfferState.VISITED, OfferState.DECLINED, OfferState.EXEMPT, OfferState.MOVED})


def due_people(
    connection: Connection,
    period: Period,
    today: date,
    which: DueList,
    *,
    rule_code: str = "",
    area: str = "",
    typed: str = "",
    most: int | None = None,
) -> DuePeople:
    """Answer those of a list, by the day on which they are due; all, or the first `most`."""
    everybody = cohort(connection, period, today, rule_code=rule_code)
    days = preventive_days(home_country(connection))
    areas = sorted({row.area for row in everybody if row.area}, key=fold)
    sought = fold(typed).split()
    rows = tuple(
        row
        for row in everybody
        if belongs(row, which, days, today)
        and (not area or row.area == area)
        and (not sought or _is_called(row, sought))
    )
    shown = rows if most is None else rows[:most]
    return DuePeople(shown, office_rules(connection), tuple(areas), days, len(rows))


def belongs(row: DueRow, which: DueList, days: PreventiveDays, today: date) -> bool:
    """Answer whether a row belongs to a list."""
    if which is DueList.TO_OFFER:
        return row.state in OPEN_STATES
    if which is DueList.WAITING:
        return row.state is OfferState.OFFERED
    if which is DueList.TO_REMIND:
        return can_be_reminded(row, days, today)
    if which is DueList.ACCEPTED:
        return row.state is OfferState.ACCEPTED
    return which is DueList.ALL or row.state in _SETTLED


def can_be_reminded(row: DueRow, days: PreventiveDays, today: date) -> bool:
    """Answer whether somebody did not answer for so long that a reminder goes out, once."""
    return (
        row.state is OfferState.OFFERED
        and row.reminded_on is None
        and row.offered_on is not None
        and row.offered_on + timedelta(days=days.remind_after) <= today
    )


def _is_called(row: DueRow, sought: Sequence[str]) -> bool:
    words = fold(row.name).split()
    return all(any(word.startswith(part) for word in words) for part in sought)
