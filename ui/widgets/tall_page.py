"""A page that asks for the height that its wrapped sentences need at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.style import spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class TallPage(QWidget):
    """Without this a sentence of two lines would take its second line from a field."""

    def minimumSizeHint(self) -> QSize:
        """Answer the least size at the width that the page has."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        # A little more: rounding would take the lower edge of the field.
        wrapped = layout.totalMinimumHeightForWidth(self.width()) + spacing(4)
        return QSize(least.width(), max(least.height(), wrapped))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again when the width is another one."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
