"""The found notes of a search, as a list shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.clients.rules import full_name
from ui.journal.note_words import contact_words, moment
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.journal.queries.search import NoteHit

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Found notes, newest first."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.hits: list[NoteHit] = []

    def rowCount(self, _parent: Index | None = None) -> int:
        """Answer how many there are."""
        return len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Answer what a screen reader says; the delegate draws by itself."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        hit = self.hits[index.row()]
        return f"{heading(hit)}. {shown(hit.excerpt.text)}"

    def set_hits(self, hits: Sequence[NoteHit]) -> None:
        """Show other notes."""
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def add_hits(self, hits: Sequence[NoteHit]) -> None:
        """Show more notes below."""
        if hits:
            self.beginInsertRows(QModelIndex(), len(self.hits), len(self.hits) + len(hits) - 1)
            self.hits += hits
            self.endInsertRows()


def heading(hit: NoteHit) -> str:
    """Answer whose note it is, of when, how, and by whom."""
    name = shown(full_name(hit.given_name, hit.family_name))
    contact = contact_words(hit.medium, None, reached=None)
    return " · ".join(filter(None, (name, moment(hit.happened_at), contact, shown(hit.author))))
