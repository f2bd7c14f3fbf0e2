"""The data key in the computer's keyring: only in keyrings that encrypt, and read back."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from db.session import KEY_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ACCOUNT = "data key"

ALLOWED = (
    ("linux", "keyring.backends.SecretService", "Keyring"),
    ("linux", "keyring.backends.libsecret", "Keyring"),
    ("linux", "keyring.backends.kwallet", "DBusKeyring"),
    ("win32", "keyring.backends.Windows", "WinVaultKeyring"),
    ("darwin", "keyring.backends.macOS", "Keyring"),
)
"""Platform, module and class of every keyring that is trusted with a key.

Anything else (a plain file, a keyring that forgets, one from an unknown package) is not asked,
and the slow search for installed keyrings never runs.
"""


class Backend(Protocol):
    """What a keyring can do."""

    def get_password(self, service: str, username: str) -> str | None:
        """Answer a secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""


class KeyringUnavailable(Exception):  # noqa: N818 - a state of the machine, not a bug
    """No trusted keyring answers: absent, locked, or its question was dismissed."""


def is_allowed(backend: object) -> bool:
    """Answer whether a keyring is one of the trusted ones on this platform."""
    kind = type(backend)
    return (sys.platform, kind.__module__, kind.__qualname__) in ALLOWED


def trusted_backends() -> Iterator[Backend]:
    """Answer the trusted keyrings that work on this computer, best first."""
    for platform, module, name in ALLOWED:
        if platform != sys.platform:
            continue
        try:
            kind = getattr(import_module(module), name)
            # Reading the priority asks whether the keyring is there, and raises if not.
            works = kind.priority > 0
        except Exception:  # noqa: BLE001, S112 - each keyring fails in a way of its own
            continue
        if works:
            yield cast("Backend", kind())


def remember(office: str, key: bytes, backends: Iterable[Backend] | None = None) -> bool:
    """Keep a data key; answer whether a trusted keyring gave it back unchanged."""
    return remember_text(office, _ACCOUNT, key.hex(), backends)


def remember_text(
    office: str, account: str, secret: str, backends: Iterable[Backend] | None = None
) -> bool:
    """Keep a secret such as a password; answer whether it was given back unchanged."""
    for backend in _usable(backends):
        try:
            backend.set_password(_service(office), account, secret)
            if backend.get_password(_service(office), account) == secret:
                return True
        except Exception:  # noqa: BLE001, S112 - locked, dismissed, gone: the passphrase remains
            continue
    return False


def recall(office: str, backends: Iterable[Backend] | None = None) -> bytes | None:
    """Answer the data key, or None when trusted keyrings do not know it.

    Raises `KeyringUnavailable` when none can be asked.
    """
    for found in _recalled(office, _ACCOUNT, backends):
        key = _understood(found)
        if key is not None:
            return key
    return None


def recall_text(office: str, account: str, backends: Iterable[Backend] | None = None) -> str | None:
    """Answer a secret, or None when trusted keyrings do not know it.

    Raises `KeyringUnavailable` when none can be asked.
    """
    return next(filter(None, _recalled(office, account, backends)), None)


def forget(office: str, backends: Iterable[Backend] | None = None) -> None:
    """Take the data key out of every trusted keyring."""
    forget_text(office, _ACCOUNT, backends)


def forget_text(office: str, account: str, backends: Iterable[Backend] | None = None) -> None:
    """Take a secret out of every trusted keyring."""
    for backend in _usable(backends):
        try:
            backend.delete_password(_service(office), account)
        except Exception:  # noqa: BLE001, S112 - it was not there, or the keyring is locked
            continue


def _recalled(
    office: str, account: str, backends: Iterable[Backend] | None
) -> Iterator[str | None]:
    """Answer what each keyring has; raise `KeyringUnavailable` when none could be asked."""
    asked = False
    for backend in _usable(backends):
        try:
            found = backend.get_password(_service(office), account)
        except Exception:  # noqa: BLE001, S112 - locked, dismissed, gone: the passphrase remains
            continue
        asked = True
        yield found
    if not asked:
        raise KeyringUnavailable


def _usable(backends: Iterable[Backend] | None) -> Iterator[Backend]:
    candidates = trusted_backends() if backends is None else backends
    return (backend for backend in candidates if is_allowed(backend))


def _service(office: str) -> str:
    return f"nahbar-{office}"


def _understood(found: str | None) -> bytes | None:
    try:
        key = bytes.fromhex(found or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
