"""Whether a database guards itself: a shared office does, by the functions of `db.server`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_IS_GUARDED = text("SELECT to_regnamespace('sec') IS NOT NULL")


def is_guarded(connection: Connection) -> bool:
    """Answer whether there are functions that see past the policies; asked once a connection."""
    if connection.dialect.name != "postgresql":
        return False
    known: bool | None = connection.info.get("is_guarded")
    if known is None:
        known = bool(connection.scalar(_IS_GUARDED))
        connection.info["is_guarded"] = known
    return known
