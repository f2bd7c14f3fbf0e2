"""A button whose words wrap: as high as they need, pressed by Return as well as the space bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class WordsButton(QPushButton):
    """Subclasses put labels into `row`, then call `finish`."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.row = QHBoxLayout(self)

    def finish(self) -> None:
        """Let clicks on the words be clicks on the button."""
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press it, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Answer yes: the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Answer the height that the words need at a width in pixels."""
        return self.row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Answer the size of the words, not of a push button's caption."""
        return self.row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of the words."""
        return self.row.totalMinimumSize()
