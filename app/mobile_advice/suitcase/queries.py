"""What the office can be asked of its suitcases: which are away, and whether all is back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, func, inspect, select

from app.mobile_advice.suitcase.rules import Outcome, SuitcaseState, state_of
from app.mobile_advice.suitcase.rules.merging import DERIVED
from db.access import NOW
from db.suitcase import Suitcase, SuitcaseMerge
from db.suitcase_base import BASE_TABLE
from db.suitcase_lines import digest, held, row_key, values_of
from db.tables import metadata
from db.tours import Tour, TourDay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from db.suitcase_base import Change
    from db.suitcase_lines import Held


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
    """Rows that wait for a decision."""


_BACK = (
    select(
        SuitcaseMerge.suitcase_id,
        func.count().label("brought"),
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
_RECEIPTS = select(
    SuitcaseMerge.table_name,
    SuitcaseMerge.row_id,
    SuitcaseMerge.outcome,
    SuitcaseMerge.digest,
    SuitcaseMerge.row_version,
).where(SuitcaseMerge.suitcase_id == bindparam("suitcase_id", type_=Uuid()))


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


def not_back(
    connection: Connection, suitcase_id: UUID, changes: Sequence[Change]
) -> tuple[Change, ...]:
    """Compare every row of a suitcase with the office; answer those that are not in it.

    What colleagues changed after it was brought counts as brought: its version says so.
    """
    found = connection.execute(_RECEIPTS, {"suitcase_id": suitcase_id})
    receipts = {(row.table_name, row.row_id): row for row in found}
    missing: list[Change] = []
    for name, group in _by_table(changes):
        home = _home(connection, name, group)
        missing += [
            change
            for change in group
            if not _is_back(change, receipts.get((name, change.key)), home.get(change.key))
        ]
    return tuple(missing)


def _by_table(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for name in dict.fromkeys(change.table for change in changes):
        yield name, [change for change in changes if change.table == name]


def _home(
    connection: Connection, name: str, changes: Sequence[Change]
) -> dict[UUID, tuple[Held, int]]:
    table = metadata.tables[name]
    first, *_rest = table.primary_key.columns
    words = (change.came or change.base or {} for change in changes)
    keys = {values_of(table, {first.name: held[first.name]})[first.name] for held in words}
    found = connection.execute(select(table).where(first.in_(keys))).mappings()
    return {row_key(table, row): (held(table, row), row.get("version", 0)) for row in found}


def _is_back(change: Change, receipt: Row[Any] | None, home: tuple[Held, int] | None) -> bool:
    if receipt is None or receipt.digest != digest(change.came):
        return False
    outcome = Outcome(receipt.outcome)
    if outcome is Outcome.CONFLICT:
        return False
    if outcome is Outcome.KEPT:
        return True
    if change.came is None:
        return home is None
    return home is not None and _says_the_same(change, outcome, receipt.row_version, home)


def _says_the_same(change: Change, outcome: Outcome, version: int, home: tuple[Held, int]) -> bool:
    here, now = home
    if outcome is Outcome.DECIDED or now > version:
        return True
    came: Mapping[str, Any] = change.came or {}
    base = change.base or {}
    mine = (
        name for name in set(came) - DERIVED if change.base is None or came[name] != base.get(name)
    )
    return all(here[name] == came[name] for name in mine if name in here)


def _row(row: Row[Any]) -> SuitcaseRow:
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


def is_at_home(connection: Connection) -> bool:
    """Answer whether this is an office and not a suitcase on the way."""
    return not inspect(connection).has_table(BASE_TABLE)
