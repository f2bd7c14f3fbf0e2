"""Writes that a card was looked at: a moment after it was painted, several cards in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.privacy.looking import note_looks

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk

LATER_MS = 700
"""Looks are written when no other card was opened for this long."""


class LookKeeper(QObject):
    """Keeps every look, also at cards that were passed quickly; never slows the next card."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin with nobody seen."""
        super().__init__(parent)
        self._desk = desk
        self._seen: list[UUID] = []
        self._last: UUID | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATER_MS)
        self._timer.timeout.connect(self.flush)

    def saw(self, person_id: UUID) -> None:
        """Note that a card came into sight; a card that is only painted anew is no new look."""
        if person_id != self._last:
            self._last = person_id
            self._seen.append(person_id)
            self._timer.start()

    def flush(self) -> None:
        """Write the looks now, as before the office is locked."""
        self._timer.stop()
        if self._seen:
            seen, self._seen = tuple(self._seen), []
            pending = self._desk.act(note_looks, seen)
            pending.if_refused(self._on_trouble).if_unavailable(self._on_trouble)

    def _on_trouble(self, _trouble: object) -> None:
        """Say nothing: in an office that can only be read, no look can be written."""
