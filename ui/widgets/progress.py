"""Progress of something longer: how much is done, in numbers, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.labels import Label


class Progress(QWidget):
    """A bar with a sentence, a count and *cancel*."""

    cancelled = Signal()

    def __init__(
        self, text: str, parent: QWidget | None = None, *, can_cancel: bool = True
    ) -> None:
        """Say what is being done; the end is not known yet."""
        super().__init__(parent)
        self._words = Label(text)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(text)
        self._count = Label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        if can_cancel:
            cancel = plain_button(_("Cancel"))
            cancel.clicked.connect(self._on_cancel_clicked)
            row.addWidget(cancel)
        layout.addLayout(row)
        layout.addWidget(self._count)

    def show_count(self, done: int, of: int) -> None:
        """Show how much is done; `of` is 0 while the end is not known."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        words = _("{done} of {all}") if of else "{done}"
        self._count.setText(
            words.format(done=formats.show_number(done), all=formats.show_number(of))
        )

    def set_text(self, text: str) -> None:
        """Say what is being done now."""
        self._words.setText(text)
        self._bar.setAccessibleName(text)

    def _on_cancel_clicked(self) -> None:
        self.cancelled.emit()
