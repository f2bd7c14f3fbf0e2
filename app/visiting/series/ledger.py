"""What an act changed in series and visits, kept so that the act can be taken back as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import inspect, select

from app.errors import Conflict, Problem
from app.office import CHANGED_MEANWHILE
from db.series import VisitSeries
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from app.office import Act

Row: TypeAlias = VisitSeries | Visit
_TABLES: tuple[type[Row], ...] = (VisitSeries, Visit)


@dataclass(frozen=True, slots=True)
class Step:
    """One row: what stood in it before, and the version that it has after the act."""

    table: str
    id: UUID
    before: Mapping[str, Any] | None
    """None where the act made the row."""
    version: int | None
    """None where the act deleted the row."""


@dataclass(frozen=True, slots=True)
class SeriesUndo:
    """Everything that an act changed."""

    steps: tuple[Step, ...] = ()


class Ledger:
    """Writes down what stands in rows before an act changes them."""

    def __init__(self, act: Act) -> None:
        """Begin with nothing."""
        self._act = act
        self._rows: dict[UUID, tuple[Row, Mapping[str, Any] | None]] = {}

    def keep(self, *rows: Row) -> None:
        """Write down rows that the act may change; a second time changes nothing."""
        for row in rows:
            if row.id not in self._rows:
                self._rows[row.id] = (row, _values(row))

    def add(self, row: Row) -> None:
        """Add a row that the act makes."""
        self._act.session.add(row)
        self._rows[row.id] = (row, None)

    def drop(self, row: Row) -> None:
        """Delete a row."""
        self.keep(row)
        self._act.session.delete(row)

    def close(self) -> SeriesUndo:
        """Write everything into the database, and answer how it is taken back."""
        self._act.session.flush()
        steps = (_step(row, before) for row, before in self._rows.values())
        return SeriesUndo(tuple(step for step in steps if step is not None))


def take_back(act: Act, undo: SeriesUndo) -> None:
    """Put every row as it stood before; raises `Conflict` where one was changed meanwhile."""
    for table in _TABLES:
        # Series first: visits point at them.
        steps = [step for step in undo.steps if step.table == table.__tablename__]
        _put_back(act, table, steps)
    act.session.flush()
    for step in undo.steps:
        if step.before is None and step.table == VisitSeries.__tablename__:
            # Only now nothing points at them any more.
            act.session.delete(act.session.get_one(VisitSeries, step.id))
            act.session.flush()


def _put_back(act: Act, table: type[Row], steps: Sequence[Step]) -> None:
    ids = [step.id for step in steps]
    rows: dict[UUID, Any] = {}
    for first in range(0, len(ids), 500):
        some = select(table).where(table.id.in_(ids[first : first + 500]))
        rows |= {row.id: row for row in act.session.scalars(some)}
    for step in steps:
        row = rows.get(step.id)
        if (row.version if row is not None else None) != step.version:
            raise Conflict(Problem(CHANGED_MEANWHILE))
        if row is None:
            act.session.add(table(**(step.before or {})))
        elif step.before is not None:
            for name, value in step.before.items():
                setattr(row, name, value)
        elif table is Visit:
            act.session.delete(row)
    act.session.flush()


def _values(row: Row) -> Mapping[str, Any]:
    names = (column.key for column in type(row).__table__.c)
    return {name: getattr(row, name) for name in names if name != "version"}


def _step(row: Row, before: Mapping[str, Any] | None) -> Step | None:
    state: Any = inspect(row)
    is_gone = state.deleted or state.detached
    if not is_gone and before == _values(row):
        return None
    return Step(type(row).__tablename__, row.id, before, None if is_gone else row.version)
