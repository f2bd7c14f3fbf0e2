"""One column of the tally: rows with their counts; + counts the marked one, - takes one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal

from resources.text import _
from ui.widgets.columns import Column
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class TallyRow(NamedTuple):
    """What can be counted, and how often it was."""

    key: object
    words: str
    many: int


_PLUS = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Insert})
_MINUS = frozenset({Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TallyTable(DataTable[TallyRow]):
    """Up and down choose a row, left and right another column."""

    counted = Signal()
    taken_back = Signal()
    left = Signal(int)
    """To the column so many further."""

    def __init__(self, name: str) -> None:
        """Name the column."""
        columns = [
            Column(name, _words, width="stretch", least=60, strong=True),
            Column(_("Today"), _count, width=56, align="right", strong=True),
        ]
        super().__init__(columns, name)
        self.row_activated.connect(self._on_row_activated)

    def show_counts(self, rows: Sequence[TallyRow]) -> None:
        """Show the rows; the same one stays marked, and else the first."""
        self.set_rows(rows, _key)
        if self.current_row() is None:
            self.choose_first()

    def value(self) -> object:
        """Answer the key of the row that is marked."""
        row = self.current_row()
        return row.key if row is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count, take back, or go to another column."""
        key = Qt.Key(event.key())
        if key in _PLUS:
            self.counted.emit()
        elif key in _MINUS:
            self.taken_back.emit()
        elif key in _SIDES:
            self.left.emit(_SIDES[key])
        else:
            super().keyPressEvent(event)

    def _on_row_activated(self, _row: TallyRow) -> None:
        self.counted.emit()


def _key(row: TallyRow) -> object:
    return row.key


def _words(row: TallyRow) -> str:
    return row.words


def _count(row: TallyRow) -> str:
    return str(row.many) if row.many else ""
