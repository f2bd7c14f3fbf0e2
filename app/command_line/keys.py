"""Finding the key of an office: key file, demo key, keyring, or a question at the terminal.

A key never comes from the arguments or the environment, where other programs can read it.
"""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from app.admin import offices
from app.errors import N_, Problem, Refused, Unavailable
from db.folder import OfficeFolder
from resources.text import _

if TYPE_CHECKING:
    from pathlib import Path

NO_KEY_FILE = N_("There is no key file {file}.")
NO_KEY = N_(
    "The office needs its key: give it with --key-file, or run this at a terminal to be asked."
)


def find_key(office: Path, key_file: Path | None) -> bytes:
    """Answer the data key of an office.

    Raises `Refused` beside "key_file", "passphrase" or "recovery_key" when it is wrong or
    missing, `Unavailable` when there is no such office.
    """
    place = OfficeFolder.of(office)
    place.need_database()
    return find_key_of(place.path, key_file, demo_key=place.demo_key)


def find_key_of(folder: Path, key_file: Path | None, *, demo_key: Path) -> bytes:
    """Answer the data key that a folder's keys.json wraps; `demo_key` is taken when it is there."""
    if key_file is not None:
        if not key_file.is_file():
            raise Refused(Problem(NO_KEY_FILE, "key_file", {"file": str(key_file)}))
        return offices.key_from_file(key_file, folder)
    if demo_key.is_file():
        return offices.key_from_file(demo_key, folder)
    return _from_keyring(folder) or _asked(folder)


def _from_keyring(folder: Path) -> bytes | None:
    if not offices.ways_in(folder).keyring:
        return None
    try:
        return offices.key_from_keyring(folder)
    except Unavailable:
        # A person at the terminal can still type the key; without one, the keyring is to name.
        if sys.stdin.isatty():
            return None
        raise


def _asked(folder: Path) -> bytes:
    if not sys.stdin.isatty():
        raise Refused(Problem(NO_KEY, "key"))
    typed = getpass(_("Passphrase or recovery key:") + " ")
    try:
        return offices.key_from_recovery(folder, typed)
    except Refused:
        return offices.key_from_passphrase(folder, typed)
