"""Asking what the calendar shows: the visits of a span of days, and which days are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.visiting.calendar import statements as ask
from app.visiting.calendar.raw_visits import RawVisit
from db.kept_plans import keep_plans

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Connection


MOST_AT_ONCE = 5_000
"""Visits that a calendar shows at once: a month with more has nothing that one could see."""
MOST_A_DAY = 200
"""Visits of a day that it shows where there are more at once than that."""


@dataclass(frozen=True, slots=True)
class CalendarVisits:
    """Visits of some days in order of time; `most_a_day` of each day, or 0 if they are all."""

    visits: tuple[RawVisit, ...]
    most_a_day: int = 0


def calendar_visits(
    connection: Connection,
    first: date,
    after: date,
    area_id: UUID | None = None,
    visitor: str = "",
    most: int = MOST_AT_ONCE,
) -> CalendarVisits:
    """Answer the visits from a day up to the day before another.

    `area_id` narrows them down to people of an area or of a district's areas, `visitor` to who
    visits. Where there are more than `most`, it is the first of each day, so that the largest
    office waits no longer and sees something of all of them.
    """
    keep_plans(connection)
    if not _are_more(connection, first, after, area_id, visitor, most):
        whole = _first_of(connection, first, after, area_id, visitor, most)
        return CalendarVisits(tuple(map(RawVisit, whole)))
    days = [first + timedelta(days=day) for day in range((after - first).days)]
    each = max(1, min(MOST_A_DAY, most // len(days)))
    found: list[RawVisit] = []
    for day in days:
        rows = _first_of(connection, day, day + timedelta(days=1), area_id, visitor, each)
        found += map(RawVisit, rows)
    return CalendarVisits(tuple(found), each)


def _first_of(
    connection: Connection, first: date, after: date, area_id: UUID | None, visitor: str, most: int
) -> Sequence[Any]:
    values = _values(first, after, area_id, visitor, most)
    statement = ask.FIRST_OF[area_id is not None, bool(visitor)]
    return connection.execute(statement, values).all()


def _are_more(
    connection: Connection, first: date, after: date, area_id: UUID | None, visitor: str, most: int
) -> bool:
    values = _values(first, after, area_id, visitor, most)
    statement = ask.ARE_MORE[area_id is not None, bool(visitor)]
    return connection.execute(statement, values).first() is not None


def _values(
    first: date, after: date, area_id: UUID | None, visitor: str, most: int
) -> dict[str, Any]:
    return {
        "start": datetime.combine(first, time.min),
        "end": datetime.combine(after, time.min),
        "most": most,
        **({"area_id": area_id} if area_id is not None else {}),
        **({"visitor": visitor} if visitor else {}),
    }
