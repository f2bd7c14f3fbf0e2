"""What an open office lends the desk: who edits what, and how somebody says who they are."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import SignalInstance


class Presence(Protocol):
    """Who edits what in a shared office; a place is made from a record's key and a form's name."""

    @property
    def moved(self) -> SignalInstance:
        """Emitted with the place, as text, where somebody began or ended to be."""

    @property
    def looked_again(self) -> SignalInstance:
        """Emitted now and then, for what nobody tells."""

    def begin(self, place: UUID) -> None:
        """Let colleagues see that a record is being edited here."""

    def end(self, place: UUID) -> None:
        """Let them see that it no longer is."""


class Asked(Enum):
    """What somebody is asked for who has to say once more who they are."""

    NOTHING = auto()
    PASSPHRASE = auto()
    RECOVERY_KEY = auto()
    PASSWORD = auto()


class Proof(Protocol):
    """Lets somebody say once more who they are; both run on the desk's thread."""

    def asked(self) -> Asked:
        """Answer what is asked for."""

    def check(self, typed: str) -> None:
        """Go on only with what is right; raises `Refused` beside the field "typed"."""
