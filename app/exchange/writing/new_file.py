"""A file that somebody chose: it appears whole or not at all, and only its owner reads it."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING
from weakref import finalize

from app.errors import N_, Unavailable
from db.files import OWNER_ONLY, flush_file, move_into_place, remove_if_there

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = N_("The disk is full. The file was not written.")
FULL_REMEDY = N_("Free some space or choose another folder, then try again.")
CLOSED = N_("The file cannot be written there.")
CLOSED_REMEDY = N_(
    "The folder is write-protected, or another program has the file open. Close it there, or "
    "choose another folder."
)
GONE = N_("The folder cannot be reached.")
GONE_REMEDY = N_("Check the disk or the cable, or choose another folder.")

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EISDIR})
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class NewFile:
    """Written under another name beside its place, and renamed when it is complete."""

    def __init__(self, path: Path) -> None:
        """Plan a file; nothing is written yet."""
        self.path = path
        self._aside = path.with_name(f".nahbar-{token_hex(8)}.part")
        # Also when the program ends half way: nothing of a list may lie about.
        self._tidying = finalize(self, remove_if_there, self._aside)

    def begin(self) -> None:
        """Make the empty file.

        Raises `Unavailable` when the folder cannot be written in.
        """
        with _plain():
            os.close(os.open(self._aside, _NEW, OWNER_ONLY))

    def add(self, content: bytes) -> None:
        """Write more; raises `Unavailable` when the disk is full, and leaves nothing behind."""
        with self._all_or_nothing(), self._aside.open("ab") as stream:
            stream.write(content)

    def finish(self) -> None:
        """Put the file into its place; what stood there before is replaced."""
        with self._all_or_nothing():
            flush_file(self._aside)
            move_into_place(self._aside, self.path)
        self._tidying.detach()

    def discard(self) -> None:
        """Let the file never have been."""
        self._tidying()

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        try:
            with _plain():
                yield
        except BaseException:
            self.discard()
            raise


@contextmanager
def _plain() -> Iterator[None]:
    """Say in a sentence what the disk cannot do."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Unavailable(FULL, FULL_REMEDY) from error
        if error.errno in _CLOSED:
            raise Unavailable(CLOSED, CLOSED_REMEDY) from error
        raise Unavailable(GONE, GONE_REMEDY) from error
