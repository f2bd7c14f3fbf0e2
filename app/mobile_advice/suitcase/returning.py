"""Bringing one row home: in one act with its receipt, so that no repetition brings it twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from app.errors import N_, Problem, Refused
from app.mobile_advice.suitcase.actions import note_copy
from app.mobile_advice.suitcase.fitting import (
    Blocked,
    after_keeping,
    after_writing,
    fitted,
    is_numbered,
    why_blocked,
)
from app.mobile_advice.suitcase.receipts import (
    BROUGHT,
    FINAL,
    Receipt,
    latest,
    outcome_of,
    read_receipts,
    settled,
    stored,
    with_receipt,
    write_receipts,
)
from app.mobile_advice.suitcase.rules import (
    Outcome,
    Settled,
    SuitcaseState,
    Verdict,
    chosen_values,
    settle,
)
from db.base import Base
from db.features import FEATURES_OF
from db.suitcase import Suitcase, SuitcaseMerge
from db.suitcase_base import Change
from db.suitcase_lines import digest, held, values_of
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from app.office import Act
    from db.suitcase_lines import Held

__all__ = ["FINAL", "Asked", "Brought", "Change", "Decision", "bring_row"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A row about which somebody must decide."""

    change: Change
    verdict: Verdict
    home: Held | None
    """What the office holds; None where it has no such row."""
    differing: Mapping[str, Any]
    """The fields in which both differ, with what the suitcase says."""
    proposed: frozenset[str]
    """Those in which only the suitcase has something new."""
    blocked: Blocked | None = None
    """Why it does not fit into the office as it is; None for two changes of one row."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one row."""

    outcome: Outcome
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a row.

    Of two changes `taken` are the fields that are taken from the suitcase, and `together` the
    texts that say what both say; of any other question `brings` says whether the suitcase's row,
    or its removal, is to stand.
    """

    taken: frozenset[str] = frozenset()
    together: Mapping[str, str] = field(default_factory=dict)
    brings: bool = False


def bring_row(
    act: Act, suitcase_id: UUID, change: Change, decision: Decision | None = None
) -> Brought:
    """Bring one row of a suitcase home, once; without a decision nothing of two is put together.

    Raises `Refused` for a suitcase that was given up, or where the role may not write such rows.
    """
    _need_known(act, suitcase_id)
    note_copy(act, suitcase_id, change.trail)
    kept = stored(act.session, suitcase_id, change.table, change.key)
    receipts = read_receipts(kept.digest) if kept is not None else ()
    bringing = _Bringing(act, change, decision)
    done = settled(receipts, digest(change.came))
    if done is not None and _is_done(done, latest(receipts), bringing.home):
        return Brought(done.outcome)
    brought = bringing.by(_settled(latest(receipts), bringing))
    _keep_receipt(act, suitcase_id, change, brought, kept)
    return brought


def _settled(last: Receipt | None, bringing: _Bringing) -> Settled:
    change, home = bringing.change, bringing.home
    was_here = last is not None and last.outcome in BROUGHT
    if was_here and home is None and change.came is not None:
        # It was brought, and somebody removed it since.
        return Settled(Verdict.ASK_GONE, change.came)
    is_ours = last is not None and _is_ours(last, bringing.row, change)
    return settle(change.base, change.came, home, is_ours=is_ours)


class _Bringing:
    """One row on its way into the office, in the transaction of one act."""

    def __init__(self, act: Act, change: Change, decision: Decision | None) -> None:
        self.change = change
        self._act, self._decision = act, decision
        self._table = metadata.tables[change.table]
        self.row = _found(act.session, change)
        self.home = None if self.row is None else held(self._table, _values(self._table, self.row))

    def by(self, settled: Settled) -> Brought:
        """Do what was settled, or ask."""
        verdict, decision = settled.verdict, self._decision
        if verdict is Verdict.SAME:
            return Brought(Outcome.SAME)
        if verdict not in _QUESTIONS:
            return self._written(settled.writes, _OUTCOMES[verdict])
        if decision is None:
            return self._asked(verdict, settled)
        if verdict is Verdict.ASK:
            writes = {**chosen_values(settled, decision.taken), **decision.together}
            return self._written(writes, Outcome.DECIDED) if writes else Brought(Outcome.KEPT)
        if not decision.brings:
            return Brought(Outcome.KEPT)
        return self._written(settled.writes, _OUTCOMES[verdict])

    def _asked(self, verdict: Verdict, settled: Settled, why: Blocked | None = None) -> Brought:
        asked = Asked(self.change, verdict, self.home, settled.writes, settled.proposed, why)
        return Brought(Outcome.CONFLICT, asked)

    def _written(self, writes: Mapping[str, Any], outcome: Outcome) -> Brought:
        values = values_of(self._table, writes)
        if self._try(values, outcome):
            return Brought(outcome)
        return self._fitted(values, outcome)

    def _fitted(self, values: dict[str, Any], outcome: Outcome) -> Brought:
        """Find another place for what has no room; numbers are given anew without a question."""
        session, change, decision = self._act.session, self.change, self._decision
        if decision is not None and not decision.brings:
            return Brought(Outcome.KEPT)
        if decision is not None or is_numbered(self._table, change):
            self.row = _found(session, change)
            if self._try(fitted(session, self._table, change, values), outcome):
                return Brought(Outcome.DECIDED)
        why = why_blocked(session, self._table, change)
        return self._asked(Verdict.ASK_GONE, Settled(Verdict.ASK_GONE, change.came or {}), why)

    def _try(self, values: dict[str, Any], outcome: Outcome) -> bool:
        """Write into a place of its own, which is given back where the office has no room."""
        session = self._act.session
        try:
            with session.begin_nested():
                self._write(values, outcome)
        except IntegrityError:
            return False
        key = self.change.key if "id" in self._table.c else None
        self._act.touch(min(FEATURES_OF.get(self._table.name, _ANY)), key)
        return True

    def _write(self, values: dict[str, Any], outcome: Outcome) -> None:
        session, row = self._act.session, self.row
        if outcome is Outcome.REMOVED:
            session.delete(row)
        elif row is None:
            row = _model(self._table)(**values)
            after_writing(self._act, self._table, row, is_new=True)
            session.add(row)
        else:
            for name, value in values.items():
                setattr(row, name, value)
            after_writing(self._act, self._table, row, is_new=False)
        session.flush()
        after_keeping(self._act, self._table, row)


_QUESTIONS = frozenset({Verdict.ASK, Verdict.ASK_GONE, Verdict.ASK_REMOVED})
_OUTCOMES = {
    Verdict.ADD: Outcome.ADDED,
    Verdict.ASK_GONE: Outcome.ADDED,
    Verdict.CHANGE: Outcome.CHANGED,
    Verdict.REMOVE: Outcome.REMOVED,
    Verdict.ASK_REMOVED: Outcome.REMOVED,
}


def _need_known(act: Act, suitcase_id: UUID) -> None:
    suitcase = act.session.get(Suitcase, suitcase_id)
    if suitcase is None:
        raise Refused(Problem(UNKNOWN))
    if suitcase.state == SuitcaseState.GIVEN_UP:
        raise Refused(Problem(GIVEN_UP))


def _is_done(done: Receipt, last: Receipt | None, home: Held | None) -> bool:
    """Answer whether a row was brought, or decided about, as it is in the suitcase now."""
    if done is not last:
        # Another copy came after it: then somebody saw both.
        return True
    return home is not None or done.outcome not in BROUGHT


def _is_ours(last: Receipt, row: Any, change: Change) -> bool:  # noqa: ANN401 - any row
    """Answer whether the office's row is as an earlier state of the same copy left it."""
    if row is None or last.outcome not in BROUGHT or last.head not in change.trail:
        return False
    return last.version > 0 and last.version == getattr(row, "version", 0)


