"""Parts beside each other that wrap by the width; nothing below them is pushed over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.style import spacing
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent


class Wrapping(QWidget):
    """As high as its lines are at the width it has."""

    def __init__(self, parts: Iterable[QWidget] = (), parent: QWidget | None = None) -> None:
        """Put parts beside each other."""
        super().__init__(parent)
        self.flow = FlowLayout(self, spacing(8))
        for part in parts:
            self.flow.addWidget(part)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Answer a size in which nothing is cut off."""
        hint = super().minimumSizeHint()
        width = max(self.width(), hint.width())
        return QSize(hint.width(), max(hint.height(), self.flow.minimumHeightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say anew how high it must be."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
