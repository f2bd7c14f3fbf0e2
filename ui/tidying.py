"""Collects garbage on the UI thread alone: a Qt object must never die on the office's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_FIRST_AFTER_MS = 3_000
"""Until the first page stands nothing is garbage: to look for it would keep the page waiting."""


class Tidying(QObject):
    """Takes Python's cycle collector off all threads and runs it from the event loop.

    Left to itself the collector runs on whichever thread allocates, and would destroy widgets
    that only a cycle kept alive from the office's thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin tidying; it lasts as long as this object."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_due)
        QTimer.singleShot(_FIRST_AFTER_MS, self, self._begin)

    def _begin(self) -> None:
        self._timer.start()


def collect_due() -> None:
    """Collect the oldest generation that is due, as the collector itself would."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
    if due:
        gc.collect(due[-1])
