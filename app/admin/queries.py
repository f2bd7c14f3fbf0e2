"""What can be asked about the office itself: its card and its audit lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select

from app.admin.rules import OfficeValues
from db.admin import AuditLine, OfficeCard

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """The office card with what its form needs to save it again."""

    id: UUID
    version: int
    is_demo: bool
    created_at: datetime
    values: OfficeValues


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did what, when; `records` are (feature, record id or None) and never contents."""

    at: datetime
    who: str
    action: str
    feature: str
    records: tuple[tuple[str, UUID | None], ...]


# The tables and not their classes: the card is asked at every start, and this compiles sooner.
_OFFICE, _LINE = OfficeCard.__table__.c, AuditLine.__table__.c

_CARD_FIELDS = ("name", "country", "sender", "street", "postal_code", "city", "phone", "email")
_CARD = select(
    _OFFICE.id,
    _OFFICE.version,
    _OFFICE.is_demo,
    _OFFICE.created_at,
    _OFFICE.contact_name,
    *(_OFFICE[name] for name in _CARD_FIELDS),
).limit(1)

_AUDIT = (
    select(_LINE.at, _LINE.who, _LINE.action, _LINE.feature, _LINE.touched)
    .order_by(_LINE.at.desc(), _LINE.id)
    .limit(bindparam("most"))
)
_AUDIT_OF_FEATURE = _AUDIT.where(_LINE.feature == bindparam("feature"))


def office_card(connection: Connection) -> OfficeRow | None:
    """Answer the office card, or None before the office is set up."""
    row = connection.execute(_CARD).one_or_none()
    if row is None:
        return None
    facts = row._mapping  # noqa: SLF001 - the documented way to a row's names
    values = OfficeValues(
        contact_name=row.contact_name, **{name: facts[name] for name in _CARD_FIELDS}
    )
    return OfficeRow(row.id, row.version, row.is_demo, row.created_at, values)


def recent_audit_lines(
    connection: Connection, most: int = 100, feature: str = ""
) -> tuple[AuditRow, ...]:
    """Answer the newest audit lines, at most `most`, of one feature or of all."""
    statement = _AUDIT_OF_FEATURE if feature else _AUDIT
    rows = connection.execute(statement, {"most": most, "feature": feature})
    return tuple(
        AuditRow(row.at, row.who, row.action, row.feature, _records(row.touched)) for row in rows
    )


def _records(touched: str) -> tuple[tuple[str, UUID | None], ...]:
    return tuple(
        (feature, UUID(record) if record else None) for feature, record in json.loads(touched)
    )
