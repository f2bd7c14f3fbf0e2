"""The ways to the data key: keyring, passphrase, recovery key, key file."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from app.admin.rules import WaysIn, check_passphrase
from app.errors import N_, Problem, Refused, Unavailable
from db.folder import OfficeFolder
from db.keys import WRONG_KEY, read_keys, write_keys
from db.recovery import new_recovery_key, tidy
from db.session import KEY_BYTES
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.keys import KeyFile, KeySet

__all__ = [
    "change_passphrase",
    "check_recovery_key",
    "forget_in_keyring",
    "key_from_file",
    "key_from_keyring",
    "key_from_passphrase",
    "key_from_recovery",
    "new_recovery_key",
    "private_text",
    "remember_in_keyring",
    "ways_in",
]

_LONGEST_KEY_FILE = 10_000
_FORBIDDEN_MODE = 0o077


def check_recovery_key(text: str) -> str:
    """Answer a retyped recovery key as it stands on paper.

    Raises `Refused` that names the mistyped group (`group` of its values, from 1).
    """
    return tidy(text)


def ways_in(folder: Path) -> WaysIn:
    """Answer which keys an office can be opened with; does not ask the keyring for the key."""
    place = OfficeFolder.of(folder)
    keys = read_keys(place.keys)
    return WaysIn(
        keyring=keys.in_keyring,
        passphrase=keys.current.passphrase is not None,
        recovery=True,
        is_demo=place.is_demo,
    )


def key_from_keyring(folder: Path) -> bytes:
    """Answer the data key that the computer's keyring remembers.

    Raises `Unavailable` when no trusted keyring answers or it does not know this office.
    """
    from db.keyring_store import KeyringUnavailable, recall  # noqa: PLC0415 - slow to import

    keys = read_keys(OfficeFolder.of(folder).keys)
    try:
        key = recall(keys.office)
    except KeyringUnavailable as error:
        raise Unavailable(NO_KEYRING, NO_KEYRING_REMEDY) from error
    if key is None or not keys.knows(key):
        raise Unavailable(NOT_IN_KEYRING, NO_KEYRING_REMEDY)
    return key


def key_from_passphrase(folder: Path, text: str) -> bytes:
    """Answer the data key for a passphrase; raises `Refused` when it is wrong."""
    from db.wraps import from_passphrase  # noqa: PLC0415 - slow to import

    return _unwrapped(folder, lambda keys: from_passphrase(keys, text), "passphrase")


def key_from_recovery(folder: Path, text: str) -> bytes:
    """Answer the data key for a recovery key.

    Raises `Refused` that names a mistyped group, or says it is another office's key.
    """
    from db.wraps import from_recovery  # noqa: PLC0415 - slow to import

    return _unwrapped(folder, lambda keys: from_recovery(keys, text), "recovery_key")


def key_from_file(file: Path, folder: Path | None = None) -> bytes:
    """Answer the data key from a file that only its owner may read (mode 0600).

    The file holds 64 hexadecimal digits; or, when `folder` is given, a recovery key or a
    passphrase. Raises `Refused` or `Unavailable`.
    """
    text = private_text(file)
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) == KEY_BYTES:
        return key
    if folder is None:
        raise Refused(Problem(NOT_A_KEY, "key_file"))
    try:
        return key_from_recovery(folder, text)
    except Refused:
        return key_from_passphrase(folder, text)


def change_passphrase(folder: Path, key: bytes, new: str | None) -> None:
    """Wrap the data key under another passphrase, or under none; the data stays as it is.

    Raises `Refused` when the key is not the one of this office or the passphrase is weak.
    """
    from db.wraps import by_passphrase  # noqa: PLC0415 - slow to import

    place = OfficeFolder.of(folder)
    keys = read_keys(place.keys)
    if not keys.fits(key):
        raise Refused(Problem(WRONG_KEY, "key"))
    need_good(new)
    wrap = None if new is None else by_passphrase(key, new)
    with plain_trouble():
        write_keys(place.keys, replace(keys, current=replace(keys.current, passphrase=wrap)))


def remember_in_keyring(folder: Path, key: bytes) -> bool:
    """Keep the data key in the computer's keyring; False when none can be trusted with it."""
    from db.keyring_store import remember  # noqa: PLC0415 - slow to import

    place = OfficeFolder.of(folder)
    keys = read_keys(place.keys)
    remembered = remember(keys.office, key)
    _note_keyring(place, keys, known=remembered)
    return remembered


def forget_in_keyring(folder: Path) -> None:
    """Take the data key out of the computer's keyring."""
    from db.keyring_store import forget  # noqa: PLC0415 - slow to import

    place = OfficeFolder.of(folder)
    keys = read_keys(place.keys)
    forget(keys.office)
    _note_keyring(place, keys, known=False)


def need_good(passphrase: str | None) -> None:
    """Raise `Refused` when a passphrase is given and too easy to guess."""
    problems = () if passphrase is None else check_passphrase(passphrase)
    if problems:
        raise Refused(*problems)


def _note_keyring(place: OfficeFolder, keys: KeyFile, *, known: bool) -> None:
    if keys.in_keyring != known:
        with plain_trouble():
            write_keys(place.keys, replace(keys, in_keyring=known))


def _unwrapped(folder: Path, unwrap: Callable[[KeySet], bytes | None], field: str) -> bytes:
    """Try the keys in use, then those of an exchange that was cut short."""
    keys = read_keys(OfficeFolder.of(folder).keys)
    for key_set in (keys.current, keys.coming):
        key = unwrap(key_set) if key_set else None
        if key is not None:
            return key
    raise Refused(Problem(WRONG[field], field))


def private_text(file: Path) -> str:
    """Answer what a file that only its owner may read (mode 0600) holds, without its last line end.

    Raises `Refused` beside "key_file" or `Unavailable`.
    """
    with plain_trouble():
        facts = file.stat()
        if os.name != "nt" and facts.st_mode & _FORBIDDEN_MODE:
            raise Refused(Problem(NOT_PRIVATE, "key_file"))
        if facts.st_size > _LONGEST_KEY_FILE:
            raise Refused(Problem(NOT_A_KEY, "key_file"))
        content = file.read_bytes()
    try:
        return content.decode("utf-8").strip("\r\n")
    except UnicodeDecodeError as error:
        raise Refused(Problem(NOT_A_KEY, "key_file")) from error


WRONG = {
    "passphrase": N_("This passphrase does not open the office."),
    "recovery_key": N_("This recovery key belongs to another office."),
}
NO_KEYRING = N_("The keyring of this computer does not answer.")
NO_KEYRING_REMEDY = N_("Type the passphrase or the recovery key instead.")
NOT_IN_KEYRING = N_("The keyring of this computer does not know the key of this office.")
NOT_PRIVATE = N_("The key file can be read by others. Allow only yourself to read it (mode 600).")
NOT_A_KEY = N_("This file does not hold a key.")
