"""Drafts on this computer, for as long as a server cannot take them: encrypted, never plain.

The key is random; it is wrapped by the password of the login (Argon2id), and lies beside in the
keyring where that remembers the password, too. Names of files tell nothing either.
"""

from __future__ import annotations

import hmac
import json
import os
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.drafts.rules import Drafted
from db.files import write_whole
from db.keys import KeySet, Wrap, derived, fingerprint, new_data_key
from db.trouble import plain_trouble
from db.wraps import by_passphrase, from_passphrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_KEY, _SUFFIX = "key.json", ".draft"
_NONCE_BYTES = 12


class DraftBox:
    """A folder of drafts of one login at one office; opened when first needed."""

    def __init__(
        self,
        folder: Path,
        password: str,
        *,
        recall: Callable[[], bytes | None] | None = None,
        remember: Callable[[bytes], object] | None = None,
    ) -> None:
        """Use `folder`; `recall` and `remember` lead to the keyring, where one is used."""
        self._folder, self._password = folder, password
        self._recall, self._remember = recall, remember
        self._key: bytes | None = None
        self._has_any = next(folder.glob(f"*{_SUFFIX}"), None) is not None

    @property
    def has_any(self) -> bool:
        """Whether something may wait to be taken to the server."""
        return self._has_any

    def keep(self, drafted: Drafted, at: datetime) -> None:
        """Keep a draft in place of an older one; raises `Unavailable` when the disk says no."""
        words = {
            "drafted": {**_fields(drafted), "texts": dict(drafted.texts)},
            "at": at.isoformat(),
        }
        with plain_trouble(self._folder.parent):
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._file(drafted.form, drafted.subject)
            nonce = os.urandom(_NONCE_BYTES)
            plain = json.dumps(words).encode("ascii")
            sealed = AESGCM(self._open()).encrypt(nonce, plain, file.name.encode("ascii"))
            write_whole(file, nonce + sealed)
        self._has_any = True

    def find(self, form: str, subject: str) -> tuple[Drafted, datetime] | None:
        """Answer a draft and when it was kept, or None."""
        return self._read(self._file(form, subject)) if self._has_any else None

    def all(self) -> tuple[tuple[Drafted, datetime], ...]:
        """Answer every draft that can be read, with when it was kept."""
        return tuple(self._all()) if self._has_any else ()

    def drop(self, form: str, subject: str) -> None:
        """Take a draft away: it is kept elsewhere, or thrown away."""
        if not self._has_any:
            return
        with plain_trouble(self._folder):
            self._file(form, subject).unlink(missing_ok=True)
        self._has_any = next(self._all(), None) is not None

    def change_password(self, new: str) -> None:
        """Wrap the key by another password; what is kept stays readable."""
        if (self._folder / _KEY).exists():
            self._write_key(self._open(), new)
        self._password = new

    def locked(self) -> int:
        """Answer how many drafts wait here that this password does not open."""
        return len(self._locked()) if self._has_any else 0

    def unlock(self, older: str) -> int:
        """Take over what an earlier password of the login opens; answer how many drafts.

        A newer draft of the same form stays as it is.
        """
        keys = tuple(self._keys_of(older))
        taken = 0
        for file in self._locked():
            found = next(filter(None, (_unsealed(file, key) for key in keys)), None)
            if found is None:
                continue
            known = self.find(found[0].form, found[0].subject)
            if known is None or known[1] < found[1]:
                self.keep(*found)
            with plain_trouble(self._folder):
                file.unlink(missing_ok=True)
            taken += 1
        return taken

    def throw_locked_away(self) -> int:
        """Delete the drafts that this password does not open; answer how many."""
        locked = self._locked()
        with plain_trouble(self._folder):
            for file in locked:
                file.unlink(missing_ok=True)
        self._has_any = next(self._all(), None) is not None
        return len(locked)

    def _locked(self) -> tuple[Path, ...]:
        files = sorted(self._folder.glob(f"*{_SUFFIX}"))
        return tuple(file for file in files if self._read(file) is None)

    def _all(self) -> Iterator[tuple[Drafted, datetime]]:
        for file in sorted(self._folder.glob(f"*{_SUFFIX}")):
            if (found := self._read(file)) is not None:
                yield found

    def _read(self, file: Path) -> tuple[Drafted, datetime] | None:
        """Answer what a file holds; None when it is gone, damaged or of another password."""
        return _unsealed(file, self._open())

    def _file(self, form: str, subject: str) -> Path:
        name = hmac.new(derived(self._open(), "names"), f"{form}\0{subject}".encode(), sha256)
        return self._folder / f"{name.hexdigest()[:32]}{_SUFFIX}"

    def _open(self) -> bytes:
        if self._key is None:
            self._key = self._known_key() or self._new_key()
        return self._key

    def _known_key(self) -> bytes | None:
        """Answer the key that the password opens; also one that was put aside before."""
        for keys in self._key_sets():
            if (key := from_passphrase(keys, self._password) or self._recalled(keys)) is not None:
                return key
        return None

    def _keys_of(self, password: str) -> Iterator[bytes]:
        """Answer every key that a password opens."""
        for keys in self._key_sets():
            if (key := from_passphrase(keys, password)) is not None:
                yield key

    def _key_sets(self) -> Iterator[KeySet]:
        older = sorted(self._folder.glob("key-*.json"), reverse=True)
        for file in (self._folder / _KEY, *older):
            try:
                words = json.loads(file.read_bytes())
                yield KeySet(str(words["check"]), Wrap("", ""), Wrap(**words["wrap"]))
            except (OSError, ValueError, KeyError, TypeError):
                continue

    def _recalled(self, keys: KeySet) -> bytes | None:
        """Answer the key from the keyring: the password was changed elsewhere meanwhile."""
        recalled = self._recall() if self._recall is not None else None
        if recalled is None or fingerprint(recalled) != keys.check:
            return None
        self._write_key(recalled, self._password)
        return recalled

    def _new_key(self) -> bytes:
        key = new_data_key()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._put_aside()
        self._write_key(key, self._password)
        if self._remember is not None:
            self._remember(key)
        return key

    def _put_aside(self) -> None:
        """Leave a key alone that this password does not open: it may be asked for once more."""
        old = self._folder / _KEY
        with suppress(FileNotFoundError):
            old.rename(old.with_name(f"key-{old.stat().st_mtime_ns}.json"))

    def _write_key(self, key: bytes, password: str) -> None:
        words = {"check": fingerprint(key), "wrap": asdict(by_passphrase(key, password))}
        write_whole(self._folder / _KEY, json.dumps(words).encode("ascii"))


def _unsealed(file: Path, key: bytes) -> tuple[Drafted, datetime] | None:
    try:
        content = file.read_bytes()
        nonce, sealed = content[:_NONCE_BYTES], content[_NONCE_BYTES:]
        plain = AESGCM(key).decrypt(nonce, sealed, file.name.encode("ascii"))
        words = json.loads(plain)
        return Drafted(**words["drafted"]), datetime.fromisoformat(words["at"])
    except (OSError, InvalidTag, ValueError, KeyError, TypeError):
        return None


def _fields(drafted: Drafted) -> dict[str, object]:
    return {"form": drafted.form, "subject": drafted.subject, "title": drafted.title}
