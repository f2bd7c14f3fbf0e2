"""One window per person and office: a second start raises the first window and ends."""

from __future__ import annotations

import getpass
import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 3000
"""How long a second start tries to reach the first window, which may still be building."""
_PAUSE_MS = 50


class SingleInstance(QObject):
    """Holds the place of one window for an office, and hears when a second start asks for it.

    The place is a lock file that frees itself when its process has died; the socket is only
    needed once the window stands, so the first paint does not wait for Qt's network library.
    """

    raise_wanted = Signal()
    """A second start asks this window to come to the front."""

    def __init__(self, run_folder: Path, parent: QObject | None = None) -> None:
        """Keep the lock files in `run_folder`, a private folder of this person."""
        super().__init__(parent)
        self._folder = run_folder
        self._lock: QLockFile | None = None
        self._name = ""
        self._server: QLocalServer | None = None

    def claim(self, office: Path | None) -> bool:
        """Take the place of an office (None: no office yet); False when another window has it.

        A place held before is given up; a folder that cannot be written never keeps the
        window from opening.
        """
        name = place_name(office)
        if self._lock is not None and name == self._name:
            return True
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(self._folder / f"{name}.lock"))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
            return False
        listening = self._server is not None
        self.release()
        self._lock, self._name = lock, name
        if listening:
            self.listen()
        return True

    def listen(self) -> None:
        """Hear second starts; called once the window stands."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - not before the first paint

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        if server.listen(self._name):
            server.newConnection.connect(self._on_connected)
            self._server = server

    def release(self) -> None:
        """Give the place up."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _on_connected(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.raise_wanted.emit()


def place_name(office: Path | None) -> str:
    """Answer the short name of the place for a person and an office, good for files and sockets."""
    where = str(office.resolve()) if office is not None else ""
    digest = hashlib.sha256(f"{getpass.getuser()}\0{where}".encode()).hexdigest()
    return f"nahbar-{digest[:16]}"


def raise_first(office: Path | None, patience_ms: int = _PATIENCE_MS) -> bool:
    """Ask the window that has an office's place to come to the front; False when it is silent."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second start needs it

    deadline = QDeadlineTimer(patience_ms)
    while True:
        socket = QLocalSocket()
        socket.connectToServer(place_name(office))
        if socket.waitForConnected(200):
            socket.waitForDisconnected(500)
            return True
        if deadline.hasExpired():
            return False
        QThread.msleep(_PAUSE_MS)
