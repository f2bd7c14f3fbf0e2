"""What the tally of a day offers, and what was counted on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.areas.queries import area_choices
from app.mobile_advice.advice.queries.contacts import stops_on
from app.mobile_advice.advice.rows import TallySheet, TallyStroke
from app.mobile_advice.advice.statements import TALLIED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


def tally_sheet(connection: Connection, day: date) -> TallySheet:
    """Answer the tally of the person at work on a day."""
    strokes = tuple(TallyStroke(*row) for row in connection.execute(TALLIED, {"day": day}))
    return TallySheet(stops_on(connection, day), tuple(_areas(connection)), strokes)


def _areas(connection: Connection) -> Iterator[tuple[UUID, str]]:
    for group in area_choices(connection):
        if group.areas:
            yield from ((area.id, area.name or area.code) for area in group.areas)
        elif group.district is not None:
            yield group.district.id, group.district.name or group.district.code
