"""Asks for the notes that are out of sight, a moment after those in sight were painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.journal.queries import journal_of
from ui.journal.notes_view import REST_MS

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.journal.queries import NoteRow
    from ui.desk import Desk, Pending


class OlderNotes(QObject):
    """Waits until nobody needs the thread of the window, and asks for all notes of a person."""

    found = Signal(object)
    """All notes, those that are in sight among them."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Begin with nothing to ask."""
        super().__init__(parent)
        self._desk = desk
        self._client_id: UUID | None = None
        self._pending: Pending[tuple[NoteRow, ...]] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.ask_now)

    @property
    def are_missing(self) -> bool:
        """Whether there may be more notes than are shown."""
        return self._client_id is not None

    def ask_soon(self, client_id: UUID) -> None:
        """Ask when the first notes are on the screen."""
        self.forget()
        self._client_id = client_id
        self._rest.start()

    def ask_now(self) -> None:
        """Ask at once, unless it was asked already."""
        self._rest.stop()
        if self._client_id is not None and self._pending is None:
            pending = self._desk.ask(journal_of, self._client_id).then(self._on_found)
            self._pending = pending.if_unavailable(self._on_unavailable)

    def pause(self) -> None:
        """Leave it: another person is about to be shown."""
        self._rest.stop()

    def forget(self) -> None:
        """Ask no more: all notes are shown, or those of somebody else."""
        self._rest.stop()
        if self._pending is not None:
            self._pending.forget()
        self._client_id = self._pending = None

    def _on_found(self, notes: tuple[NoteRow, ...]) -> None:
        self._client_id = self._pending = None
        self.found.emit(notes)

    def _on_unavailable(self, _trouble: Unavailable) -> None:
        # The window says that the office cannot be reached; when it can, all is asked anew.
        self._pending = None
