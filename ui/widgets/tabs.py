"""Tabs that need no more room than the page that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Tabs(QTabWidget):
    """Qt asks for the room of the largest page, and scrolls the others without need."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without pages; `name` is what a screen reader calls the tabs."""
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(name)
        self.currentChanged.connect(self._on_current_changed)

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of the bar and of the page below it."""
        bar = self.tabBar().minimumSizeHint()
        if not self.count():
            return bar
        least = self.currentWidget().minimumSizeHint()
        return QSize(max(bar.width(), least.width()), bar.height() + least.height())

    def hasHeightForWidth(self) -> bool:
        """Answer no: the pages scroll."""
        return False

    def _on_current_changed(self, _index: int) -> None:
        self.updateGeometry()
