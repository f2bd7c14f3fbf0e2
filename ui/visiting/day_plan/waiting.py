"""What is seen while a plan is searched for: how long it takes, and a way to stop."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import ngettext
from ui.widgets.progress import Progress


class Waiting(QWidget):
    """Counts the seconds of one search."""

    def __init__(self, seconds: float) -> None:
        """Begin with a search of some seconds."""
        super().__init__()
        self._seconds = max(1, round(seconds))
        words = ngettext(
            "The shortest ways are looked for, for {count} second …",
            "The shortest ways are looked for, for {count} seconds …",
            self._seconds,
        )
        self.progress = Progress(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.progress)
        layout.addStretch(1)
        self.show_share(0.0)

    def show_share(self, share: float) -> None:
        """Show how much of the time is over, from 0 to 1."""
        self.progress.show_count(int(share * self._seconds), self._seconds)
