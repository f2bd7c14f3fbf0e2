"""Making a new office, and giving an office a new data key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.admin.actions import set_up_office
from app.admin.rules import BackupReason, CreatedOffice, check_office
from app.admin.ways_in import need_good, remember_in_keyring
from app.errors import N_, Problem, Refused
from app.office import Office
from db.backup import Order, make_backup
from db.files import flush_file, flush_folder, move_into_place, remove_if_there, write_whole
from db.folder import OfficeFolder
from db.keys import WRONG_KEY, KeyFile, new_data_key, new_office_id, read_keys, write_keys
from db.lock import hold
from db.mounts import need_local
from db.recovery import new_recovery_key, tidy
from db.rotation import exchange_key, settle_rotation
from db.schema import migrate
from db.session import open_engine
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from app.admin.rules import NewOffice
    from db.mounts import Mount


def _now() -> datetime:
    return datetime.now(UTC)


def create_office(
    folder: Path,
    new: NewOffice,
    *,
    passphrase: str | None,
    use_keyring: bool,
    is_demo: bool = False,
    recovery: str | None = None,
    clock: Callable[[], datetime] = _now,
    mounts: Iterable[Mount] | None = None,
) -> CreatedOffice:
    """Make an office in a folder that holds none yet.

    `recovery` is the key that the person has printed and retyped; without it a new one is
    made. A demo office keeps its data key beside it. Raises `Refused` beside the field, or
    `Unavailable` when the folder is on the network, full or write-protected.
    """
    from db.wraps import wrap_all  # noqa: PLC0415 - slow to import

    problems = check_office(new)
    if problems:
        raise Refused(*problems)
    need_good(passphrase)
    place = OfficeFolder.of(folder)
    key, recovery_key = new_data_key(), tidy(recovery or new_recovery_key())
    keys = KeyFile(new_office_id(), wrap_all(key, recovery_key, passphrase))
    with plain_trouble(place.path):
        _need_free(place, mounts)
        try:
            _fill(place, key, new, is_demo=is_demo, clock=clock)
            _put_in_place(place, key, keys, is_demo=is_demo)
        except BaseException:
            remove_if_there(place.fresh_database)
            raise
    if use_keyring:
        remember_in_keyring(place.path, key)
    return CreatedOffice(place.path, key, recovery_key)


def rotate_key(
    folder: Path,
    key: bytes,
    *,
    passphrase: str | None,
    use_keyring: bool,
    who: str,
    recovery: str | None = None,
    clock: Callable[[], datetime] = _now,
) -> CreatedOffice:
    """Give a closed office a new data key and a new recovery key.

    Older backups still need the older recovery key. Raises `Refused` for a wrong key or a
    weak passphrase, `Unavailable` when the office is open or the disk is full.
    """
    from db.wraps import wrap_all  # noqa: PLC0415 - slow to import

    need_good(passphrase)
    place = OfficeFolder.of(folder)
    place.need_database()
    if not read_keys(place.keys).knows(key):
        raise Refused(Problem(WRONG_KEY, "key"))
    new, recovery_key = new_data_key(), tidy(recovery or new_recovery_key())
    with plain_trouble(place.path):
        lock = hold(place, who, clock())
        try:
            key = settle_rotation(place, key)
            make_backup(place, key, Order(clock(), BackupReason.KEY_CHANGE))
            exchange_key(place, key, new, wrap_all(new, recovery_key, passphrase))
            if place.is_demo:
                write_whole(place.demo_key, new.hex().encode("ascii"))
        finally:
            lock.release()
    if use_keyring:
        remember_in_keyring(place.path, new)
    return CreatedOffice(place.path, new, recovery_key)


def _need_free(place: OfficeFolder, mounts: Iterable[Mount] | None) -> None:
    place.path.mkdir(parents=True, exist_ok=True)
    need_local(place.path, mounts)
    if place.database.exists() or place.keys.exists():
        raise Refused(Problem(TAKEN, "folder"))


def _fill(
    place: OfficeFolder,
    key: bytes,
    new: NewOffice,
    *,
    is_demo: bool,
    clock: Callable[[], datetime],
) -> None:
    """Make the database under a name that no start would open."""
    remove_if_there(place.fresh_database)
    engine = open_engine(place.fresh_database, key, create=True)
    try:
        migrate(engine)
        Office(engine, who=new.who, clock=clock).act(set_up_office, new, is_demo=is_demo)
    finally:
        engine.dispose()
    flush_file(place.fresh_database)


def _put_in_place(place: OfficeFolder, key: bytes, keys: KeyFile, *, is_demo: bool) -> None:
    place.backups.mkdir(exist_ok=True)
    write_keys(place.keys, keys)
    if is_demo:
        write_whole(place.demo_key, key.hex().encode("ascii"))
    move_into_place(place.fresh_database, place.database)
    flush_folder(place.path)


TAKEN = N_("There is an office in this folder already. Choose another folder.")
