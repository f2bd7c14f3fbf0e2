"""Brings to the screens what the listener of a shared office hears on its own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.landing import Landing

if TYPE_CHECKING:
    from app.errors import Refused


class Hearing(QObject):
    """An `Ear`: each of its methods is called on the listener's thread, which may outlive it."""

    changes_heard = Signal(object)
    """frozenset of feature words that others have changed something of."""
    presence_moved = Signal(str)
    """The key of a record that somebody began or ended to edit."""
    link_lost = Signal()
    link_found = Signal()
    login_ended = Signal(object)
    """A `Refused`: the server does not let this login in any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hear nothing yet."""
        super().__init__(parent)
        self._landing = Landing(self._on_sent)

    def heard(self, features: frozenset[str]) -> None:
        """Tell what others have changed."""
        self._landing.send("changes_heard", features)

    def moved(self, record: str) -> None:
        """Tell that somebody began or ended to edit a record."""
        self._landing.send("presence_moved", record)

    def lost(self) -> None:
        """Tell that the server cannot be reached."""
        self._landing.send("link_lost")

    def found(self) -> None:
        """Tell that the server is there again."""
        self._landing.send("link_found")

    def turned_away(self, refused: Refused) -> None:
        """Tell that the login has ended."""
        self._landing.send("login_ended", refused)

    def _on_sent(self, signal: str, *words: object) -> None:
        getattr(self, signal).emit(*words)
