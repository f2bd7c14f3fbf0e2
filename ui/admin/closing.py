"""Closing the window without haste: drafts, then a last backup, then the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from resources.text import _
from ui.admin.waiting_page import WaitingPage

if TYPE_CHECKING:
    from ui.admin.cover import Cover
    from ui.desk import Desk
    from ui.main_window import MainWindow


class Closing(QObject):
    """Holds the window open until the office behind it is closed, with a note that says why."""

    def __init__(self, window: MainWindow, cover: Cover, desk: Desk) -> None:
        """Watch for the window being closed."""
        super().__init__(window)
        self._window = window
        self._cover = cover
        self._desk = desk
        self._is_closing = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the office first where one is open; the desk tells when it is done."""
        if event.type() == QEvent.Type.Close and self._desk.is_open:
            event.ignore()
            self._begin()
            return True
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self._is_closing:
            return
        self._is_closing = True
        self._window.flush()
        self._cover.show_screen(
            WaitingPage(_("Closing the office"), _("A last backup is made and checked."))
        )
        self._desk.close_office().then(self._on_closed)

    def _on_closed(self, _done: None) -> None:
        self._window.close()
