"""The hours of a week, seven days side by side, as half hours that are free or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Iterable

Index = QModelIndex | QPersistentModelIndex
FIRST_HOUR, LAST_HOUR = 8, 21
"""The hours that can be marked; what was kept outside of them stays."""
_SLOTS_A_DAY = 48
_HOUR = 0b11
"""Two half hours."""


class WeekModel(QAbstractTableModel):
    """A row for each hour, a column for each day."""

    def __init__(self) -> None:
        """Begin with nothing free."""
        super().__init__()
        self.bits = 0
        """Half hours that are free, from Monday 00:00."""
        self._days = [formats.locale().dayName(day) for day in range(1, 8)]
        short = formats.locale().FormatType.ShortFormat
        self._short = [formats.locale().dayName(day, short) for day in range(1, 8)]

    def set_bits(self, bits: int) -> None:
        """Show other half hours."""
        self.bits = bits
        self._tell(self.index(0, 0), self.index(self.rowCount() - 1, 6))

    def is_free(self, index: Index) -> bool:
        """Answer whether a whole hour is free."""
        place = _place(index)
        return self.bits >> place & _HOUR == _HOUR

    def mark(self, indexes: Iterable[Index], *, is_free: bool) -> None:
        """Make hours free or not."""
        for index in indexes:
            if is_free:
                self.bits |= _HOUR << _place(index)
            else:
                self.bits &= ~(_HOUR << _place(index))
            self._tell(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer how many hours are shown."""
        return 0 if parent.isValid() else LAST_HOUR - FIRST_HOUR

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer the days of a week."""
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Answer what is read aloud; the rest is drawn."""
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        hour = FIRST_HOUR + index.row()
        words = _("{day}, {first} to {last} h: {state}")
        state = _("free") if self.is_free(index) else _("not marked")
        day = self._days[index.column()]
        return words.format(day=day, first=hour, last=hour + 1, state=state)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Answer days above and hours beside."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._short[section]
        return f"{FIRST_HOUR + section:02}:00"

    def _tell(self, first: Index, last: Index) -> None:
        self.dataChanged.emit(first, last)


def _place(index: Index) -> int:
    return index.column() * _SLOTS_A_DAY + (FIRST_HOUR + index.row()) * 2