def _keep_receipt(
    act: Act, suitcase_id: UUID, change: Change, brought: Brought, known: SuitcaseMerge | None
) -> None:
    row = _found(act.session, change)
    version = 0 if row is None else getattr(row, "version", 0)
    kept = known or SuitcaseMerge(
        id=uuid4(), suitcase_id=suitcase_id, table_name=change.table, row_id=change.key
    )
    head = change.trail[-1] if change.trail else ""
    new = Receipt(digest(change.came), head, brought.outcome, version)
    receipts = with_receipt(read_receipts(kept.digest or ""), new, change.trail)
    kept.digest, kept.outcome = write_receipts(receipts), outcome_of(receipts)
    kept.at, kept.who, kept.row_version = act.now, act.who, version
    act.session.add(kept)
    act.session.flush()
    if not act.touched:
        act.touch("suitcase", kept.id)


def _found(session: Session, change: Change) -> Any:  # noqa: ANN401 - any row
    table = metadata.tables[change.table]
    words = change.came or change.base or {}
    names = [column.name for column in table.primary_key.columns]
    values = values_of(table, {name: words[name] for name in names})
    return session.get(_model(table), tuple(values[name] for name in names))


def _values(table: Table, row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of any table
    keys = inspect(type(row)).attrs.keys()
    return {name: getattr(row, name) for name in keys if name in table.c}


def _model(table: Table) -> type[Any]:
    return _MODELS.setdefault(table.name, _look_up(table))


def _look_up(table: Table) -> type[Any]:
    mappers = Base.registry.mappers
    return next(mapper.class_ for mapper in mappers if mapper.local_table is table)


_MODELS: dict[str, type[Any]] = {}
_ANY = frozenset({"suitcase"})
UNKNOWN = N_("This suitcase was packed in another office. It is returned there.")
GIVEN_UP = N_("This suitcase was given up as lost. The office takes nothing from it any more.")
