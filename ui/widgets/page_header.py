"""The head of a page: where I am, a quiet line below it, and its actions on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.style import spacing
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.labels import title as title_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class PageHeader(QWidget):
    """A title with an optional second line; actions stand on the right, the primary one last."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        """Show a title and perhaps a subtitle."""
        super().__init__(parent)
        self.title = title_label(title)
        self.subtitle = quiet(subtitle)
        if not subtitle:
            self.subtitle.hide()
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._actions = FlowLayout(gap=spacing(8))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing(12))
        self._line.addLayout(words, 1)
        self._line.addLayout(self._actions)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.set_words(title, self.subtitle.text())

    def set_subtitle(self, subtitle: str) -> None:
        """Show another second line, or none with ""."""
        self.set_words(self.title.text(), subtitle)

    def set_words(self, title: str, subtitle: str) -> None:
        """Show another title and another second line, or none with ""."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._find_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the actions anew."""
        super().resizeEvent(event)
        self._find_room()

    def event(self, event: QEvent) -> bool:
        """Find room anew when an action came, went or has other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._find_room()
        return super().event(event)

    def add_action(self, button: QWidget) -> None:
        """Add a button on the right."""
        self._actions.addWidget(button)

    def _find_room(self) -> None:
        """Put the actions below the title where both do not fit side by side."""
        words = max(_width(self.title), 0 if self.subtitle.isHidden() else _width(self.subtitle))
        fits = words + self._actions.sizeHint().width() + spacing(24) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        where = Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag(0)
        # Set again, the same would ask for a layout again, and that for this: without end.
        if (way, where) != (self._line.direction(), self._actions.alignment()):
            self._line.setDirection(way)
            self._line.setAlignment(self._actions, where)


def _width(label: QLabel) -> int:
    """Answer the width in pixels that a label wants for one line."""
    return label.fontMetrics().horizontalAdvance(label.text())
