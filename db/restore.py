"""Restoring a backup: verified beside the live office first; the live files are kept aside."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as cipher

from app.admin.rules import BackupReason
from app.errors import Unavailable
from db.backup import Order, make_backup
from db.backup_file import (
    facts_of,
    need_seal,
    need_whole,
    read_backup_keys,
    read_manifest,
    unpack_database,
)
from db.check import need_sound
from db.files import flush_folder, move_into_place, remove_if_there, write_whole
from db.folder import OfficeFolder
from db.keys import read_keys, write_keys
from db.schema import need_known_schema
from db.session import connect
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.admin.rules import BackupFacts


def unpack(file: Path, folder: Path) -> OfficeFolder:
    """Unpack a backup into an empty folder; raises `Damaged` unless it is as written."""
    need_whole(file)
    fresh = OfficeFolder(folder)
    write_keys(fresh.keys, read_backup_keys(file))
    unpack_database(file, fresh.database)
    return fresh


def verify(file: Path, fresh: OfficeFolder, key: bytes) -> BackupFacts:
    """Read an unpacked backup with its key; raises `Refused`, `Damaged` or `Unavailable`."""
    manifest = read_manifest(file)
    need_seal(manifest, read_backup_keys(file), key)
    need_sound(fresh.database, key, "ro")
    need_known_schema(manifest.schema)
    if manifest.is_demo:
        write_whole(fresh.demo_key, key.hex().encode("ascii"))
    return facts_of(file, manifest)


def restored(
    file: Path, office: OfficeFolder, key_of: Callable[[Path], bytes], now: datetime
) -> tuple[BackupFacts, bytes]:
    """Put a backup in the place of the live office; answer its facts and its data key.

    `key_of` is given a folder with the backup's keys.json. Nothing of the live office is
    touched before the whole backup was read; then its files move into `replaced-…`.
    """
    with plain_trouble():
        scratch = office.path / ".restoring"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        try:
            fresh = unpack(file, scratch)
            key = key_of(scratch)
            facts = verify(file, fresh, key)
            _back_up_live(office, key, now)
            _settle_log(office, key)
            _set_aside(office, now)
            _move_in(fresh, office)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return facts, key


def _back_up_live(office: OfficeFolder, key: bytes, now: datetime) -> None:
    """Back the live office up where that is possible; it is kept aside in any case."""
    try:
        if read_keys(office.keys).fits(key):
            make_backup(office, key, Order(now, BackupReason.RESTORE))
    except Unavailable:
        return


def _settle_log(office: OfficeFolder, key: bytes) -> None:
    """Bring what is still in the log into the live file, if it can be opened at all."""
    if not office.database.is_file() or not office.wal.exists():
        return
    try:
        with closing(connect(office.database, key)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except cipher.Error:
        return


def _set_aside(office: OfficeFolder, now: datetime) -> None:
    live = [file for file in (office.keys, office.database, office.demo_key) if file.exists()]
    if not office.database.exists() and not office.keys.exists():
        return
    aside = _aside_folder(office, now)
    for file in live:
        _also_at(file, aside / file.name)
    for suffix in ("-wal", "-shm"):
        log = office.database.with_name(f"{office.database.name}{suffix}")
        if log.exists():
            log.replace(aside / log.name)
    flush_folder(aside)


def _aside_folder(office: OfficeFolder, now: datetime) -> Path:
    stem = f"replaced-{now.astimezone().strftime('%Y-%m-%d-%H%M%S')}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    aside = next(office.path / name for name in names if not (office.path / name).exists())
    aside.mkdir()
    return aside


def _also_at(file: Path, target: Path) -> None:
    """Give a file a second name, or copy it where a disk knows no second names."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copy2(file, target)


def _move_in(fresh: OfficeFolder, office: OfficeFolder) -> None:
    remove_if_there(office.state, office.demo_key)
    move_into_place(fresh.keys, office.keys)
    if fresh.demo_key.exists():
        move_into_place(fresh.demo_key, office.demo_key)
    move_into_place(fresh.database, office.database)
