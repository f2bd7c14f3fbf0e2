"""Who is editing what in a shared office, shown by locks that end with the connection.

The lock hinders nobody and holds no content. Who holds it is what the server itself says of the
connection, never what anybody claims; whoever asks must know the record's key already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from db.server.names import CHANNEL

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

HERE = "here"
"""Stands in place of a table in what is told when somebody begins or ends to edit."""
_SAID = "pg_notify('{channel}', '{here}:{record}:')"
_HOLDERS = text(
    "SELECT DISTINCT m.name FROM pg_catalog.pg_locks l"
    " JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
    " JOIN public.member m ON m.login = a.usename AND m.is_active"
    " WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted"
    " AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d"
    " WHERE d.datname = current_database())"
    " AND l.classid = CAST(:high AS oid) AND l.objid = CAST(:low AS oid)"
    " AND m.name <> public.nahbar_me() ORDER BY m.name"
).bindparams(bindparam("high"), bindparam("low"))


def hold_words(record: UUID) -> str:
    """Answer the SQL that shows that a record is being edited."""
    return f"SELECT pg_try_advisory_lock_shared({_key(record)}), {_say(record)}"


def let_go_words(record: UUID) -> str:
    """Answer the SQL that shows that it no longer is."""
    return f"SELECT pg_advisory_unlock_shared({_key(record)}), {_say(record)}"


def holders(connection: Connection, record: UUID) -> tuple[str, ...]:
    """Answer the names of the colleagues who edit a record now, without the person at work."""
    if connection.dialect.name != "postgresql":
        return ()
    bits = record.int >> 64
    found = connection.execute(_HOLDERS, {"high": bits >> 32, "low": bits & 0xFFFFFFFF})
    return tuple(found.scalars())


def _key(record: UUID) -> int:
    """Answer half of a record's key as a lock of the server knows it."""
    return int.from_bytes((record.int >> 64).to_bytes(8, "big"), "big", signed=True)


def _say(record: UUID) -> str:
    return _SAID.format(channel=CHANNEL, here=HERE, record=record)
