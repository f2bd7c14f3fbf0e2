"""The restore drill of a server: a dump becomes an office beside the real one, and goes again."""

from __future__ import annotations

import os
import secrets
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from shutil import which
from typing import TYPE_CHECKING

from psycopg.conninfo import make_conninfo
from sqlalchemy.orm import Session

from app.admin.drill import Drill, counted, record_drill
from app.errors import N_, Unavailable
from app.office import Act
from app.server.actions import WHO, need_set_up
from db.admin import AuditLine
from db.owner import need_superuser_of, owner_connection, owner_driver, owner_way
from db.server import check_chain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

NO_DUMP = N_("There is no dump {file}.")
NO_PROGRAM = N_("The program pg_restore of PostgreSQL is not there.")
NO_PROGRAM_REMEDY = N_("Install the client programs of PostgreSQL, such as postgresql-client.")
NOT_RESTORED = N_("The dump cannot be restored: {reason}")
NOT_RESTORED_REMEDY = N_(
    "Try an older one, and make a new one with: pg_dump --format=custom. The office was not "
    "touched."
)
_LONGEST = 300
"""Characters of what pg_restore says that are shown."""


def try_dump(address: str, file: Path, ask_password: Callable[[], str] | None = None) -> Drill:
    """Restore a dump into a database of its own, look through it, and throw it away.

    That it was tried is kept in the office, whose rows are not touched otherwise. Raises
    `Refused` or `Unavailable` when the server cannot be reached, or the dump be restored.
    """
    if not file.is_file():
        raise Unavailable(NO_DUMP, file=str(file))
    made = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    known: list[str] = []

    def password() -> str:
        if not known and ask_password is not None:
            known.append(ask_password())
        return known[0] if known else ""

    with owner_connection(address, password) as connection:
        need_set_up(connection)
    with owner_driver(address, password) as driver:
        need_superuser_of(driver)
        name = f"nahbar_drill_{secrets.token_hex(6)}"
        way = make_conninfo("", **(owner_way(address) | {"dbname": name}))
        driver.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            _restore(way, file, "".join(known))
            with owner_connection(way, password) as connection:
                found = _looked_through(connection, made)
        finally:
            driver.execute(f"DROP DATABASE {name} WITH (FORCE)")
    with owner_connection(address, password) as connection:
        return _kept(connection, found)


def _restore(way: str, file: Path, password: str) -> None:
    program = which("pg_restore")
    if program is None:
        raise Unavailable(NO_PROGRAM, NO_PROGRAM_REMEDY)
    told = os.environ | ({"PGPASSWORD": password} if password else {})
    done = subprocess.run(  # noqa: S603 - a program of our own choice, no shell
        [program, "--exit-on-error", "--no-password", f"--dbname={way}", "--", str(file)],
        env=told,
        check=False,
        capture_output=True,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()[:_LONGEST]
        raise Unavailable(NOT_RESTORED, NOT_RESTORED_REMEDY, reason=said)


def _looked_through(connection: Connection, made: datetime) -> Drill:
    now = datetime.now(UTC)
    found = counted(connection, now, made)
    return replace(found, chain_is_whole=check_chain(connection).is_whole, who=WHO)


def _kept(connection: Connection, found: Drill) -> Drill:
    with Session(connection, join_transaction_mode="rollback_only") as session:
        act = Act(session, datetime.now(UTC), WHO)
        kept = record_drill(act, found)
        line = AuditLine(
            at=act.now, who=WHO, action="record_drill", feature="admin", touched='[["admin", null]]'
        )
        session.add(line)
        session.flush()
    return kept
