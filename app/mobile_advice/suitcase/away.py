"""Which suitcases are away; asked by My day and by each tour day, and light to import."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, func, select

from app.mobile_advice.suitcase.receipts import COPIES
from app.mobile_advice.suitcase.rules import Outcome, SuitcaseState, state_of
from db.access import NOW
from db.suitcase import Suitcase, SuitcaseMerge
from db.tours import Tour, TourDay

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class SuitcaseRow:
    """One suitcase as lists show it."""

    id: UUID
    version: int
    tour_day_id: UUID
    tour: str
    day: date
    made_at: datetime
    """Aware, as the other instants."""
    made_by: str
    expires_at: datetime
    state: SuitcaseState
    ended_at: datetime | None
    ended_by: str
    reason: str
    people: int
    brought: int
    """Rows that are back."""
    open: int
    """Rows that wait for a decision, and copies whose return was begun and not finished."""


_BACK = (
    select(
        SuitcaseMerge.suitcase_id,
        func.count().filter(SuitcaseMerge.table_name != COPIES).label("brought"),
        func.count().filter(SuitcaseMerge.outcome == Outcome.CONFLICT).label("open"),
    )
    .group_by(SuitcaseMerge.suitcase_id)
    .subquery()
)
_ALL = (
    select(
        Suitcase.id,
        Suitcase.version,
        Suitcase.tour_day_id,
        Tour.name,
        TourDay.day,
        Suitcase.made_at,
        Suitcase.made_by,
        Suitcase.expires_at,
        Suitcase.state,
        Suitcase.ended_at,
        Suitcase.ended_by,
        Suitcase.reason,
        Suitcase.counts,
        func.coalesce(_BACK.c.brought, 0).label("brought"),
        func.coalesce(_BACK.c.open, 0).label("open"),
        NOW.label("now"),
    )
    .join(TourDay, TourDay.id == Suitcase.tour_day_id)
    .join(Tour, Tour.id == TourDay.tour_id)
    .outerjoin(_BACK, _BACK.c.suitcase_id == Suitcase.id)
    .order_by(Suitcase.made_at.desc(), Suitcase.id)
)
_LATEST = _ALL.limit(bindparam("most"))
_OF_DAY = _ALL.where(
    Suitcase.tour_day_id == bindparam("tour_day_id", type_=Uuid()),
    Suitcase.state == SuitcaseState.PACKED,
)
_ONE = _ALL.where(Suitcase.id == bindparam("suitcase_id", type_=Uuid()))
_DUE = _ALL.where(
    Suitcase.state == SuitcaseState.PACKED, Suitcase.expires_at <= bindparam("before")
)


def suitcases(connection: Connection, most: int = 200) -> tuple[SuitcaseRow, ...]:
    """Answer the suitcases that were packed last, the latest first."""
    return tuple(map(_row, connection.execute(_LATEST, {"most": most})))


def suitcase(connection: Connection, suitcase_id: UUID) -> SuitcaseRow | None:
    """Answer one suitcase; None when the office does not know it."""
    row = connection.execute(_ONE, {"suitcase_id": suitcase_id}).one_or_none()
    return None if row is None else _row(row)


def away_with(connection: Connection, tour_day_id: UUID) -> tuple[SuitcaseRow, ...]:
    """Answer the suitcases that are on the way with a tour day."""
    return tuple(map(_row, connection.execute(_OF_DAY, {"tour_day_id": tour_day_id})))


def to_return(connection: Connection, before: datetime) -> tuple[SuitcaseRow, ...]:
    """Answer the suitcases on the way that end before an instant (aware), the latest first."""
    return tuple(map(_row, connection.execute(_DUE, {"before": before})))


def _row(row: Any) -> SuitcaseRow:  # noqa: ANN401 - a row of the question above
    return SuitcaseRow(
        row.id,
        row.version,
        row.tour_day_id,
        row.name,
        row.day,
        row.made_at,
        row.made_by,
        row.expires_at,
        state_of(row.state, row.expires_at, row.now),
        row.ended_at,
        row.ended_by,
        row.reason,
        json.loads(row.counts).get("person", 0),
        row.brought,
        row.open,
    )
