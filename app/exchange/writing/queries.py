"""Whether the person at work may take lists out of the office, and what left it so far."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.access.queries import my_rights
from app.access.rules import Right
from db.exchange import ExportLog

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One list that left the office."""

    id: UUID
    at: datetime
    """Aware, UTC."""
    who: str
    list_name: str
    reason: str
    form: str
    columns: tuple[str, ...]
    rows: int
    with_protected: bool


_LATEST = (
    select(
        ExportLog.id,
        ExportLog.at,
        ExportLog.who,
        ExportLog.list_name,
        ExportLog.reason,
        ExportLog.form,
        ExportLog.columns,
        ExportLog.rows,
        ExportLog.with_protected,
    )
    .order_by(ExportLog.at.desc(), ExportLog.id)
    .limit(bindparam("most"))
)


def may_export(connection: Connection) -> bool:
    """Answer whether the person at work may take lists out of the office."""
    return Right.EXPORT in my_rights(connection)


def latest_exports(connection: Connection, most: int = 200) -> tuple[ExportRow, ...]:
    """Answer the lists that left the office last, the latest first."""
    found = connection.execute(_LATEST, {"most": most})
    return tuple(ExportRow(*row[:6], tuple(json.loads(row[6])), *row[7:]) for row in found)
