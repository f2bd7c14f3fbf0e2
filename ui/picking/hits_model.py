"""The people that a picker has found, as lines of a pop-up list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from resources.text import _
from ui.picking.hit_words import hit_line
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from app.clients.queries import ClientHit

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """One line for each hit; a sentence that cannot be chosen when nobody is found."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.hits: tuple[ClientHit, ...] = ()

    def set_hits(self, hits: tuple[ClientHit, ...]) -> None:
        """Show other people."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Answer how many lines there are: at least one."""
        return 0 if parent.isValid() else max(1, len(self.hits))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let people be chosen, and the sentence not."""
        return super().flags(index) if self.hits else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Answer the line of a person."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not self.hits:
            return _("Nobody is found.")
        return shown(hit_line(self.hits[index.row()]))
