"""Who else is editing what is shown here, and what is being edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from uuid import UUID

    from app.server.listening import Listener

LOOK_AGAIN_MS = 10_000
"""A colleague whose computer went out ends nothing; so it is looked at again, in milliseconds."""


class SharedPresence(QObject):
    """Known to the desk of a shared office while it is open, as its `Presence`."""

    moved = Signal(str)
    """The place of which it may have changed who is there."""
    looked_again = Signal()

    def __init__(self, listener: Listener, parent: QObject | None = None) -> None:
        """Show through `listener` what is edited here."""
        super().__init__(parent)
        self._listener = listener
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.looked_again)
        self._timer.start()

    def begin(self, place: UUID) -> None:
        """Let colleagues see that a record is being edited here."""
        self._listener.hold(place)

    def end(self, place: UUID) -> None:
        """Let them see that it no longer is."""
        self._listener.let_go(place)
