"""Whether this computer has a keyring that can be trusted with an office's key."""

from __future__ import annotations

from db.keyring_store import trusted_backends


def has_trusted_keyring() -> bool:
    """Answer whether a trusted keyring works here; asks the system, which may take a moment."""
    return next(trusted_backends(), None) is not None
