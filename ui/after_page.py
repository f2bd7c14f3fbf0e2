"""Tells when the answers of the page that is seen first are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ui.first_paint import FirstPaint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

_AT_LATEST_MS = 500
"""A window that nobody sees is not painted; what is asked after the page is asked all the same."""


class AfterPage(QObject):
    """What nobody waits for is asked after what the page shows."""

    painted = Signal()
    """What the page had asked when `wait` was called stands in the window."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Wait for nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self._page: QWidget | None = None
        self._waits = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_AT_LATEST_MS)
        self._late.timeout.connect(self._on_painted)

    def wait(self, page: QWidget) -> None:
        """Tell when a page was painted with everything that was asked by now."""
        self._page = page
        self._desk.after_all().then(self._on_answered)

    def _on_answered(self, _nothing: None) -> None:
        self._waits = True
        self._late.start()
        if self._page is not None and isValid(self._page):
            FirstPaint(self._page).painted.connect(self._on_painted)
            self._page.update()

    def _on_painted(self) -> None:
        if self._waits:
            self._waits = False
            self._late.stop()
            self.painted.emit()
