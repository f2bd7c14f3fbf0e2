"""Asking who changed a record while somebody else was typing into its form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from db.admin import AuditLine

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed a record last, and when (aware, UTC)."""

    who: str
    at: datetime


_LINE = AuditLine.__table__.c
_LAST = (
    select(_LINE.who, _LINE.at)
    .where(
        _LINE.at >= bindparam("since"),
        _LINE.who != bindparam("me"),
        _LINE.touched.contains(bindparam("record"), autoescape=False),
    )
    .order_by(_LINE.at.desc())
    .limit(1)
)


def who_changed(connection: Connection, record: UUID, since: datetime, me: str) -> Change | None:
    """Answer who but `me` changed a record last since an instant; None where nobody may tell."""
    row = connection.execute(_LAST, {"since": since, "me": me, "record": str(record)}).first()
    return None if row is None else Change(row.who, row.at)
