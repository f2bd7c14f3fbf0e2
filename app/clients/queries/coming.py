"""The planned visits ahead of a person, which a new status may rule out."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, select

from db.access import is_known_to_me
from db.visiting import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


class ComingVisit(NamedTuple):
    """One planned visit: when (naive local time) and by whom."""

    start: datetime
    visitor: str


_COMING = (
    select(Visit.planned_start, Visit.visitor)
    .where(
        Visit.client_id == bindparam("person_id"),
        Visit.status == "planned",
        Visit.planned_start >= bindparam("after"),
        is_known_to_me(Visit.client_id),
    )
    .order_by(Visit.planned_start)
)


def coming_visits(connection: Connection, person_id: UUID, today: date) -> tuple[ComingVisit, ...]:
    """Answer the planned visits of a person from today on, the next first."""
    values = {"person_id": person_id, "after": datetime.combine(today, time.min)}
    return tuple(ComingVisit(*row) for row in connection.execute(_COMING, values))
