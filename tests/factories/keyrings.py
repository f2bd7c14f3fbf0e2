"""Keyrings that answer in every way that real ones were seen to answer."""

# ruff: noqa: ARG002 - every keyring is asked for a service and a name
from __future__ import annotations


class _Named:
    """Bears the name of a trusted keyring, as only the real ones do."""

    def __init_subclass__(cls) -> None:
        cls.__module__ = "keyring.backends.SecretService"
        cls.__qualname__ = "Keyring"

    def __init__(self) -> None:
        """Begin empty."""
        self.written: dict[tuple[str, str], str] = {}


class Trusted(_Named):
    """Keeps what it is given."""

    def get_password(self, service: str, username: str) -> str | None:
        """Answer what was kept."""
        return self.written.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        self.written[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret; an unknown one is an error, as in real keyrings."""
        del self.written[service, username]


class Forgetful(Trusted):
    """Says it has kept the secret and knows nothing afterwards, like keyring's null backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Answer nothing."""
        return None


class Lying(Trusted):
    """Answers something else than it was given."""

    def get_password(self, service: str, username: str) -> str | None:
        """Answer another secret."""
        return "0" * 10


class Dismissed(Trusted):
    """Asks the person to unlock it, and the person says no."""

    def get_password(self, service: str, username: str) -> str | None:
        """Raise as a locked keyring does."""
        raise PermissionError

    def set_password(self, service: str, username: str, password: str) -> None:
        """Raise as a locked keyring does."""
        raise PermissionError

    def delete_password(self, service: str, username: str) -> None:
        """Raise as a locked keyring does."""
        raise PermissionError


class Plain(Trusted):
    """A keyring from a foreign package, which writes secrets into a readable file."""


Plain.__module__ = "keyrings.alt.file"
Plain.__qualname__ = "PlaintextKeyring"
