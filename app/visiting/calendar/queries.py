"""Asking what the calendar shows: the visits of a span of days, and which days are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.visiting.calendar import statements as ask
from app.visiting.calendar.raw_visits import RawVisit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Connection


MOST_AT_ONCE = 5_000
"""Visits that a calendar shows at once: a month with more has nothing that one could see."""


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
    visits. Where there are more than `most`, it is that many spread over the days, so that the
    largest office waits no longer and sees something of each day.
    """
    whole = _first_of(connection, first, after, area_id, visitor, most + 1)
    if len(whole) <= most:
        return CalendarVisits(tuple(map(RawVisit, whole)))
    days = [first + timedelta(days=day) for day in range((after - first).days)]
    each = max(1, most // len(days))
    found: list[RawVisit] = []
    for day in days:
        rows = _first_of(connection, day, day + timedelta(days=1), area_id, visitor, each)
        found += map(RawVisit, rows)
    return CalendarVisits(tuple(found), each)


def _first_of(
    connection: Connection, first: date, after: date, area_id: UUID | None, visitor: str, most: int
) -> Sequence[Any]:
    values = {
        "start": datetime.combine(first, time.min),
        "end": datetime.combine(after, time.min),
        "most": most,
        **({"area_id": area_id} if area_id is not None else {}),
        **({"visitor": visitor} if visitor else {}),
    }
    statement = ask.FIRST_OF[area_id is not None, bool(visitor)]
    return connection.execute(statement, values).all()
