"""A time of day on the 24 h clock, typed as people write it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from resources.text import _
from ui.widgets.typed_dates import read_time

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

LONGEST = 20
_MINUTES_OF_DAY = 1440


class TimeField(QLineEdit):
    """A time of day or nothing; Up and Down go five minutes on or back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText("14:30")
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> time | None:
        """Answer the time; None when empty or not understood."""
        return read_time(self.text())

    def set_value(self, value: time | None) -> None:
        """Show a time of day."""
        self.setText(f"{value.hour:02}:{value.minute:02}" if value else "")

    def is_valid(self) -> bool:
        """Answer whether it is empty or a time."""
        return not self.text().strip() or self.value() is not None

    def text_value(self) -> str:
        """Answer what is typed, for a draft."""
        return self.text()

    def restore_text(self, text: str) -> None:
        """Put a draft's text back."""
        self.setText(text)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the time be read only."""
        self.setReadOnly(on)

    def trouble(self) -> str:
        """Answer a sentence when what is typed is no time of day."""
        if self.is_valid():
            return ""
        sentence = _("“{typed}” is not a time. Write it like 14:30.")
        return sentence.format(typed=self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go five minutes on or back with Up and Down."""
        step = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}.get(Qt.Key(event.key()), 0)
        now = self.value()
        if step and now and not self.isReadOnly():
            minutes = (now.hour * 60 + now.minute + step) % _MINUTES_OF_DAY
            self.set_value(time(minutes // 60, minutes % 60))
        else:
            super().keyPressEvent(event)

    def _on_editing_finished(self) -> None:
        if (now := self.value()) is not None:
            self.set_value(now)

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()
