"""Backups and restoring for the screens and the command line, and the check of a whole office."""

from __future__ import annotations

import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as cipher

from app.admin.rules import BackupFacts, BackupReason, CheckReport, Damaged, Keeping
from app.errors import Problem, Refused
from db.backup import Order, is_changed, list_backups, make_backup, newest_backup_at, thin_out
from db.check import (
    DAMAGED_PAGES,
    RESTORE,
    counts_of,
    damaged_pages,
    is_sound,
    schema_version,
    unfound_notes,
)
from db.folder import OfficeFolder
from db.keys import WRONG_KEY, read_keys
from db.lock import hold
from db.mounts import need_local
from db.restore import restored, unpack, verify
from db.schema import SCHEMA_HEAD
from db.session import connect
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable


def back_up(
    folder: Path,
    key: bytes,
    target: Path | None = None,
    *,
    reason: BackupReason = BackupReason.ASKED,
    second: Path | None = None,
    now: datetime | None = None,
) -> BackupFacts:
    """Make a verified backup; works while the office is open.

    `target` is a file, a folder, or None for the office's own `backups` folder, which is
    then thinned out. `second` is a folder that gets a copy. Raises `Unavailable`, `Damaged`.
    """
    place = OfficeFolder.of(folder)
    facts = make_backup(place, _right(place, key), Order(now or _now(), reason, target, second))
    if target is None:
        thin_out(place.backups, read_keys(place.keys).office)
    return facts


def back_up_if_due(
    folder: Path, key: bytes, now: datetime, second: Path | None = None
) -> BackupFacts | None:
    """Make a backup when something changed and the newest one is 30 minutes old."""
    place = OfficeFolder.of(folder)
    newest = newest_backup_at(place)
    if newest and now - newest < timedelta(minutes=Keeping().every_minutes):
        return None
    if not is_changed(place, _right(place, key)):
        return None
    return back_up(folder, key, reason=BackupReason.SCHEDULE, second=second, now=now)


def backups(folder: Path) -> tuple[BackupFacts, ...]:
    """Answer the backups in the office's own folder, newest first."""
    return list_backups(OfficeFolder.of(folder))


def newest_backup(folder: Path) -> datetime | None:
    """Answer when the newest backup was made (aware), or None."""
    return newest_backup_at(OfficeFolder.of(folder))


def verify_backup(file: Path, key: bytes) -> BackupFacts:
    """Read a whole backup with its key; raises `Refused`, `Damaged` or `Unavailable`."""
    with plain_trouble(), tempfile.TemporaryDirectory(prefix="nahbar-") as folder:
        return verify(file, unpack(file, Path(folder)), key)


def restore(
    file: Path,
    folder: Path,
    key_source: bytes | Callable[[Path], bytes],
    *,
    who: str = "",
    now: datetime | None = None,
) -> BackupFacts:
    """Put a backup in the place of an office, or into an empty folder.

    `key_source` is the data key, or asks for it: it is given a folder with the keys.json of
    the backup, such as `partial(key_from_recovery, text=typed)`. The live files are touched
    only when the whole backup was read; they are then kept in a folder `replaced-…`.
    Raises `Refused`, `Damaged`, or `Unavailable` (also when the office is open).
    """
    place = OfficeFolder.of(folder)
    at = now or _now()
    with plain_trouble(place.path):
        place.path.mkdir(parents=True, exist_ok=True)
        lock = hold(place, who, at)
        try:
            need_local(place.path)
            key_of = (lambda _folder: key_source) if isinstance(key_source, bytes) else key_source
            facts, _key = restored(file, place, key_of, at)
            place.backups.mkdir(exist_ok=True)
        finally:
            lock.release()
    return facts


def check_office(folder: Path, key: bytes) -> CheckReport:
    """Look through a whole office, also while it is open; changes nothing.

    Raises `Refused` for a wrong key, `Damaged` when the first page is damaged, `Unavailable`.
    """
    place = OfficeFolder.of(folder)
    place.need_database()
    _right(place, key)
    with plain_trouble(place.path):
        try:
            connection = connect(place.database, key, "rw" if place.is_writable else "ro")
        except cipher.DatabaseError as error:
            raise Damaged(DAMAGED_PAGES, RESTORE, pages="1") from error
        with closing(connection):
            return _report(connection)


def _report(connection: object) -> CheckReport:
    pages = damaged_pages(connection)
    schema = schema_version(connection)
    integrity_ok = is_sound(connection)
    has_index = schema == SCHEMA_HEAD and integrity_ok and not pages
    return CheckReport(
        schema=schema,
        schema_is_current=schema == SCHEMA_HEAD,
        integrity_ok=integrity_ok,
        cipher_ok=not pages,
        damaged_pages=pages,
        counts=counts_of(connection) if not pages else {},
        unfound_notes=unfound_notes(connection) if has_index else 0,
    )


def _right(place: OfficeFolder, key: bytes) -> bytes:
    if not read_keys(place.keys).knows(key):
        raise Refused(Problem(WRONG_KEY, "key"))
    return key


def _now() -> datetime:
    return datetime.now(UTC)
