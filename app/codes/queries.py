"""What can be asked about the words of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.codes.rules import Labels, OwnEntry
from db.office_lists import CodeEntry

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The table and not its class: a statement that goes through the mapper configures all of them.
_ENTRY = CodeEntry.__table__.c
_OWN = select(
    _ENTRY.id,
    _ENTRY.version,
    _ENTRY.list_name,
    _ENTRY.code,
    _ENTRY.label_de,
    _ENTRY.label_da,
    _ENTRY.label_en,
    _ENTRY.position,
    _ENTRY.is_active,
).order_by(_ENTRY.list_name, _ENTRY.position, _ENTRY.code)
_CODES = select(_ENTRY.code).where(_ENTRY.list_name == bindparam("list_name"))


def own_entries(connection: Connection) -> tuple[OwnEntry, ...]:
    """Answer everything that the office said of any list."""
    return tuple(
        OwnEntry(row[0], row[1], row[2], row[3], Labels(*row[4:7]), row[7], row[8])
        for row in connection.execute(_OWN)
    )


def own_codes(connection: Connection, list_name: str) -> frozenset[str]:
    """Answer the codes of which the office said something, also retired ones."""
    return frozenset(connection.scalars(_CODES, {"list_name": list_name}))
