"""Asking who else is at a record now, and naming the place where one is at work oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.presence import holders, place_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

__all__ = ["place_of", "who_edits"]


def who_edits(connection: Connection, record: UUID, doing: str) -> tuple[str, ...]:
    """Answer the names of colleagues who edit a record, without the person at work.

    `doing` is the name of the form. Nobody in an office of this computer, and nobody for whoever
    may not see the record: that somebody is at work on it tells that it is there.
    """
    return holders(connection, record, doing)
