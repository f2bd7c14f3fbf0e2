"""The schema of a shared office: made and brought up to date by one administrator at a time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from app.errors import N_, Unavailable
from db.channel import CHANNEL, UPGRADED
from db.schema import MIGRATIONS, migrate_on, need_known_schema, schema_of
from db.server.names import OWNER

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

_LOCK = text("SELECT pg_try_advisory_xact_lock(hashtext('nahbar server'))")
_TELL = text(f"SELECT pg_notify('{CHANNEL}', '{UPGRADED}::')")
_STRANGE = text(
    "SELECT quote_ident(c.relname) FROM pg_class c"
    " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'S')"
    " AND pg_get_userbyid(c.relowner) <> :owner"
    # The numbers of a column belong to its table and go with it.
    " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')"
    " AND c.relkind = 'S')"
)

_TABLES = text(
    "SELECT string_agg(c.oid::regclass::text, ', ' ORDER BY c.oid) FROM pg_class c"
    " WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text IN ('public', 'sec')"
)
_TRIES_MS = 400
"""How long a try to get all tables at once may hold up who is at work, in milliseconds.

Well below a second, after which a server ends one of two who wait for each other: never a desk.
"""
_IN_THE_WAY = {"55P03", "40P01"}
_BREATH_S = 0.2
"""Between two tries."""

BUSY = N_("Colleagues work in this office without a pause. Nothing was changed.")
BUSY_REMEDY = N_("Ask them to stop for a minute, or try again in the evening.")
AT_WORK = N_("Another set-up or upgrade of this office is running. Nothing was changed.")
AT_WORK_REMEDY = N_("Wait until it has ended, then look with: nahbar server check")


def need_alone(connection: Connection) -> None:
    """Keep others from setting up or upgrading until the transaction ends, or raise."""
    if not connection.execute(_LOCK).scalar_one():
        raise Unavailable(AT_WORK, AT_WORK_REMEDY)


def need_tables(connection: Connection, patience_s: float) -> None:
    """Hold all tables until the transaction ends, as soon as nobody uses any of them, or raise.

    Taken one by one, each would be waited for by somebody who holds the next.
    """
    tables = connection.execute(_TABLES).scalar()
    until = time.monotonic() + patience_s
    while tables:
        try:
            with connection.begin_nested():
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_TRIES_MS}")
                connection.exec_driver_sql(f"LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE")
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{patience_s:g}s'")
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) not in _IN_THE_WAY:
                raise
            if time.monotonic() > until:
                raise Unavailable(BUSY, BUSY_REMEDY) from error
            time.sleep(_BREATH_S)
        else:
            return


def migrate_shared(connection: Connection, folder: Path = MIGRATIONS) -> tuple[str, str]:
    """Bring the schema up to date; answers the version before and after.

    Raises `Unavailable` when it is newer than the program. Nothing is kept before the
    transaction ends. Only a superuser sees every row that a step may have to change: to the
    owner of the tables the policies apply like to anyone.
    """
    before = schema_of(connection)
    if need_known_schema(before, folder):
        connection.exec_driver_sql("SET LOCAL search_path = public")
        migrate_on(connection, folder=folder)
        # Told when the transaction ends: windows of an older version leave the office.
        connection.execute(_TELL)
    return before, schema_of(connection)


def give_to_owner(connection: Connection) -> int:
    """Let the tables belong to the owner that nobody logs in as; answers how many did not."""
    strange = connection.scalars(_STRANGE, {"owner": OWNER}).all()
    for name in strange:
        connection.exec_driver_sql(f"ALTER TABLE public.{name} OWNER TO {OWNER}")
    return len(strange)
