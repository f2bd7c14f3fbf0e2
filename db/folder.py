"""Where the files of one office lie: database, keys, lock, state and backups in one folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from app.admin.rules import Damaged
from app.errors import N_, Unavailable

_PAGE = 4096
"""Size of a page of the database, in bytes."""
DATABASE = "office.db"
BACKUP_SUFFIX = ".nahbar-backup"


@dataclass(frozen=True, slots=True)
class OfficeFolder:
    """The folder of one office."""

    path: Path

    @classmethod
    def of(cls, path: Path) -> OfficeFolder:
        """Answer the office folder for a folder or for the database file within it."""
        absolute = Path(path).absolute()
        return cls(absolute.parent if absolute.name == DATABASE else absolute)

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / DATABASE

    @property
    def wal(self) -> Path:
        """The database's write-ahead log; it is gone after a clean close."""
        return self.path / f"{DATABASE}-wal"

    @property
    def fresh_database(self) -> Path:
        """A database that is being made and is not in use yet."""
        return self.path / f"{DATABASE}.new"

    @property
    def keys(self) -> Path:
        """The wrapped copies of the data key."""
        return self.path / "keys.json"

    @property
    def lock(self) -> Path:
        """The file that the one running program holds locked."""
        return self.path / "office.lock"

    @property
    def state(self) -> Path:
        """Who has the office open, and how it was last closed."""
        return self.path / "office.state"

    @property
    def moved(self) -> Path:
        """Where the office went, if it was moved to a server."""
        return self.path / "moved.json"

    @property
    def demo_key(self) -> Path:
        """The open key of a demo office; it protects invented people only."""
        return self.path / "demo.key"

    @property
    def backups(self) -> Path:
        """The folder of this office's own backups."""
        return self.path / "backups"

    @property
    def is_demo(self) -> bool:
        """Whether this is a demo office."""
        return self.demo_key.is_file()

    @property
    def is_writable(self) -> bool:
        """Whether both the folder and its database can be written."""
        return os.access(self.path, os.W_OK) and os.access(self.database, os.W_OK)

    def need_database(self) -> None:
        """Raise `Unavailable` unless there is a database file with something in it.

        A missing or empty file is never taken for a new office.
        """
        if not self.database.is_file():
            raise Unavailable(NO_OFFICE, NO_OFFICE_REMEDY, folder=str(self.path))
        size = self.database.stat().st_size
        if size == 0:
            raise Unavailable(EMPTY_OFFICE, EMPTY_OFFICE_REMEDY)
        if size < _PAGE:
            # The driver takes so short a file for an empty one, and would begin anew.
            raise Damaged(CUT_OFF, EMPTY_OFFICE_REMEDY)


NO_OFFICE = N_("There is no office in the folder {folder}.")
NO_OFFICE_REMEDY = N_("Choose another folder, or restore a backup.")
EMPTY_OFFICE = N_("The office file is empty.")
CUT_OFF = N_("The office file is damaged: most of it is missing.")
EMPTY_OFFICE_REMEDY = N_("Restore the newest backup. The file is kept as it is.")
