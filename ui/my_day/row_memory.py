"""Remembers at which row of My day one was, so that one comes back to the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ROW, _VERB = "day_row", "day_verb"


def mark_row(button: QAbstractButton, row: str, verb: str) -> None:
    """Say to which row a button belongs, such as "visit:3f…", and what it does there."""
    button.setProperty(_ROW, row)
    button.setProperty(_VERB, verb)


class RowMemory:
    """Knows the last row that had the focus, and its neighbours."""

    def __init__(self, body: QWidget) -> None:
        """Remember rows inside `body`."""
        self._body = body
        self._row = ""
        self._verb = ""
        self._order: list[str] = []

    def look(self) -> None:
        """Remember the row that has the focus now; without one the last stays remembered."""
        button = QApplication.focusWidget()
        if isinstance(button, QAbstractButton) and self._body.isAncestorOf(button):
            row = _text(button, _ROW)
            if row:
                self._row, self._verb = row, _text(button, _VERB)
                self._order = list(dict.fromkeys(_text(each, _ROW) for each in self._buttons()))

    def bring_back(self) -> bool:
        """Give the focus to the row that had it, or to the one that took its place."""
        if not self._row:
            return False
        buttons = [(_text(button, _ROW), button) for button in self._buttons()]
        row = self._row_now({row for row, _button in buttons})
        mine = [button for its_row, button in buttons if its_row == row]
        if not mine:
            return False
        same = [button for button in mine if _text(button, _VERB) == self._verb]
        (same or mine)[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _row_now(self, there: set[str]) -> str:
        """Answer the remembered row, or the next that is still there, or the one before."""
        if self._row in there or self._row not in self._order:
            return self._row if self._row in there else ""
        at = self._order.index(self._row)
        nearest = (*self._order[at + 1 :], *reversed(self._order[:at]))
        return next((row for row in nearest if row in there), "")

    def _buttons(self) -> list[QAbstractButton]:
        found = self._body.findChildren(QAbstractButton)
        return [each for each in found if _text(each, _ROW) and not _is_going(each, self._body)]


def _is_going(button: QWidget, body: QWidget) -> bool:
    """Answer whether a button stands in something that was taken away."""
    part: QWidget | None = button
    while part is not None and part is not body:
        if part.isHidden():
            return True
        part = part.parentWidget()
    return False


def _text(button: QWidget, name: str) -> str:
    value = button.property(name)
    return value if isinstance(value, str) else ""
