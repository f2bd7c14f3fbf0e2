"""Asks for all visits of a day or of a week, as a test looks at what was planned."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.visiting.queries import visit_rows
from app.visiting.statements import BETWEEN

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.visiting.rows import VisitRow


def day_visits(connection: Connection, day: date, days: int = 1) -> tuple[VisitRow, ...]:
    """Answer every visit of one day, or of some days from it on, in order of time."""
    start = datetime.combine(day, time.min)
    span = {"start": start, "end": start + timedelta(days=days)}
    return visit_rows(connection.execute(BETWEEN, span))
