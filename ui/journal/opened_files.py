"""Files of the office that another program shows: copies that go when the office is locked."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from app.errors import N_, Unavailable

if TYPE_CHECKING:
    from ui.desk import Desk

NO_PROGRAM = N_("No program of this computer opened the file.")
NO_ROOM = N_("The file could not be laid out for another program.")
SAVE_INSTEAD = N_("Save a copy and open it from there.")
_PREFIX = "nahbar-open-"


class OpenedFiles(QObject):
    """Each copy lies in a folder that only its owner may enter, in memory where that is offered."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self._folders: list[Path] = []
        atexit.register(self.remove)

    def follow(self, desk: Desk) -> None:
        """Take every copy away when the office of a desk is locked or closed."""
        desk.closed.connect(self.remove, Qt.ConnectionType.UniqueConnection)

    def write(self, name: str, content: bytes) -> Path:
        """Write a copy that nobody can change, and answer it; run this off the UI thread.

        Raises `Unavailable` when the disk does not allow it.
        """
        place = _place()
        try:
            _tidy(place)
            folder = Path(mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=place))
            self._folders.append(folder)
            file = folder / name
            file.write_bytes(content)
            file.chmod(0o400)
        except OSError as error:
            self.remove()
            raise Unavailable(NO_ROOM, SAVE_INSTEAD) from error
        return file

    def show(self, file: Path) -> None:
        """Have another program show a copy; raises `Unavailable` when there is none for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self.remove()
            raise Unavailable(NO_PROGRAM, SAVE_INSTEAD)

    @Slot()
    def remove(self) -> None:
        """Take every copy away; one that a program still holds goes when this one ends."""
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)
        self._folders = [folder for folder in self._folders if folder.exists()]


def _place() -> Path:
    """Answer a folder of this session, which lies in memory on Linux, or that of the system."""
    session = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return Path(session) if session and sys.platform == "linux" else Path(gettempdir())


def _tidy(place: Path) -> None:
    """Take away what a program that was killed has left."""
    for folder in place.glob(f"{_PREFIX}*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(number: int) -> bool:
    if sys.platform == "win32":
        # Asking there would end the other program; what lies in use cannot be removed anyway.
        return number == os.getpid()
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


opened = OpenedFiles()
"""The copies of the one open office."""
