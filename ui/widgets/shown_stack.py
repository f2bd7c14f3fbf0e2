"""A stack of pages that needs no more room than the page that is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class ShownStack(QStackedWidget):
    """Qt asks for the room of the largest page, and scrolls the others without need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without pages."""
        super().__init__(parent)
        self.currentChanged.connect(self._on_current_changed)

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of what is shown; what is hidden needs no room."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        """Answer no: the pages scroll, and a hidden one would count with its height."""
        return False

    def _on_current_changed(self, _index: int) -> None:
        self.updateGeometry()
