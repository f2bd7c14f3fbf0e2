"""The first of My day: visits and tasks. What else it shows is asked once these are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.my_day.rows import DayAhead, Forgotten, MyDay
from app.my_day.rules import DAYS_AHEAD
from app.tasks.queries import count_due_tasks, due_tasks
from app.visiting.queries import due_visits, visiting_day
from db.kept_plans import keep_plans

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.tasks.rows import DueTasks
    from app.visiting.rows import VisitingDay

_NOT_ASKED = Forgotten((), 0, 0, 0, 0)


def first_of_day(connection: Connection, today: date, who: str) -> MyDay:
    """Answer today's visits and tasks and the days ahead; the rest is empty: it was not asked."""
    keep_plans(connection)
    visits = visiting_day(connection, today, who)
    tasks = due_tasks(connection, today, who, DAYS_AHEAD)
    return MyDay(
        visits=visits,
        tasks=tasks,
        follow_ups=(),
        closings=(),
        consents=(),
        forgotten=_NOT_ASKED,
        ahead=_ahead(visits, tasks),
        changes=(),
        seen_at=None,
        drafts=(),
    )


def due_today(connection: Connection, today: date, who: str) -> int:
    """Count what the status bar calls due: visits to hold or record, own tasks and reviews."""
    return due_visits(connection, today).total + count_due_tasks(connection, today, who)


def _ahead(visits: VisitingDay, tasks: DueTasks) -> tuple[DayAhead, ...]:
    return tuple(DayAhead(day.day, day.visits, tasks.ahead.get(day.day, 0)) for day in visits.ahead)
