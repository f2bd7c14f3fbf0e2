"""The chain of an office's own audit lines: each line's hash covers it and the line before.

In an office of one file nobody can be kept from writing to it who holds its key. The chain does
not prevent a change, it shows it: whoever changes or removes a line would have to make every
later hash anew, and the printed end of the chain would not fit any more. A server keeps a chain
of its own (`db.server.audit`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, update

from db.admin import AuditLine

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Row

_LINE = AuditLine.__table__.c
_CONTENT = (_LINE.id, _LINE.at, _LINE.who, _LINE.action, _LINE.feature, _LINE.touched)
_LAST = (
    select(_LINE.number, _LINE.hash)
    .where(_LINE.number.is_not(None))
    .order_by(_LINE.number.desc())
    .limit(1)
)
_OPEN = select(*_CONTENT).where(_LINE.number.is_(None)).order_by(_LINE.at, _LINE.id)
_SEALED = (
    select(_LINE.number, _LINE.hash, *_CONTENT)
    .where(_LINE.number.is_not(None))
    .order_by(_LINE.number)
)
_UNSEALED = select(func.count()).where(_LINE.number.is_(None))
_SEAL = (
    update(AuditLine.__table__)  # type: ignore[arg-type]  # a class knows its table as a clause
    .where(_LINE.id == bindparam("line_id"))
    .values(number=bindparam("at_number"), hash=bindparam("made"))
)
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class LocalChain:
    """What a walk along the chain found."""

    lines: int
    """How many lines fit, one after the other."""
    broken: int | None
    """The number of the first line that does not fit; None where all do."""
    unsealed: int
    """Lines outside the chain: another program put them there."""
    end_hash: str
    """The hash of the last line that fits, as 64 hexadecimal digits; "" without lines."""


def seal(connection: Connection, line: AuditLine) -> None:
    """Give a new line its number and hash, where the office is a file."""
    if connection.dialect.name != "sqlite":
        return
    number, before = _end(connection)
    line.number = number + 1
    content = (line.id, line.at, line.who, line.action, line.feature, line.touched)
    line.hash = hash_of(before, line.number, *content)


def seal_all(connection: Connection) -> int:
    """Append all lines outside the chain to it, as after a migration; answer how many."""
    if connection.dialect.name != "sqlite":
        return 0
    number, before = _end(connection)
    rows = connection.execute(_OPEN).all()
    seals = []
    for row in rows:
        number += 1
        before = hash_of(before, number, *row)
        seals.append({"line_id": row.id, "at_number": number, "made": before})
    for start in range(0, len(seals), _AT_ONCE):
        connection.execute(_SEAL, seals[start : start + _AT_ONCE])
    return len(rows)


def check_local_chain(connection: Connection) -> LocalChain:
    """Walk along the whole chain of an office that is a file."""
    number, before, broken = 0, "", None
    for row in connection.execute(_SEALED):
        if row.number != number + 1 or row.hash != hash_of(before, *_content(row)):
            broken = number + 1
            break
        number, before = row.number, row.hash
    unsealed = connection.execute(_UNSEALED).scalar_one()
    return LocalChain(number, broken, unsealed, before)


def hash_of(
    before: str,
    number: int,
    line_id: UUID,
    at: datetime,
    who: str,
    action: str,
    feature: str,
    touched: str,
) -> str:
    """Answer the hash of a line after the one with the hash `before`."""
    instant = at.astimezone(UTC).isoformat()
    said = json.dumps([before, number, line_id.hex, instant, who, action, feature, touched])
    return sha256(said.encode("ascii")).hexdigest()


def _content(row: Row[*tuple[Any, ...]]) -> tuple[int, UUID, datetime, str, str, str, str]:
    return row.number, row.id, row.at, row.who, row.action, row.feature, row.touched


def _end(connection: Connection) -> tuple[int, str]:
    row = connection.execute(_LAST).one_or_none()
    return (0, "") if row is None else (int(row.number), str(row.hash))
