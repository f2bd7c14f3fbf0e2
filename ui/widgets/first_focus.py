"""Where the keyboard begins on a page: at what the page names, once that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.widgets.page import Page

_BY_TAB = Qt.FocusPolicy.TabFocus


class FirstFocus(QObject):
    """Gives a page the focus; a list that is still loading gets it when its rows come."""

    def __init__(self, parent: QObject) -> None:
        """Wait for nothing."""
        super().__init__(parent)
        self._awaited: QWidget | None = None
        self._stand_in: QWidget | None = None

    def bring(self, page: Page) -> None:
        """Bring the focus into a page, to what it names or else to what comes first."""
        self._wait_no_longer()
        wanted = page.first_focus()
        if wanted is not None and _can_take(wanted):
            _give(wanted)
            return
        first = next((inner for inner in page.findChildren(QWidget) if _can_take(inner)), None)
        if first is not None:
            _give(first)
        if wanted is not None:
            # What stands in may hand the focus on, as tabs do to their bar.
            self._awaited, self._stand_in = wanted, QApplication.focusWidget()
            wanted.installEventFilter(self)
            wanted.destroyed.connect(self._on_gone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the focus on, unless a hand has moved it meanwhile."""
        if event.type() == QEvent.Type.Show and watched is self._awaited:
            wanted, stand_in = self._awaited, self._stand_in
            self._wait_no_longer()
            if QApplication.focusWidget() in {stand_in, None} and wanted.isEnabled():
                _give(wanted)
        return False

    def _wait_no_longer(self) -> None:
        if self._awaited is not None:
            self._awaited.removeEventFilter(self)
            self._awaited.destroyed.disconnect(self._on_gone)
        self._awaited = self._stand_in = None

    def _on_gone(self) -> None:
        self._awaited = self._stand_in = None


def _can_take(widget: QWidget) -> bool:
    reachable = bool(widget.focusPolicy() & _BY_TAB)
    return widget.isVisible() and widget.isEnabled() and reachable


def _give(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
