"""Closing the window without haste: drafts, then a last backup, then the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from resources.text import _
from ui.admin.waiting_page import WaitingPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.admin.cover import Cover
    from ui.desk import Desk
    from ui.main_window import MainWindow


class Closing(QObject):
    """Holds the window open until the office behind it is closed, with a note that says why."""

    begun = Signal()
    """The office is about to be closed for good."""

    def __init__(self, app: QApplication, window: MainWindow, cover: Cover, desk: Desk) -> None:
        """Watch for the window being closed."""
        super().__init__(window)
        self._window = window
        self._cover = cover
        self._desk = desk
        self._is_closing = False
        self._session_ends = False
        self.backs_up = True
        """Whether closing makes a backup; a server makes its own."""
        window.installEventFilter(self)
        app.commitDataRequest.connect(self._on_session_ends, Qt.ConnectionType.DirectConnection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the office first where one is open; the desk tells when it is done."""
        is_close = event.type() == QEvent.Type.Close
        if is_close and self._desk.is_open and not self._session_ends:
            event.ignore()
            self._begin()
            return True
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self._is_closing:
            return
        self._is_closing = True
        self._window.flush()
        self.begun.emit()
        sentence = _("A last backup is made and checked.") if self.backs_up else ""
        self._cover.show_screen(WaitingPage(_("Closing the office"), sentence))
        self._desk.close_office().then(self._on_closed)

    def _on_session_ends(self, _manager: object) -> None:
        """Hold nobody up who logs out: the window closes at once, and the desk ends its work."""
        self._session_ends = True

    def _on_closed(self, _done: None) -> None:
        self._window.close()
