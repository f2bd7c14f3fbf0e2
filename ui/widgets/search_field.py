"""The line one types into to find something."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from resources.text import _
from ui.icons import icon
from ui.palette import Role
from ui.style import length
from ui.widgets.inner_button import InnerButton

LONGEST = 200


class SearchField(QLineEdit):
    """A search line with a magnifying glass; Escape empties it, Down goes to the list."""

    typed = Signal(str)
    """What is sought, trimmed, at every change."""
    moved_down = Signal()
    """The user wants to go to what was found."""
    accepted = Signal()
    """Enter was pressed."""

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, short: str = "") -> None:
        """Say with `placeholder` what can be found, with `short` where that does not fit."""
        super().__init__(parent)
        self._placeholders = (placeholder, short or placeholder)
        self.setProperty("kind", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(LONGEST)
        self._glass = icon("search", Role.QUIET)
        self._clear = InnerButton(self, "close", _("Empty the search"))
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.setTextMargins(length(24), 0, length(26), 0)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """Answer what is sought."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty with Escape, go on with Down, accept with Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.moved_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it shorter in a short line."""
        super().resizeEvent(event)
        long, short = self._placeholders
        room = self.width() - length(24 + 26 + 28)
        fits = self.fontMetrics().horizontalAdvance(long) <= room
        self.setPlaceholderText(long if fits else short)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, then the glass."""
        super().paintEvent(event)
        side = length(16)
        painter = QPainter(self)
        self._glass.paint(painter, QRect(length(10), (self.height() - side) // 2, side, side))

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.typed.emit(text.strip())
