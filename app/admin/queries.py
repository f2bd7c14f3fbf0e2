"""What can be asked about the office itself: its card, its counts, its audit lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.admin.rules import OfficeValues
from db.access import is_known_to_me, is_listed
from db.admin import AuditLine, OfficeCard
from db.areas import Area
from db.letters import Letter
from db.people import Person
from db.visiting import Visit

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


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an office holds."""

    clients: int
    visits: int
    letters: int
    areas: int


_CARD_FIELDS = ("name", "country", "sender", "street", "postal_code", "city", "phone", "email")
_CARD = select(
    OfficeCard.id,
    OfficeCard.version,
    OfficeCard.is_demo,
    OfficeCard.created_at,
    OfficeCard.contact_name,
    *(getattr(OfficeCard, name) for name in _CARD_FIELDS),
).limit(1)

_AUDIT = (
    select(AuditLine.at, AuditLine.who, AuditLine.action, AuditLine.feature, AuditLine.touched)
    .order_by(AuditLine.at.desc(), AuditLine.id)
    .limit(bindparam("most"))
)
_AUDIT_OF_FEATURE = _AUDIT.where(AuditLine.feature == bindparam("feature"))

_COUNTS = select(
    select(func.count(Person.id)).where(is_listed(Person.id)).scalar_subquery(),
    select(func.count(Visit.id)).where(is_known_to_me(Visit.client_id)).scalar_subquery(),
    select(func.count(Letter.id)).where(is_known_to_me(Letter.client_id)).scalar_subquery(),
    select(func.count(Area.id)).scalar_subquery(),
)


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


def counts(connection: Connection) -> Counts:
    """Answer how many clients, visits, letters and areas there are."""
    return Counts(*connection.execute(_COUNTS).one())


def _records(touched: str) -> tuple[tuple[str, UUID | None], ...]:
    return tuple(
        (feature, UUID(record) if record else None) for feature, record in json.loads(touched)
    )
