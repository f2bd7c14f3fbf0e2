"""The key file beside the database: wrapped copies of the data key, never the key itself."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.errors import N_, Unavailable
from db.files import write_whole
from db.session import KEY_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key, wrapped by a key that `way` and the settings lead to."""

    wrapped: str
    salt: str
    memory_kib: int = 0
    passes: int = 0
    lanes: int = 0


@dataclass(frozen=True, slots=True)
class KeySet:
    """The ways to one data key; `check` recognises the key without telling it."""

    check: str
    recovery: Wrap
    passphrase: Wrap | None = None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The contents of `keys.json`.

    `coming` and `coming_wrap` are there only while the data key is being exchanged: whoever
    has the old key can then open the new one, at whichever moment the power went out.
    """

    office: str
    current: KeySet
    coming: KeySet | None = None
    coming_wrap: str = ""
    in_keyring: bool = False
    """Whether the keyring of the computer was last given the data key."""
    format: int = field(default=_FORMAT)

    def fits(self, key: bytes) -> bool:
        """Answer whether `key` is the data key in use."""
        return hmac.compare_digest(fingerprint(key), self.current.check)

    def knows(self, key: bytes) -> bool:
        """Answer whether `key` is the data key in use or the one that is to replace it."""
        coming = self.coming is not None and self.coming.check == fingerprint(key)
        return coming or self.fits(key)

    def without_coming(self) -> KeyFile:
        """Answer the file after an exchange of keys was given up."""
        return replace(self, coming=None, coming_wrap="")


def new_data_key() -> bytes:
    """Answer 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_office_id() -> str:
    """Answer a fresh name for an office, used in keyrings and names of backups."""
    return uuid4().hex


def fingerprint(key: bytes) -> str:
    """Answer 16 bytes as hex that recognise a data key and say nothing about it."""
    return derived(key, "nahbar key check").hex()[:32]


def derived(key: bytes, purpose: str) -> bytes:
    """Derive 32 bytes for one purpose from a data key (one HMAC-SHA-256)."""
    return hmac.new(key, purpose.encode("ascii"), hashlib.sha256).digest()


def read_keys(file: Path) -> KeyFile:
    """Read a key file; raises `Unavailable` when it is missing or damaged."""
    try:
        return parse_keys(file.read_bytes())
    except FileNotFoundError as error:
        raise Unavailable(NO_KEYS, NO_KEYS_REMEDY) from error


def parse_keys(content: bytes) -> KeyFile:
    """Understand the bytes of a key file; raises `Unavailable` when they make no sense."""
    try:
        values = json.loads(content)
        newer = values["format"] > _FORMAT
        keys = None if newer else _key_file(values)
    except (ValueError, KeyError, TypeError) as error:
        raise Unavailable(DAMAGED_KEYS, NO_KEYS_REMEDY) from error
    if keys is None:
        raise Unavailable(NEWER_KEYS, NEWER_KEYS_REMEDY)
    return keys


def format_keys(keys: KeyFile) -> bytes:
    """Write a key file as bytes."""
    return json.dumps(asdict(keys), indent=2).encode("ascii")


def write_keys(file: Path, keys: KeyFile) -> None:
    """Write a key file durably, readable for the owner only."""
    write_whole(file, format_keys(keys))


def _key_file(values: dict[str, Any]) -> KeyFile:
    return KeyFile(
        office=str(values["office"]),
        current=_key_set(values["current"]),
        coming=_key_set(values["coming"]) if values.get("coming") else None,
        coming_wrap=str(values.get("coming_wrap", "")),
        in_keyring=bool(values.get("in_keyring", False)),
    )


def _key_set(values: dict[str, Any]) -> KeySet:
    passphrase = values.get("passphrase")
    return KeySet(
        check=str(values["check"]),
        recovery=Wrap(**values["recovery"]),
        passphrase=Wrap(**passphrase) if passphrase else None,
    )


NO_KEYS = N_("The file keys.json is missing beside the office.")
NO_KEYS_REMEDY = N_("Restore the newest backup: it holds a copy of this file.")
DAMAGED_KEYS = N_("The file keys.json is damaged.")
NEWER_KEYS = N_("This office was made with a newer version of Nahbar.")
NEWER_KEYS_REMEDY = N_("Install the newest version, then open the office again.")
WRONG_KEY = N_("This key does not open the office.")
