"""What can be asked about the words of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.codes.rules import Labels, OwnEntry
from db.office_lists import CodeEntry

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OWN = select(
    CodeEntry.id,
    CodeEntry.version,
    CodeEntry.list_name,
    CodeEntry.code,
    CodeEntry.label_de,
    CodeEntry.label_da,
    CodeEntry.label_en,
    CodeEntry.position,
    CodeEntry.is_active,
).order_by(CodeEntry.list_name, CodeEntry.position, CodeEntry.code)
_CODES = select(CodeEntry.code).where(CodeEntry.list_name == bindparam("list_name"))


def own_entries(connection: Connection) -> tuple[OwnEntry, ...]:
    """Answer everything that the office said of any list."""
    return tuple(
        OwnEntry(row[0], row[1], row[2], row[3], Labels(*row[4:7]), row[7], row[8])
        for row in connection.execute(_OWN)
    )


def own_codes(connection: Connection, list_name: str) -> frozenset[str]:
    """Answer the codes of which the office said something, also retired ones."""
    return frozenset(connection.scalars(_CODES, {"list_name": list_name}))
