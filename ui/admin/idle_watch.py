"""Notices that nobody has used the window for a while, or that the computer slept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QApplication

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


def two_clocks() -> tuple[float, float]:
    """Answer the seconds of a steady clock and of the wall clock.

    The steady one may stand still while the computer sleeps, the wall clock may be set
    back: only both together tell how long nobody was there.
    """
    return time.monotonic(), time.time()


class IdleWatch(QObject):
    """Says `idled` once when the time of quiet is over; any key or movement starts it anew."""

    idled = Signal()

    def __init__(
        self,
        app: QApplication,
        minutes: int,
        clocks: Callable[[], tuple[float, float]] = two_clocks,
    ) -> None:
        """Watch all windows of `app`; `minutes` of quiet are allowed, 0 means without end."""
        super().__init__(app)
        self._clocks = clocks
        self._last = clocks()
        self._allowed = minutes * 60
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        for window in app.topLevelWindows():
            self._watch(window)
        app.focusWindowChanged.connect(self._on_window_focused)

    def allow(self, minutes: int) -> None:
        """Allow another number of minutes; 0 means without end."""
        self._allowed = minutes * 60
        self.start()

    def start(self) -> None:
        """Begin to watch, from now on."""
        self._last = self._clocks()
        self._wait(self._allowed)

    def stop(self) -> None:
        """Watch no longer, as while the office is locked."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the clocks: say `idled`, or wait for the rest of the time."""
        quiet = max(now - then for now, then in zip(self._clocks(), self._last, strict=True))
        if quiet >= self._allowed:
            self.idled.emit()
        else:
            self._wait(self._allowed - quiet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the time of each use; the timer itself is not touched, a mouse moves often."""
        if event.type() in _USE:
            self._last = self._clocks()
        return super().eventFilter(watched, event)

    def _on_window_focused(self, window: QWindow | None) -> None:
        if window is not None:
            self._watch(window)

    def _watch(self, window: QWindow) -> None:
        """Hear the input of one window; a filter on the whole program would see every paint."""
        window.installEventFilter(self)

    def _wait(self, seconds: float) -> None:
        if self._allowed:
            # Looked at once a minute at least: a timer may sleep along with the computer.
            self._timer.start(int(min(seconds, 60) * 1000) + 1)
        else:
            self._timer.stop()
