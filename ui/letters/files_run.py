"""The files of a mailing on their way into a folder once more; others can work in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.letters.mass.again import FilesAgain

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class FilesRun(QObject):
    """Fetches letters from the history; `stop` leaves no file behind."""

    progressed = Signal(int)
    finished = Signal(object)
    """The `FilesAgain`."""
    stopped = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, run_id: UUID, folder: Path) -> None:
        """Plan it; nothing happens before `start`."""
        super().__init__()
        self._desk, self._run_id, self._folder = desk, run_id, folder
        self._files: FilesAgain | None = None
        self._is_stopped = False

    def start(self) -> None:
        """Begin with the folder."""
        making = self._desk.run(FilesAgain, self._run_id, self._folder).then(self._on_made)
        making.if_refused(self._on_refused).if_unavailable(self._on_failed)

    def stop(self) -> None:
        """Fetch no further; what was written is thrown away."""
        self._is_stopped = True

    def _on_made(self, files: FilesAgain) -> None:
        self._files = files
        self._next()

    def _next(self) -> None:
        files = self._files
        if files is None:
            return
        if self._is_stopped:
            self._desk.run(files.discard).then(self._on_discarded)
        elif files.is_fetched:
            finishing = self._desk.run(files.finish).then(self._on_finished)
            finishing.if_unavailable(self._on_failed)
        else:
            asked = self._desk.ask(files.fetch).then(self._on_fetched)
            asked.if_unavailable(self._on_failed)

    def _on_fetched(self, _nothing: None) -> None:
        if self._files is not None:
            writing = self._desk.run(self._files.put).then(self._on_put)
            writing.if_unavailable(self._on_failed)

    def _on_put(self, count: int) -> None:
        self.progressed.emit(count)
        self._next()

    def _on_finished(self, _nothing: None) -> None:
        self.finished.emit(self._files)

    def _on_discarded(self, _nothing: None) -> None:
        self.stopped.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.refused.emit(refused)

    def _on_failed(self, trouble: Unavailable) -> None:
        if self._files is not None:
            self._desk.run(self._files.discard)
        self.failed.emit(trouble)
