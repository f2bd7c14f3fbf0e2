"""Asking about one day of a tour: everything on it, and what stands against confirming it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.mobile_advice.tours import statements as ask
from app.mobile_advice.tours.queries.checking import check_changed_day
from app.mobile_advice.tours.queries.days import (
    crew_of,
    halts_of,
    rows_of,
)
from app.mobile_advice.tours.queries.stops import tour_choices
from app.mobile_advice.tours.rows import DayCard, DayToEdit, StandingBooking
from app.mobile_advice.tours.rules import DayState
from app.tasks.queries import tasks_from
from app.tasks.rules import TaskState

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

ORIGIN = "tours"
"""What tasks say they come from that a cancelled day opened."""
_OPEN = frozenset({DayState.PLANNED.value, DayState.CONFIRMED.value})


def day_card(connection: Connection, day_id: UUID) -> DayCard | None:
    """Answer everything about one day; None where it is gone."""
    row = connection.execute(ask.ONE_DAY, {"id": day_id}).one_or_none()
    found = rows_of(connection.execute(ask.ONE_DAY_ROW, {"id": day_id}))
    if row is None or not found:
        return None
    tasks = tasks_from(connection, ORIGIN, day_id)
    card = DayCard(
        found[0],
        halts_of(connection, day_id),
        crew_of(connection, day_id),
        row.vehicle_id,
        row.note,
        row.kilometres,
        row.confirmed_by,
        row.confirmed_on,
        to_tell=tuple(task for task in tasks if task.state is TaskState.OPEN),
        standing=tuple(
            StandingBooking(*one) for one in connection.execute(ask.STANDING_ON_DAY, {"id": day_id})
        ),
    )
    if card.row.state not in _OPEN:
        return card
    problems = check_changed_day(connection, day_id, row.day, card.as_details())
    return replace(card, problems=problems)


def day_to_edit(connection: Connection, day_id: UUID) -> DayToEdit | None:
    """Answer what the form of a day begins with; None where it is gone."""
    card = day_card(connection, day_id)
    return DayToEdit(card, tour_choices(connection)) if card is not None else None
