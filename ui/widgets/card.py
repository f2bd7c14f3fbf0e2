"""A card: a title, at most one action, and what belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QVBoxLayout, QWidget

from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import heading

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton


class Card(QFrame):
    """A white box with a title; put widgets into `body`."""

    acted = Signal()

    def __init__(
        self, title: str = "", action: str = "", parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        """Show `title` and, if given, a quiet button with the verb `action`."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._action: QPushButton | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(spacing(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing(16), spacing(12), spacing(16), spacing(16))
        layout.setSpacing(spacing(8))
        if title or action:
            layout.addLayout(self._head)
            self._fill_head(title, action, icon)
        layout.addLayout(self.body)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a widget or layout to the body."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def offer_action(self, *, on: bool) -> None:
        """Offer the action in the head, or not while it makes no sense."""
        if self._action is not None:
            self._action.setVisible(on)

    def clear(self) -> None:
        """Take everything out of the body."""
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def minimumSizeHint(self) -> QSize:
        """Answer the least size, as if the action stood below the title already."""
        size = super().minimumSizeHint()
        if self._action is None:
            return size
        least = (
            self._title.minimumSizeHint().width(),
            self._action.sizeHint().width(),
            self.body.minimumSize().width(),
        )
        return QSize(max(least) + 2 * spacing(16), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the action below the title where both do not fit side by side."""
        super().resizeEvent(event)
        if self._action is not None:
            words = self._title.fontMetrics().horizontalAdvance(self._title.text())
            both = words + self._action.sizeHint().width() + spacing(16)
            across = both <= self.width() - 2 * spacing(16)
            direction = QBoxLayout.Direction
            self._head.setDirection(direction.LeftToRight if across else direction.TopToBottom)

    def _fill_head(self, title: str, action: str, icon: str) -> None:
        self._title = heading(title)
        self.setAccessibleName(title)
        self._head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        if action:
            self._action = quiet_button(action, icon)
            self._action.clicked.connect(self._on_clicked)
            left_top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            self._head.addWidget(self._action, 0, left_top)

    def _on_clicked(self) -> None:
        self.acted.emit()
