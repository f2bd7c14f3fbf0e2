"""What is seen while a list is read, checked or imported: what is done, how much, and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from ui.widgets.card import Card
from ui.widgets.progress import Progress
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.importing.watch import Watch

_WIDTH = 760
_LOOK_EVERY = 150
"""Milliseconds between two looks at how far the work is."""


class ImportWaiting(ScrollBody):
    """Looks at a `Watch` that the office's thread counts on."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without anything to wait for."""
        super().__init__(parent, most_width=_WIDTH)
        self._watch: Watch | None = None
        self.progress = Progress("")
        self.progress.cancelled.connect(self._on_cancelled)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY)
        self._clock.timeout.connect(self._on_look)
        card = Card()
        card.add(self.progress)
        self.add(card)
        self.end()

    def wait_for(self, words: str, watch: Watch) -> None:
        """Say what is being done and count it."""
        self._watch = watch
        self.progress.set_text(words)
        self.progress.show_count(0, 0)
        self._clock.start()

    def rest(self) -> None:
        """Stop looking: it is done."""
        self._watch = None
        self._clock.stop()

    def _on_look(self) -> None:
        if self._watch is not None:
            self.progress.show_count(self._watch.done, self._watch.all)

    def _on_cancelled(self) -> None:
        if self._watch is not None:
            self._watch.stop()
        self.stopped.emit()
