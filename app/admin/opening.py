"""Opening an office: each step of the way, in the order that loses nothing."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from app.admin.local_office import LocalOffice, was_moved
from app.admin.rules import BackupReason, Damaged
from app.errors import N_, Problem, Refused, Unavailable
from db.backup import Order, make_backup
from db.check import DAMAGED, RESTORE, is_damage, need_whole_pages
from db.folder import OfficeFolder
from db.keys import WRONG_KEY, read_keys
from db.lock import hold
from db.mounts import need_local
from db.moved_mark import read_mark
from db.rotation import settle_rotation
from db.schema import MIGRATIONS, migrate, need_known_schema, schema_of
from db.session import BUSY_MS, open_engine
from db.state import last_check, read_state
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from db.lock import OfficeLock
    from db.mounts import Mount

_log = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


def open_office(
    folder: Path,
    key: bytes,
    *,
    who: str,
    clock: Callable[[], datetime] = _now,
    mounts: Iterable[Mount] | None = None,
    migrations: Path = MIGRATIONS,
    busy_ms: int = BUSY_MS,
    kind: type[LocalOffice] = LocalOffice,
) -> LocalOffice:
    """Open an office with its data key, for one person.

    Raises `Refused` for a wrong key, `Damaged` when pages are damaged, `Unavailable` when the
    office is missing, empty, in use, on the network, made by a newer version, or when the
    disk cannot be read. A write-protected office opens for reading (`is_read_only`), and so does
    one that was moved to a server (`moved_to`). `kind` is what the office is to be.
    """
    place = OfficeFolder.of(folder)
    place.need_database()
    with plain_trouble(place.path):
        # Who was here last must be read before the lock notes the new holder.
        state = read_state(place.state)
        lock = hold(place, who, clock()) if place.is_writable else None
        try:
            need_local(place.path, mounts)
            key = settle_rotation(place, _right_key(place, key), may_write=lock is not None)
            # The seal is a matter of this computer: its own clock, not that of the office.
            checked_at = last_check(place, state, _now())
            engine = _engine(place, key, lock, clock, migrations, busy_ms)
            if checked_at is None:
                checked_at = _check(place, key, engine)
        except BaseException:
            if lock:
                lock.release()
            raise
    office = kind(engine, place, key, who=who, clock=clock, lock=lock, checked_at=checked_at)
    if went := read_mark(place):
        # To go on writing where the others do not see it would be lost work.
        office.is_read_only, office.moved_to = True, was_moved(went)
    return office


def _right_key(place: OfficeFolder, key: bytes) -> bytes:
    if not read_keys(place.keys).knows(key):
        raise Refused(Problem(WRONG_KEY, "key"))
    return key


def _engine(
    place: OfficeFolder,
    key: bytes,
    lock: OfficeLock | None,
    clock: Callable[[], datetime],
    migrations: Path,
    busy_ms: int,
) -> Engine:
    engine = open_engine(place.database, key, read_only=lock is None, busy_ms=busy_ms)
    try:
        with engine.execution_options(reads_only=True).connect() as connection:
            is_old = need_known_schema(_known_version(connection), migrations)
        if is_old:
            make_backup(place, key, Order(clock(), BackupReason.MIGRATION))
            _migrate(engine, migrations)
    except DatabaseError as error:
        engine.dispose()
        if is_damage(error.orig):
            # The key is right, as keys.json proves: so it is a page that is not.
            need_whole_pages(place.database, key, "rw" if lock else "ro")
            raise Damaged(DAMAGED, RESTORE) from error
        raise
    except BaseException:
        engine.dispose()
        raise
    return engine


def _known_version(connection: Connection) -> str:
    version = schema_of(connection)
    if not version:
        raise Damaged(DAMAGED, RESTORE)
    return version


def _migrate(engine: Engine, migrations: Path) -> None:
    """Bring the tables up to date, or leave them as they are and say so."""
    try:
        with plain_trouble():
            migrate(engine, folder=migrations)
    except Unavailable:
        raise
    except Exception as error:
        _log.exception("The migration failed and was undone")
        raise Unavailable(NOT_MIGRATED, NOT_MIGRATED_REMEDY) from error


def _check(place: OfficeFolder, key: bytes, engine: Engine) -> datetime:
    """Read the whole file; nobody can say how it was left the last time.

    That tables and indexes agree is left to the backups, which look at that every time.
    """
    try:
        need_whole_pages(place.database, key, "rw" if place.is_writable else "ro")
    except BaseException:
        engine.dispose()
        raise
    return _now()


NOT_MIGRATED = N_("The office could not be brought to this version of Nahbar. It is unchanged.")
NOT_MIGRATED_REMEDY = N_(
    "Go on with the version that you used before, and report this. A backup was made."
)
