"""Making backups: copied, flushed, read again with the key, and only then given their name."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from app.admin.rules import BackupFacts, BackupReason, Damaged, Keeping, kept_backups
from app.errors import Unavailable
from db.backup_copy import copy_backup
from db.backup_file import (
    Manifest,
    facts_of,
    need_whole,
    read_manifest,
    sha256_of,
    write_backup,
)
from db.backup_names import backup_name, named_backups, unfinished
from db.check import counts_of, need_sound, schema_version
from db.files import flush_file, make_private, move_into_place, remove_if_there
from db.keys import KeyFile, format_keys, read_keys
from db.session import Mode, connect
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from db.folder import OfficeFolder

_LAST_CHANGE = (
    "SELECT coalesce((SELECT max(at) FROM audit_line), '') || '/' || (SELECT count(*) FROM "
    "audit_line) || '/' || coalesce((SELECT max(saved_at) FROM draft), '')"
)


@dataclass(frozen=True, slots=True)
class Order:
    """What kind of backup is wanted: `target` is a file, a folder, or None for the usual one."""

    at: datetime
    reason: BackupReason = BackupReason.ASKED
    target: Path | None = None
    second: Path | None = None
    """A second folder that gets a copy, such as a network drive."""


def make_backup(office: OfficeFolder, key: bytes, order: Order) -> BackupFacts:
    """Make one verified backup; on any trouble nothing of it stays behind.

    Raises `Unavailable` when the disk is full or cannot be reached, `Damaged` when the
    office itself has damaged pages. A second folder that cannot be reached is no trouble:
    the answer's `copied` says so.
    """
    office.need_database()
    keys = read_keys(office.keys)
    target = _target(office, keys, order)
    with plain_trouble(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        facts = _write(office, key, keys, target, order)
    return facts if order.second is None else _with_copy(facts, order.second, keys.office)


def list_backups(office: OfficeFolder) -> tuple[BackupFacts, ...]:
    """Answer the readable backups in the office's own folder, newest first."""
    found = []
    for _at, file in named_backups(office.backups, read_keys(office.keys).office):
        try:
            found.append(facts_of(file, read_manifest(file)))
        except (Damaged, OSError, ValueError):
            continue
    return tuple(sorted(found, key=_age, reverse=True))


def newest_backup_at(office: OfficeFolder) -> datetime | None:
    """Answer when the newest backup was made, from the file names alone."""
    times = (at for at, _file in named_backups(office.backups, read_keys(office.keys).office))
    return max(times, default=None)


def is_changed(office: OfficeFolder, key: bytes) -> bool:
    """Answer whether anything was saved since the newest backup."""
    newest = next(iter(list_backups(office)), None)
    if newest is None:
        return True
    with plain_trouble(), closing(connect(office.database, key)) as connection:
        return _last_change(connection) != newest.last_change


def thin_out(folder: Path, office: str, keeping: Keeping | None = None) -> None:
    """Remove the backups of an office that the rule does not keep, and what was cut short."""
    remove_if_there(*unfinished(folder, office))
    named = list(named_backups(folder, office))
    kept = kept_backups((at for at, _file in named), keeping)
    remove_if_there(*(file for at, file in named if at not in kept))


def _age(facts: BackupFacts) -> tuple[datetime, int, str]:
    """Order backups by time; of two at the same instant the later one has a number behind."""
    return facts.at, len(facts.file.name), facts.file.name


def _target(office: OfficeFolder, keys: KeyFile, order: Order) -> Path:
    if order.target is None:
        return backup_name(office.backups, keys.office, order.at)
    if order.target.is_dir():
        return backup_name(order.target, keys.office, order.at)
    return order.target.absolute()


def _write(
    office: OfficeFolder, key: bytes, keys: KeyFile, target: Path, order: Order
) -> BackupFacts:
    database = target.with_name(f".{target.name}.db")
    part = target.with_name(f".{target.name}.part")
    # What an earlier, killed backup left under these names is of no use to anyone.
    remove_if_there(database, part)
    try:
        manifest = _copied(office, key, database, order)
        manifest = replace(manifest, keys_sha256=_keys_sha256(keys))
        manifest = replace(manifest, seal=manifest.sealed_by(key))
        write_backup(part, database, keys, manifest)
        need_whole(part)
        move_into_place(part, target)
        return facts_of(target, manifest)
    finally:
        remove_if_there(database, part)


def _copied(office: OfficeFolder, key: bytes, database: Path, order: Order) -> Manifest:
    """Copy the database as it is at this moment, and read the whole copy."""
    mode: Mode = "rw" if office.is_writable else "ro"
    make_private(database)
    with closing(connect(office.database, key, mode)) as connection:
        connection.execute("VACUUM INTO ?", (str(database),))
    flush_file(database)
    need_sound(database, key, "ro")
    with closing(connect(database, key, "ro")) as connection:
        return Manifest(
            office=read_keys(office.keys).office,
            at=order.at.isoformat(),
            reason=order.reason.value,
            schema=schema_version(connection),
            is_demo=office.is_demo,
            last_change=_last_change(connection),
            counts=counts_of(connection),
            size=database.stat().st_size,
            sha256=sha256_of(database),
            keys_sha256="",
        )


def _last_change(connection: Any) -> str:  # noqa: ANN401 - the driver has no types
    return str(connection.execute(_LAST_CHANGE).fetchone()[0])


def _keys_sha256(keys: KeyFile) -> str:
    return sha256(format_keys(keys)).hexdigest()


def _with_copy(facts: BackupFacts, folder: Path, office: str) -> BackupFacts:
    try:
        copy_backup(facts.file, folder)
    except Unavailable:
        return replace(facts, copied=False)
    thin_out(folder, office)
    return replace(facts, copied=True)
