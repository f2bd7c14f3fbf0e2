"""The files of a mailing once more: each letter as it was printed, and one for the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.mass.folder import RunFolder, on_disk
from app.letters.mass.press import Press
from app.letters.mass.queries import kept_letters, run_row
from app.letters.mass.running import BATCH, MERGED, file_of

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.letters.mass.rows import KeptLetter


class FilesAgain:
    """Fetch and put until `is_fetched`, then `finish`; byte for byte as on the first day."""

    def __init__(self, run_id: UUID, folder: Path) -> None:
        """Plan a new folder; raises `Refused` when something stands there."""
        self.is_fetched = False
        self._run_id = run_id
        self._folder = RunFolder(folder)
        self._files: list[Path] = []
        self._last = 0
        self._title = ""
        self._letters: tuple[KeptLetter, ...] = ()

    @property
    def folder(self) -> Path:
        """Where the letters will stand."""
        return self._folder.target

    @property
    def count(self) -> int:
        """How many letters are put there."""
        return len(self._files)

    def fetch(self, connection: Connection) -> None:
        """Fetch the next letters from the history."""
        if not self._last and (run := run_row(connection, self._run_id)):
            self._title = run.title
        self._letters = kept_letters(connection, self._run_id, self._last, BATCH)
        self.is_fetched = len(self._letters) < BATCH
        if self._letters:
            self._last = self._letters[-1].number

    def put(self) -> int:
        """Write what was fetched; answer how many letters are written."""
        for letter in self._letters:
            self._files.append(self._folder.add(file_of(letter.number), letter.pdf))
        self._letters = ()
        return self.count

    def finish(self) -> None:
        """Make the printer's file, and let the folder appear."""
        if self._files:
            press = Press(0)
            press.begin_merge(self._files, self._folder.file(MERGED), self._title)
            with on_disk():
                press.wait_for_merge()
            press.close()
        self._folder.finish()

    def discard(self) -> None:
        """Stop: no file stays."""
        self._folder.discard()
