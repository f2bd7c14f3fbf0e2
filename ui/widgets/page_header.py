"""The head of a page: where I am, a quiet line below it, and its actions on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.style import spacing
from ui.widgets.labels import quiet
from ui.widgets.labels import title as title_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class PageHeader(QWidget):
    """A title with an optional second line; actions stand on the right, the primary one last."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        """Show a title and perhaps a subtitle."""
        super().__init__(parent)
        self._title = title_label(title)
        self._subtitle = quiet(subtitle)
        if not subtitle:
            self._subtitle.hide()
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(spacing(8))
        self._actions.addStretch()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing(12))
        self._line.addLayout(words, 1)
        self._line.addLayout(self._actions)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another second line, or none with ""."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions below the title where both do not fit side by side."""
        super().resizeEvent(event)
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        needed = title + self._actions.sizeHint().width() + spacing(24)
        across = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if needed <= self.width() else below)

    def add_action(self, button: QWidget) -> None:
        """Add a button on the right."""
        self._actions.addWidget(button)
