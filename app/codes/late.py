"""The words of an office for a window that begins: asked where it may import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quick_import import quick_import

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.codes.rules import OwnEntry


def own_words(connection: Connection) -> tuple[OwnEntry, ...]:
    """Answer everything that the office said of any list, see `own_entries`."""
    with quick_import():
        from app.codes.queries import own_entries  # noqa: PLC0415 - not before the first lines
    return own_entries(connection)
