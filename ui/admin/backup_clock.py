"""Makes backups while the office is open: every half hour if something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from app.errors import Unavailable
    from ui.admin.office_jobs import OpenOffice
    from ui.desk import Desk

EVERY_MINUTES = 30
_AGE_MS = 60_000


class BackupClock(QObject):
    """Runs from opening to locking; says how old the newest backup is, once a minute."""

    newest_changed = Signal(object)
    """The instant (aware) of the newest backup, or None when there is none."""
    failed = Signal(object)
    """An `Unavailable`: the backup could not be made; the next one is tried in half an hour."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Stand still until `start`."""
        super().__init__(parent)
        self._desk = desk
        self._office: OpenOffice | None = None
        self.newest: datetime | None = None
        self._due = QTimer(self)
        self._due.setInterval(EVERY_MINUTES * 60 * 1000)
        self._due.timeout.connect(self.back_up_if_due)
        self._age = QTimer(self)
        self._age.setInterval(_AGE_MS)
        self._age.timeout.connect(self._on_minute)

    def start(self, office: OpenOffice) -> None:
        """Begin for an office that was opened; the demo needs no backups by itself.

        `look` finds the newest of those that there are.
        """
        self._office = office
        if not office.is_demo:
            self._due.start()
        self._age.start()

    def stop(self) -> None:
        """Stand still: the office is being locked, or left."""
        self._office = None
        self._due.stop()
        self._age.stop()

    def look(self) -> None:
        """Ask for the newest backup anew, as after one was made by hand."""
        if self._office is not None:
            self._desk.run(self._office.local.newest_backup).then(self._on_newest_found)

    def back_up_if_due(self) -> None:
        """Make a backup when something changed since the last one."""
        if self._office is not None:
            pending = self._desk.run(self._office.local.back_up_if_due)
            pending.then(self._on_backed_up).if_unavailable(self._on_failed)

    def _on_backed_up(self, _: object) -> None:
        self.look()

    def _on_failed(self, error: Unavailable) -> None:
        self.failed.emit(error)

    def _on_newest_found(self, newest: datetime | None) -> None:
        self.newest = newest
        self.newest_changed.emit(newest)

    def _on_minute(self) -> None:
        self.newest_changed.emit(self.newest)
