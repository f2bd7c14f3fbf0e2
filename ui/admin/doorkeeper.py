"""Opens, locks and unlocks the office for the window, and holds its key only while it is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.admin.offices import key_from_keyring
from app.server.joining import credentials_from_keyring
from ui.admin.office_jobs import Opener, by_demo_key, ways_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.offices import WaysIn
    from app.errors import Refused, Unavailable
    from ui.admin.office_jobs import KeySource, OpenOffice
    from ui.desk import Desk


class Doorkeeper(QObject):
    """Stands at the door of one office at a time."""

    opened = Signal(object)
    """The `OpenOffice`, once the desk can be asked."""
    closing = Signal()
    """The office is about to be closed: what is typed must be saved now."""
    locked = Signal(object)
    """The `WaysIn` of an office that was locked or found locked."""
    refused = Signal(object)
    """A `Refused`: the passphrase or the recovery key is wrong."""
    failed = Signal(object)
    """An `Unavailable`: the office cannot be opened now."""

    def __init__(self, desk: Desk, who: str = "", parent: QObject | None = None) -> None:
        """Stand at the door of the office that `desk` will work in, for the person `who`."""
        super().__init__(parent)
        self._desk = desk
        self._opener: Opener | None = None
        self._otherwise: WaysIn | None = None
        self.who = who
        self.folder: Path | None = None
        self.office: OpenOffice | None = None
        """The open office; None while it is locked."""
        self.last_source: KeySource | None = None
        """The key source of an opening that failed, for restoring; forgotten once open."""

    def arrive(self, folder: Path) -> None:
        """Come to an office: demo and keyring open at once, a passphrase is asked for."""
        self.leave()
        self.folder = folder
        asked = self._desk.run(ways_of, folder).then(self._on_ways_found)
        asked.if_refused(self._on_refused).if_unavailable(self._on_failed)

    def unlock(self, source: KeySource) -> None:
        """Open the office with a key source; answers by `opened`, `refused` or `failed`."""
        if self.folder is None or self._opener is not None:
            return
        self.last_source = source
        self._opener = Opener(self.folder, source, self.who)
        pending = self._desk.open(self._opener).then(self._on_opened)
        pending.if_refused(self._on_refused).if_unavailable(self._on_failed)

    def lock(self) -> None:
        """Close the office after all that was asked of it, and forget its key."""
        if self.office is None or self.folder is None:
            return
        self.close()
        asked = self._desk.run(ways_of, self.folder).then(self._on_locked)
        asked.if_unavailable(self._on_failed)

    def leave(self) -> None:
        """Close the office and go away from it, as before opening another one."""
        self.close()
        self.folder = None

    def close(self) -> None:
        """Close the office if it is open."""
        if self.office is not None:
            self.closing.emit()
            self.office = None
            self._desk.close_office()

    def _on_locked(self, ways: WaysIn) -> None:
        self.locked.emit(ways)

    def _on_ways_found(self, ways: WaysIn) -> None:
        if ways.is_demo:
            self.unlock(by_demo_key)
        elif ways.keyring:
            self._otherwise = ways
            self.unlock(credentials_from_keyring if ways.is_shared else key_from_keyring)
        else:
            self.locked.emit(ways)

    def _on_opened(self, _: None) -> None:
        opener, self._opener = self._opener, None
        self._otherwise = self.last_source = None
        if opener is not None and opener.found is not None:
            self.office = opener.found
            self.opened.emit(opener.found)

    def _on_refused(self, error: Refused) -> None:
        ways = self._otherwise
        if self._ask_instead():
            return
        if ways is not None and ways.is_shared:
            # The keyring knows a password that was changed on the server meanwhile.
            self.locked.emit(replace(ways, keyring=False))
        self.refused.emit(error)

    def _on_failed(self, error: Unavailable) -> None:
        if not self._ask_instead():
            self.failed.emit(error)

    def _ask_instead(self) -> bool:
        """Ask for the passphrase when the keyring did not answer with the key."""
        opener, self._opener = self._opener, None
        ways, self._otherwise = self._otherwise, None
        if ways is None or opener is None or opener.has_key:
            return False
        self.locked.emit(replace(ways, keyring=False))
        return True
