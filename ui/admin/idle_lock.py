"""Locks the office by itself: after a time of quiet, and when the person leaves the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.admin.idle_watch import IdleWatch
from ui.admin.session_watch import SessionWatch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class IdleLock(QObject):
    """Watches while an office is open, and asks for the lock."""

    lock_wanted = Signal()

    def __init__(self, app: QApplication, minutes: int) -> None:
        """Ask for the lock after `minutes` of quiet."""
        super().__init__(app)
        self.idle = IdleWatch(app, minutes)
        self.session = SessionWatch(app)
        self.idle.idled.connect(self.lock_wanted)
        self.session.left.connect(self.lock_wanted)
