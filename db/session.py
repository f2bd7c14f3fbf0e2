"""Opening the database: an encrypted SQLite file with its key, and the engine on top of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import sqlalchemy.dialects.sqlite  # noqa: F401 - loaded with the rest, not when connecting
import sqlcipher3.dbapi2 as cipher
from sqlalchemy import URL, create_engine, event
from sqlalchemy.pool import QueuePool

from db.at_work import NOBODY, AtWork
from db.files import make_private
from db.statement_cache import StatementCache

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

Mode = Literal["rw", "rwc", "ro"]
"""Write an existing file, make a new one, or only read."""

BUSY_MS = 5000
"""How long a statement waits for another program's lock, in milliseconds."""

_PREPARED = 256
"""Statements that a connection keeps prepared: a tour through all pages asks half as many."""

_OLDEST_SQLITE = (3, 51, 3)
"""Earlier versions can damage a database when the write-ahead log is reset."""
_OLDEST_CIPHER = 4

_ALWAYS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cache_size = -65536",
)
_WRITING = (
    "journal_mode = WAL",
    # With NORMAL a power cut can lose commits that were already reported as saved.
    "synchronous = FULL",
    # The same for macOS, where an ordinary flush only reaches the drive.
    "fullfsync = ON",
    "secure_delete = ON",
)


def connect(file: Path, key: bytes, mode: Mode = "rw", *, busy_ms: int = BUSY_MS) -> Any:  # noqa: ANN401 - the driver has no types
    """Open one raw connection to an encrypted file with its raw 32-byte data key.

    A missing file is only made with mode "rwc". Raises the driver's `DatabaseError`
    when the key is wrong or the first page is damaged.
    """
    connection = cipher.connect(
        _address(file, mode),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_PREPARED,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{as_raw_key(key)}"')
        _need_versions(connection)
        connection.execute(f"PRAGMA busy_timeout = {busy_ms}")
        for pragma in _ALWAYS if mode == "ro" else _ALWAYS + _WRITING:
            connection.execute(f"PRAGMA {pragma}")
        NOBODY.tell(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_engine(
    file: Path,
    key: bytes,
    *,
    create: bool = False,
    read_only: bool = False,
    busy_ms: int = BUSY_MS,
) -> Engine:
    """Open an encrypted office file with its raw 32-byte data key.

    A missing or empty file is never silently made: only `create=True` makes one.
    """
    mode: Mode = "rwc" if create else "ro" if read_only else "rw"
    if create:
        make_private(file)

    def opened() -> Any:  # noqa: ANN401 - the driver has no types
        return connect(file, key, mode, busy_ms=busy_ms)

    engine = create_engine(
        URL.create("sqlite"),  # to read it from a text would take longer than to connect
        module=cipher,
        creator=opened,
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,
        execution_options={"compiled_cache": StatementCache()},
    )
    event.listen(engine, "begin", _begin)
    return engine


def as_raw_key(key: bytes) -> str:
    """Write a data key the way SQLCipher takes it without deriving another from it."""
    if len(key) != KEY_BYTES:
        message = "a data key has 32 bytes"
        raise ValueError(message)
    return f"x'{key.hex()}'"


KEY_BYTES = 32


def _work_for(connection: Connection, at_work: AtWork) -> None:
    if connection.info.get("at_work", NOBODY) is not at_work:
        at_work.tell(connection.connection.dbapi_connection)
        connection.info["at_work"] = at_work


def _address(file: Path, mode: Mode) -> str:
    address = f"{file.absolute().as_uri()}?mode={mode}"
    wal = file.with_name(f"{file.name}-wal")
    # Without a log to read, a write-protected folder can only be read as unchanging.
    return f"{address}&immutable=1" if mode == "ro" and not wal.exists() else address


def _need_versions(connection: Any) -> None:  # noqa: ANN401 - the driver has no types
    """Refuse to work on libraries that are known to lose data."""
    _need_sqlite(cipher.sqlite_version)
    row = connection.execute("PRAGMA cipher_version").fetchone()
    if row is None or int(row[0].split(".")[0]) < _OLDEST_CIPHER:
        message = f"SQLCipher {_OLDEST_CIPHER} or newer is needed, found {row}"
        raise RuntimeError(message)


@lru_cache
def _need_sqlite(version: str) -> None:
    if tuple(int(part) for part in version.split(".")) < _OLDEST_SQLITE:
        message = f"SQLite {version} can damage files; 3.51.3 or newer is needed"
        raise RuntimeError(message)


def _begin(connection: Connection) -> None:
    """Take the write lock at the start, so that a later upgrade cannot fail; reads need none."""
    options = connection.get_execution_options()
    _work_for(connection, options.get("at_work", NOBODY))
    reads_only = options.get("reads_only", False)
    if connection.info.get("reads_only") != reads_only:
        # A question that tries to write fails at once instead of upgrading its lock.
        connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if reads_only else 'OFF'}")
        connection.info["reads_only"] = reads_only
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
