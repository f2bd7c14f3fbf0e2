"""Exchanging the data key: a new file is written and read before the old one is given up."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as cipher

from db.check import counts_of, need_sound, schema_version
from db.files import flush_file, make_private, move_into_place, remove_if_there
from db.keys import fingerprint, read_keys, write_keys
from db.session import as_raw_key, connect
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from pathlib import Path

    from db.folder import OfficeFolder
    from db.keys import KeyFile, KeySet


def exchange_key(place: OfficeFolder, old: bytes, new: bytes, ways: KeySet) -> None:
    """Encrypt a closed office with a new data key, to which `ways` lead.

    Until the new file is written, flushed and read whole, the old key and file stand. Cut
    short at any moment, the office still opens with the old key: see `settle_rotation`.
    Raises `Unavailable` when the disk is full, `Damaged` when the office is damaged.
    """
    from db.wraps import by_key  # noqa: PLC0415 - slow to import, rarely needed

    keys = read_keys(place.keys)
    with plain_trouble(place.path):
        try:
            _export(place, old, new)
            _need_same(place, old, new)
            both = replace(keys, coming=ways, coming_wrap=by_key(new, old), in_keyring=False)
            write_keys(place.keys, both)
        except BaseException:
            _remove(place.fresh_database)
            raise
        _swap(place, both)


def settle_rotation(place: OfficeFolder, key: bytes, *, may_write: bool = True) -> bytes:
    """Finish or give up an exchange of keys that was cut short; answer the key in use."""
    keys = read_keys(place.keys)
    if keys.coming is None:
        if may_write:
            _remove(place.fresh_database)
        return key
    new = _new_key(keys, key)
    is_swapped = new is not None and _opens(place.database, new)
    if may_write and is_swapped:
        write_keys(place.keys, replace(keys.without_coming(), current=keys.coming))
    elif may_write:
        write_keys(place.keys, keys.without_coming())
        _remove(place.fresh_database)
    return new if new is not None and is_swapped else key


def _export(place: OfficeFolder, old: bytes, new: bytes) -> None:
    _remove(place.fresh_database)
    make_private(place.fresh_database)
    with closing(connect(place.database, old)) as connection:
        # The new file's key is never empty: an attached file without key would be readable.
        connection.execute(
            "ATTACH DATABASE ? AS fresh KEY ?", (str(place.fresh_database), as_raw_key(new))
        )
        connection.execute("SELECT sqlcipher_export('fresh')")
        connection.execute("DETACH DATABASE fresh")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    flush_file(place.fresh_database)


def _need_same(place: OfficeFolder, old: bytes, new: bytes) -> None:
    """Read the new file over a fresh connection and compare it with the old one."""
    need_sound(place.fresh_database, new, "ro")
    with (
        closing(connect(place.database, old)) as before,
        closing(connect(place.fresh_database, new, "ro")) as after,
    ):
        same = counts_of(before) == counts_of(after)
        if not same or schema_version(before) != schema_version(after):
            message = "the new file does not hold what the old one holds"
            raise cipher.DatabaseError(message)


def _swap(place: OfficeFolder, both: KeyFile) -> None:
    # A log of the old file must never be read into the new one.
    remove_if_there(place.wal, place.database.with_name(f"{place.database.name}-shm"))
    move_into_place(place.fresh_database, place.database)
    if both.coming is not None:
        write_keys(place.keys, replace(both.without_coming(), current=both.coming))


def _new_key(keys: KeyFile, key: bytes) -> bytes | None:
    """Answer the coming key for whoever holds either of the two."""
    if keys.coming is not None and keys.coming.check == fingerprint(key):
        return key
    from db.wraps import from_key  # noqa: PLC0415 - slow to import, rarely needed

    return from_key(keys.coming_wrap, key)


def _opens(database: Path, key: bytes) -> bool:
    try:
        with closing(connect(database, key, "ro")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except cipher.DatabaseError:
        return False
    return True


def _remove(database: Path) -> None:
    remove_if_there(
        *(database.with_name(f"{database.name}{end}") for end in ("", "-wal", "-shm", "-journal"))
    )
