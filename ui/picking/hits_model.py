"""What a picker has found, as lines of a pop-up list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Callable

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")


class HitsModel(QAbstractListModel, Generic[R]):
    """One line for each hit; a sentence that cannot be chosen when nothing is found."""

    def __init__(self, line: Callable[[R], str], nothing: str) -> None:
        """Begin empty; `line` answers a hit as it is shown."""
        super().__init__()
        self.hits: tuple[R, ...] = ()
        self._line, self._nothing = line, nothing

    def set_hits(self, hits: tuple[R, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer how many lines there are: at least one."""
        return 0 if parent.isValid() else max(1, len(self.hits))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen, and the sentence not."""
        return super().flags(index) if self.hits else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Answer the line of a hit."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return shown(self._line(self.hits[index.row()])) if self.hits else self._nothing
