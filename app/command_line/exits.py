"""Exit codes of the command line, stable, and the trouble that each stands for."""

from __future__ import annotations

from enum import IntEnum

from app.errors import Refused, Unavailable


class Exit(IntEnum):
    """How a run of the command line ended."""

    DONE = 0
    REFUSED = 1
    """The rules say no, or a check found something."""
    USAGE = 2
    UNAVAILABLE = 3
    """In use, disk full, no such office, no keyring, no display."""
    WRONG_KEY = 4
    BUG = 70
    INTERRUPTED = 130


_KEY_FIELDS = frozenset({"key", "key_file", "passphrase", "recovery_key"})


def exit_of(trouble: Refused | Unavailable) -> Exit:
    """Answer the code for a known trouble."""
    if isinstance(trouble, Unavailable):
        return Exit.UNAVAILABLE
    if any(problem.field in _KEY_FIELDS for problem in trouble.problems):
        return Exit.WRONG_KEY
    return Exit.REFUSED
