"""Wrapping the data key: AES key wrap under a recovery key or a passphrase."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

from db.keys import KeySet, Wrap, fingerprint
from db.recovery import secret_of

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
_SALT_BYTES = 16
_MOST_MEMORY_KIB = 1024 * 1024
"""A key file from elsewhere may not make this computer work for minutes."""


def wrap_all(key: bytes, recovery_key: str, passphrase: str | None) -> KeySet:
    """Wrap a data key for a recovery key and, when given, a passphrase."""
    return KeySet(
        check=fingerprint(key),
        recovery=_by_recovery(key, recovery_key),
        passphrase=by_passphrase(key, passphrase) if passphrase is not None else None,
    )


def by_passphrase(key: bytes, passphrase: str) -> Wrap:
    """Wrap a data key under a passphrase (Argon2id, 64 MiB: about 0.15 s)."""
    salt = os.urandom(_SALT_BYTES)
    blank = Wrap("", salt.hex(), MEMORY_KIB, PASSES, LANES)
    wrapped = aes_key_wrap(_stretched(passphrase, blank), key)
    return Wrap(wrapped.hex(), salt.hex(), MEMORY_KIB, PASSES, LANES)


def from_recovery(keys: KeySet, text: str) -> bytes | None:
    """Answer the data key, or None when it is another office's recovery key.

    Raises `Refused` that names the mistyped group.
    """
    secret = secret_of(text)
    return _unwrapped(lambda: _expanded(secret, bytes.fromhex(keys.recovery.salt)), keys.recovery)


def from_passphrase(keys: KeySet, text: str) -> bytes | None:
    """Answer the data key, or None when the passphrase is wrong or there is none."""
    wrap = keys.passphrase
    return None if wrap is None else _unwrapped(lambda: _stretched(text, wrap), wrap)


def by_key(key: bytes, outer: bytes) -> str:
    """Wrap one data key by another, as hex."""
    return aes_key_wrap(outer, key).hex()


def from_key(wrapped: str, outer: bytes) -> bytes | None:
    """Unwrap what `by_key` wrapped; None when `outer` is not the right key."""
    return _unwrapped(lambda: outer, Wrap(wrapped, ""))


def _by_recovery(key: bytes, recovery_key: str) -> Wrap:
    salt = os.urandom(_SALT_BYTES)
    wrapped = aes_key_wrap(_expanded(secret_of(recovery_key), salt), key)
    return Wrap(wrapped.hex(), salt.hex())


def _unwrapped(outer: Callable[[], bytes], wrap: Wrap) -> bytes | None:
    try:
        return aes_key_unwrap(outer(), bytes.fromhex(wrap.wrapped))
    except InvalidUnwrap:
        return None


def _expanded(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, b"nahbar recovery key").derive(secret)


def _stretched(passphrase: str, wrap: Wrap) -> bytes:
    # The same passphrase typed on another keyboard may compose its accents differently.
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"),
        bytes.fromhex(wrap.salt),
        time_cost=wrap.passes,
        memory_cost=min(wrap.memory_kib, _MOST_MEMORY_KIB),
        parallelism=wrap.lanes,
        hash_len=32,
        type=Type.ID,
    )
