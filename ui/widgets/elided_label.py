"""A label of one line that ends in "…" where there is no room; the tooltip has all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import length
from ui.widgets.labels import Label

_LEAST = 60


class ElidedLabel(Label):
    """Gives way where other parts need the room."""

    def __init__(self, text: str = "", kind: str = "text", parent: QWidget | None = None) -> None:
        """Show `text` on one line."""
        super().__init__(text, kind, parent)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Answer a small width."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), length(_LEAST)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        fitting = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(self.text().replace("<", "‹") if fitting != self.text() else "")
        painter.drawText(room, int(self.alignment() | Qt.TextFlag.TextSingleLine), fitting)
