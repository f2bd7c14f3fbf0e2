"""The one way from another thread to the screens, which may be closed while the thread speaks.

Who emits a signal reads the object that it belongs to. Where that object is deleted meanwhile on
the UI thread the whole program ends, whatever was asked before. So threads emit one signal alone,
of an object that belongs to no screen and lasts as long as the program.
"""

from __future__ import annotations

import atexit
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable


class Landing:
    """Calls a method on the UI thread with what any thread sends, as long as its object lives.

    Made on the UI thread; neither it nor what is under way keeps the object alive.
    """

    def __init__(self, slot: Callable[..., object]) -> None:
        """Call `slot`, a method of a `QObject`, in the order of what is sent."""
        self._slot = WeakMethod(slot)
        self._ferry = _the_ferry()

    def send(self, *words: object) -> None:
        """Have the method called with these words; from any thread, which does not wait."""
        self._ferry.carry(self, words)

    def arrive(self, words: tuple[object, ...]) -> None:
        """Call the method; on the UI thread alone."""
        slot = self._slot()
        if slot is not None and isValid(getattr(slot, "__self__", None)):
            slot(*words)


class _Ferry(QObject):
    """Belongs to the UI thread, and is shut before Qt ends."""

    _loaded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._is_shut = False
        self._loaded.connect(self._on_loaded, Qt.ConnectionType.QueuedConnection)
        atexit.register(self.shut)

    def carry(self, landing: Landing, words: tuple[object, ...]) -> None:
        """Take words across; at the end of the program nobody waits for them any more."""
        with self._lock:
            if not self._is_shut:
                self._loaded.emit((landing, words))

    def shut(self) -> None:
        """Take nothing across any more."""
        with self._lock:
            self._is_shut = True

    def _on_loaded(self, load: tuple[Landing, tuple[object, ...]]) -> None:
        landing, words = load
        landing.arrive(words)


_ferries: list[_Ferry] = []


def _the_ferry() -> _Ferry:
    if not _ferries:
        _ferries.append(_Ferry())
    return _ferries[0]
