"""Asking who else edits a record now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.presence import holders

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


def who_edits(connection: Connection, record: UUID) -> tuple[str, ...]:
    """Answer the names of colleagues who edit a record, without the person at work.

    Nobody in an office of this computer. Whoever asks knows the record already: its key is what
    is asked by, and a card that is hidden from somebody is never shown there.
    """
    return holders(connection, record)
