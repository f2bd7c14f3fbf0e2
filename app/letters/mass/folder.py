"""The folder of a mailing: it appears with everything in it, or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING
from weakref import finalize

from app.errors import N_, Problem, Refused, Unavailable
from db.files import OWNER_ONLY, flush_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOT_EMPTY = N_("The folder {folder} is not empty. Choose a new one, so that no file is mixed in.")
NO_PLACE = N_("The letters cannot be written into that folder: {reason}.")
NO_PLACE_REMEDY = N_("Choose another folder, or make room on the disk, and try again.")
_PRIVATE = 0o700


class RunFolder:
    """Files are written aside, and moved to their place together."""

    def __init__(self, target: Path) -> None:
        """Plan the folder `target`; raises `Refused` when something stands in it."""
        self.target = target
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise Refused(Problem(NOT_EMPTY, "out", {"folder": target.name}))
        self._aside = target.parent / f".nahbar-{token_hex(8)}.part"
        with on_disk():
            target.parent.mkdir(parents=True, exist_ok=True)
            self._aside.mkdir(_PRIVATE)
        # Also when the program ends half way: no letter may lie about.
        self._tidying = finalize(self, shutil.rmtree, self._aside, ignore_errors=True)

    def file(self, name: str) -> Path:
        """Answer where a file is written for now."""
        return self._aside / name

    def add(self, name: str, content: bytes) -> Path:
        """Write a file that only its owner reads; raises `Unavailable` when there is no room."""
        file = self.file(name)
        with on_disk():
            file.touch(OWNER_ONLY)
            file.write_bytes(content)
        return file

    def finish(self) -> None:
        """Let the folder appear."""
        with on_disk():
            for file in self._aside.iterdir():
                file.chmod(OWNER_ONLY)
            if self.target.exists():
                self.target.rmdir()
            self._aside.rename(self.target)
            flush_folder(self.target.parent)
        self._tidying.detach()

    def discard(self) -> None:
        """Let nothing of it stay."""
        self._tidying()


@contextmanager
def on_disk() -> Iterator[None]:
    """Say in a sentence what the disk cannot do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(NO_PLACE, NO_PLACE_REMEDY, reason=reason) from error
