"""Receipts of rows that came back, one for each state in which the copies of a suitcase had them.

A suitcase is a file, and a file can be copied. Its copies are told apart by the lines of their
audits: what was done in one copy after it was made stands in no other. A state that goes on from
one that was brought before has its last line; any other state comes out of another copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Uuid, bindparam, select

from app.mobile_advice.suitcase.rules import Outcome
from db.admin import AuditLine
from db.suitcase import SuitcaseMerge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from db.suitcase_base import Trail

FINAL = frozenset(Outcome) - {Outcome.CONFLICT}
BROUGHT = frozenset({Outcome.ADDED, Outcome.CHANGED, Outcome.SAME, Outcome.DECIDED})
COPIES = "suitcase"
"""Stands for the table of the receipt that says which copies were begun and which ended."""
_NOTHING = "-"


class Receipt(NamedTuple):
    """What became of one state of a row."""

    digest: str
    """What the row held; "" where it was removed."""
    head: str
    """The last line of the audit of the copy that it came in; "" where that is not known."""
    outcome: Outcome
    version: int
    """The version that the row has in the office since; 0 where it is not there."""


def read_receipts(words: str) -> tuple[Receipt, ...]:
    """Understand the receipts of a row, the oldest first."""
    return tuple(_read(line) for line in words.splitlines())


def write_receipts(receipts: Iterable[Receipt]) -> str:
    """Write the receipts of a row, one a line."""
    return "\n".join(
        " ".join((one.digest or _NOTHING, one.head or _NOTHING, one.outcome, str(one.version)))
        for one in receipts
    )


def with_receipt(receipts: Iterable[Receipt], new: Receipt, trail: Trail) -> tuple[Receipt, ...]:
    """Add a receipt; what waited for a decision in an earlier state of the same copy is over."""
    kept = (one for one in without_questions(receipts, trail) if one.digest != new.digest)
    return (*kept, new)


def without_questions(receipts: Iterable[Receipt], trail: Trail) -> tuple[Receipt, ...]:
    """Leave out what waited for a decision in a state of this copy."""
    return tuple(
        one for one in receipts if one.outcome is not Outcome.CONFLICT or one.head not in trail
    )


def latest(receipts: Sequence[Receipt]) -> Receipt | None:
    """Answer the receipt of the state that the office's row was made of."""
    return next((one for one in reversed(receipts) if one.outcome in FINAL), None)


def settled(receipts: Sequence[Receipt], digest: str) -> Receipt | None:
    """Answer the receipt of a state about which nothing is open."""
    found = (one for one in receipts if one.digest == digest and one.outcome in FINAL)
    return next(found, None)


def outcome_of(receipts: Sequence[Receipt]) -> Outcome:
    """Answer what is said of the row: that it waits, if any of its states does."""
    waits = any(one.outcome is Outcome.CONFLICT for one in receipts)
    return Outcome.CONFLICT if waits else receipts[-1].outcome


def with_copy(receipts: Sequence[Receipt], trail: Trail, *, ended: bool) -> tuple[Receipt, ...]:
    """Say of a copy that its return was begun, or that it has ended."""
    head = trail[-1]
    known = next((one for one in receipts if one.head == head), None)
    if known is not None and (known.outcome is Outcome.SAME or not ended):
        return tuple(receipts)
    kept = (one for one in receipts if one.head not in trail)
    return (*kept, Receipt("", head, Outcome.SAME if ended else Outcome.CONFLICT, 0))


def trail_of(connection: Connection) -> Trail:
    """Answer the lines of the audit of a suitcase, the oldest first."""
    return tuple(key.hex for key in connection.scalars(_TRAIL))


def stored(session: Session, suitcase_id: UUID, table: str, key: UUID) -> SuitcaseMerge | None:
    """Answer what is kept of a row of a suitcase."""
    asked = {"suitcase_id": suitcase_id, "table_name": table, "row_id": key}
    return session.scalar(_STORED, asked)


_TRAIL = select(AuditLine.id).order_by(AuditLine.number, AuditLine.at)
_STORED = select(SuitcaseMerge).where(
    SuitcaseMerge.suitcase_id == bindparam("suitcase_id", type_=Uuid()),
    SuitcaseMerge.table_name == bindparam("table_name"),
    SuitcaseMerge.row_id == bindparam("row_id", type_=Uuid()),
)


def _read(line: str) -> Receipt:
    digest, head, outcome, version = line.split(" ")
    return Receipt(_plain(digest), _plain(head), Outcome(outcome), int(version))


def _plain(word: str) -> str:
    return "" if word == _NOTHING else word
