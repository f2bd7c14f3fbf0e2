"""Hears when a widget has been painted: what is slow waits for the first picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Says `painted` once, after the next paint of a widget or of something in it."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Watch `widget`; call `widget.update()` when it may stand painted already."""
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a paint begin; `painted` comes when it has ended."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # With this object as context nothing is said once the widget is gone.
            QTimer.singleShot(0, self, self._say)
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        self.painted.emit()
