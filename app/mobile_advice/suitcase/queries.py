"""What the office can be asked of its suitcases: which are away, and whether all is back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, inspect, select

from app.access.queries import my_rights
from app.access.rules import Right
from app.mobile_advice.suitcase.away import (
    SuitcaseRow,
    away_with,
    suitcase,
    suitcases,
    to_return,
)
from app.mobile_advice.suitcase.receipts import Receipt, latest, read_receipts, settled
from app.mobile_advice.suitcase.rules import Outcome
from app.mobile_advice.suitcase.rules.merging import DERIVED
from db.suitcase import SuitcaseMerge
from db.suitcase_base import BASE_TABLE
from db.suitcase_lines import digest, held, row_key, values_of
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from db.suitcase_base import Change
    from db.suitcase_lines import Held


__all__ = [
    "SuitcaseRow",
    "away_with",
    "is_at_home",
    "may_take_along",
    "not_back",
    "suitcase",
    "suitcases",
    "to_return",
]

_RECEIPTS = select(
    SuitcaseMerge.table_name,
    SuitcaseMerge.row_id,
    SuitcaseMerge.digest,
).where(SuitcaseMerge.suitcase_id == bindparam("suitcase_id", type_=Uuid()))


def not_back(
    connection: Connection, suitcase_id: UUID, changes: Sequence[Change]
) -> tuple[Change, ...]:
    """Compare every row of a suitcase with the office; answer those that are not in it.

    What colleagues changed after it was brought counts as brought: its version says so.
    """
    found = connection.execute(_RECEIPTS, {"suitcase_id": suitcase_id})
    receipts = {(row.table_name, row.row_id): read_receipts(row.digest) for row in found}
    missing: list[Change] = []
    for name, group in _by_table(changes):
        home = _home(connection, name, group)
        missing += [
            change
            for change in group
            if not _is_back(change, receipts.get((name, change.key), ()), home.get(change.key))
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
    return {
        row_key(table, row): (held(table, row), row.get("version", 0)) for row in map(dict, found)
    }


def _is_back(change: Change, receipts: Sequence[Receipt], home: tuple[Held, int] | None) -> bool:
    receipt = settled(receipts, digest(change.came))
    if receipt is None:
        return False
    # What came after it out of another copy was put together with it before somebody's eyes.
    if receipt is not latest(receipts) or receipt.outcome is Outcome.KEPT:
        return True
    if change.came is None:
        return home is None
    return home is not None and _says_the_same(change, receipt, home)


def _says_the_same(change: Change, receipt: Receipt, home: tuple[Held, int]) -> bool:
    here, now = home
    if receipt.outcome is Outcome.DECIDED or now > receipt.version:
        return True
    came: Mapping[str, Any] = change.came or {}
    base = change.base or {}
    mine = (
        name for name in set(came) - DERIVED if change.base is None or came[name] != base.get(name)
    )
    return all(here[name] == came[name] for name in mine if name in here)


def may_take_along(connection: Connection) -> bool:
    """Answer whether the person at work may pack what a tour needs and take it along."""
    return Right.TAKE_ALONG in my_rights(connection)


def is_at_home(connection: Connection) -> bool:
    """Answer whether this is an office and not a suitcase on the way."""
    return not inspect(connection).has_table(BASE_TABLE)
