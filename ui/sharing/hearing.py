"""Brings to the screens what the listener of a shared office hears on its own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.errors import Refused


class Hearing(QObject):
    """An `Ear`: each of its methods is called on the listener's thread, and only emits."""

    changes_heard = Signal(object)
    """frozenset of feature words that others have changed something of."""
    presence_moved = Signal(str)
    """The key of a record that somebody began or ended to edit."""
    link_lost = Signal()
    link_found = Signal()
    login_ended = Signal(object)
    """A `Refused`: the server does not let this login in any more."""

    def heard(self, features: frozenset[str]) -> None:
        """Tell what others have changed."""
        if isValid(self):
            self.changes_heard.emit(features)

    def moved(self, record: str) -> None:
        """Tell that somebody began or ended to edit a record."""
        if isValid(self):
            self.presence_moved.emit(record)

    def lost(self) -> None:
        """Tell that the server cannot be reached."""
        if isValid(self):
            self.link_lost.emit()

    def found(self) -> None:
        """Tell that the server is there again."""
        if isValid(self):
            self.link_found.emit()

    def turned_away(self, refused: Refused) -> None:
        """Tell that the login has ended."""
        if isValid(self):
            self.login_ended.emit(refused)
