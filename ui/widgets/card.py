"""A card: a title, at most one action, and what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import heading


class Card(QFrame):
    """A white box with a title; put widgets into `body`."""

    acted = Signal()

    def __init__(
        self, title: str = "", action: str = "", parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        """Show `title` and, if given, a quiet button with the verb `action`."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout()
        self.body.setSpacing(spacing(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing(16), spacing(12), spacing(16), spacing(16))
        layout.setSpacing(spacing(8))
        if title or action:
            layout.addLayout(self._head(title, action, icon))
        layout.addLayout(self.body)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a widget or layout to the body."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def clear(self) -> None:
        """Take everything out of the body."""
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _head(self, title: str, action: str, icon: str) -> QHBoxLayout:
        head = QHBoxLayout()
        words = heading(title)
        self.setAccessibleName(title)
        head.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        if action:
            button = quiet_button(action, icon)
            button.clicked.connect(self._on_clicked)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _on_clicked(self) -> None:
        self.acted.emit()
