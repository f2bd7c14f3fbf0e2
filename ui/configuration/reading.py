"""Reading a chosen file, off the thread of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.configuration.rules import LARGEST_FILE, NOT_A_CONFIGURATION
from app.errors import N_, Problem, Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

NOT_READ = N_("The file could not be read: {reason}.")
READ_ELSEWHERE = N_("Copy it to this computer and choose it there.")


def read_bytes(file: Path) -> bytes:
    """Answer what is in a file; raises `Refused` for a huge one, `Unavailable` for none."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise Refused(Problem(NOT_A_CONFIGURATION))
        return file.read_bytes()
    except OSError as error:
        raise Unavailable(NOT_READ, READ_ELSEWHERE, reason=error.strerror or "") from error
