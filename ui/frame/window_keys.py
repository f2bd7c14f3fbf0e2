"""The keys that work all over the window, each tied to what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtGui import QKeySequence, QShortcut

from ui.frame import shortcuts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from app.settings import Settings
    from ui.frame.shortcuts import Keys

SMALLEST_SCALE, LARGEST_SCALE, STEP = 100, 200, 10
"""The size of the text in percent of the usual one, and how far a key changes it."""


class Keyed(Protocol):
    """A window that keys lead around in."""

    settings: Settings

    @property
    def lock_wanted(self) -> SignalInstance:
        """Emitted when the office is to be locked."""

    @property
    def setting_chosen(self) -> SignalInstance:
        """Emitted with a setting's name and its new value."""

    def focus_search(self) -> None:
        """Go to the search line."""

    def go_by_key(self, word: str) -> None:
        """Go to a page, and into it."""

    def go_back(self) -> None:
        """Go to the place before."""

    def go_forward(self) -> None:
        """Go on to the place one came back from."""

    def refresh(self) -> None:
        """Ask for everything anew."""

    def show_keys(self) -> None:
        """Show the list of keys."""

    def close(self) -> bool:
        """Close the window."""


def add_keys(window: Keyed) -> None:
    """Tie the keys of a window."""
    does: dict[Keys, Callable[[], object]] = {
        shortcuts.SEARCH: window.focus_search,
        shortcuts.FIND_NOTES: partial(window.go_by_key, "find_notes"),
        shortcuts.LOCK: window.lock_wanted.emit,
        shortcuts.BACK: window.go_back,
        shortcuts.FORWARD: window.go_forward,
        shortcuts.REFRESH: window.refresh,
        shortcuts.LARGER: partial(_scale_by, window, STEP),
        shortcuts.SMALLER: partial(_scale_by, window, -STEP),
        shortcuts.USUAL: partial(_scale_by, window, -LARGEST_SCALE),
        shortcuts.HELP: window.show_keys,
        shortcuts.QUIT: window.close,
    }
    for keys, slot in does.items():
        _add_key(window, keys.sequence, slot)
    _add_key(window, "Ctrl+=", partial(_scale_by, window, STEP))


def number_places(window: Keyed, places: tuple[str, ...]) -> tuple[QShortcut, ...]:
    """Let Ctrl and a number lead to the `places` in their order; answer the keys."""
    return tuple(
        _add_key(window, keys, partial(window.go_by_key, word))
        for keys, word in zip(shortcuts.PLACES, places, strict=False)
    )


def _add_key(window: Keyed, sequence: str, slot: Callable[[], object]) -> QShortcut:
    key = QShortcut(QKeySequence(sequence), cast("QWidget", window))
    key.activated.connect(slot)
    return key


def _scale_by(window: Keyed, step: int) -> None:
    scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, window.settings.font_scale + step))
    window.setting_chosen.emit("font_scale", scale)
