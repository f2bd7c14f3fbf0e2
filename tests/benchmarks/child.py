"""What both measured processes share: the clock, the memory, the moment of a paint."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST = 400
"""Windows narrower than this many pixels are not the window that is waited for."""


def since_began() -> float:
    """Answer the milliseconds since the parent asked for this process."""
    return (time.monotonic_ns() - int(os.environ["NAHBAR_BENCH_BEGAN"])) / 1e6


def memory() -> float:
    """Answer the resident memory of this process in MB."""
    import psutil  # noqa: PLC0415 - not before the first paint

    return float(psutil.Process().memory_info().rss) / 2**20


def say(**said: float) -> None:
    """Print what was measured, for the parent."""
    print(json.dumps(said), flush=True)


class PaintWatch(QObject):
    """Calls back once, as soon as a window has been painted for the first time."""

    def __init__(self, application: QApplication, painted: Callable[[QWidget], None]) -> None:
        """Watch all windows of an application."""
        super().__init__(application)
        self._painted = painted
        self._window: QWidget | None = None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint of a real window begin; the callback comes after it has ended."""
        if (
            self._window is None
            and event.type() == QEvent.Type.Paint
            and isinstance(watched, QWidget)
            and watched.window().width() >= LEAST
        ):
            self._window = watched.window()
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        application = QApplication.instance()
        if application is not None and self._window is not None:
            application.removeEventFilter(self)
            self._painted(self._window)
