"""Reading a file to hang on a note, and writing a copy that only its owner can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused, Unavailable
from app.exchange.writing.new_file import NewFile
from app.journal.contents.checking import LARGEST, check_contents

if TYPE_CHECKING:
    from pathlib import Path

NOT_READ = N_("The file “{name}” could not be read: {reason}.")
LOOK = N_("Check that it is still there and that you may open it, then try again.")


def read_file(path: Path) -> tuple[str, bytes]:
    """Answer a file's name and its bytes, one more than fits at most; run it off the UI thread.

    Raises `Unavailable` when it cannot be read.
    """
    try:
        with path.open("rb") as opened:
            return path.name, opened.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(NOT_READ, LOOK, name=path.name, reason=reason) from error


def read_checked(path: Path) -> tuple[str, bytes]:
    """Answer what `read_file` does, of a file that may hang on a note.

    Raises `Refused` with the reason when it may not.
    """
    name, data = read_file(path)
    found = check_contents(data, name)
    if isinstance(found, Problem):
        raise Refused(found)
    return name, data


def write_copy(path: Path, content: bytes) -> Path:
    """Write a copy, whole or not at all, and answer its place; run it off the UI thread.

    Raises `Unavailable` when folder or disk do not allow it.
    """
    copy = NewFile(path)
    copy.begin()
    copy.add(content)
    copy.finish()
    return path
