"""The times of a halt as rows and its counters as columns: who holds which, and what is free."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.mobile_advice.booking.rules import Slot, clock
from resources.text import _
from ui.mobile_advice.booking.words import (
    counter_words,
    more_words,
    name_words,
    state_tone,
    state_words,
)
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from app.mobile_advice.booking.queries import AppointmentRow, HaltBoard

Index = QModelIndex | QPersistentModelIndex


class Cell(NamedTuple):
    """What is drawn in a slot."""

    words: str
    quiet: str
    tone: str
    is_free: bool
    is_past: bool
    goes_on: bool
    """Whether it belongs to an appointment that began above."""


class SlotModel(QAbstractTableModel):
    """A row for each time, a column for each counter."""

    def __init__(self) -> None:
        """Begin without a halt."""
        super().__init__()
        self.board: HaltBoard | None = None
        self._starts: list[int] = []
        self._now = -1

    def show_board(self, board: HaltBoard | None, now: int) -> None:
        """Show another day; `now` is the minute of the day, -1 while it is still to come."""
        self.beginResetModel()
        self.board, self._now = board, now
        self._starts = list(board.halt.times.starts()) if board is not None else []
        self.endResetModel()

    def slot(self, index: Index) -> Slot:
        """Answer the time and counter of a cell."""
        return Slot(self._starts[index.row()], index.column() + 1)

    def row_at(self, index: Index) -> AppointmentRow | None:
        """Answer who holds a cell."""
        if self.board is None or not index.isValid():
            return None
        return self.board.at(self.slot(index))

    def place_of(self, row: AppointmentRow) -> QModelIndex:
        """Answer the first cell of an appointment."""
        for at, start in enumerate(self._starts):
            if row.starts_at is not None and row.held.overlaps(start, 1):
                return self.index(at, row.counter - 1)
        return QModelIndex()

    def place_of_slot(self, slot: Slot) -> QModelIndex:
        """Answer the cell of a slot."""
        known = slot.start in self._starts
        return (
            self.index(self._starts.index(slot.start), slot.counter - 1)
            if known
            else (QModelIndex())
        )

    def cell(self, index: Index) -> Cell:
        """Answer what is drawn in a slot."""
        slot, row = self.slot(index), self.row_at(index)
        step = self.board.halt.slot_minutes if self.board is not None else 0
        is_past = slot.start + step <= self._now
        if row is None:
            words, is_over = self._unused(slot, step, is_past=is_past)
            return Cell(words, "", "quiet", True, is_over, False)  # noqa: FBT003 - a tuple
        goes_on = row.starts_at != slot.start
        if goes_on:
            return Cell("", "", state_tone(row), False, is_past, goes_on)  # noqa: FBT003 - as above
        quiet = " · ".join(filter(None, (state_words(row), more_words(row))))
        return Cell(name_words(row), quiet, state_tone(row), False, is_past, goes_on)  # noqa: FBT003 - as above

    def _unused(self, slot: Slot, step: int, *, is_past: bool) -> tuple[str, bool]:
        """Answer what a slot that nobody holds says, and whether it can no longer be had."""
        if self.board is not None and not self.board.halt.times.is_open(slot.start, step):
            return _("closed"), True
        return ("" if is_past else _("is free")), is_past

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer how many times there are."""
        return 0 if parent.isValid() else len(self._starts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer how many counters there are."""
        return 0 if parent.isValid() or self.board is None else self.board.halt.counters

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Answer what is read aloud; the rest is drawn."""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        slot, row = self.slot(index), self.row_at(index)
        where = f"{clock(slot.start)}, {counter_words(slot.counter)}"
        if row is None:
            cell = self.cell(index)
            free = _("{where}: is free").format(where=where)
            return f"{where}: {cell.words}" if cell.is_past and cell.words else free
        words = (name_words(row), state_words(row), more_words(row))
        return shown(f"{where}: {', '.join(filter(None, words))}")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Answer counters above and times beside."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return counter_words(section + 1)
        return clock(self._starts[section])
