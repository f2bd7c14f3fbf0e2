"""The notes that a search found: whose, when, and the piece that shows why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.clients.rules import full_name
from resources.text import _
from ui.journal.hit_delegate import HitDelegate
from ui.journal.note_words import contact_words, moment
from ui.style import changes
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.journal.queries.search import NoteHit

_AHEAD = 10
"""Lines from the end at which the next page is asked for."""
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


class HitsView(QListView):
    """Enter or a double click opens a note; the end of the list asks for more."""

    opened = Signal(object)
    """A `NoteHit`."""
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without notes."""
        super().__init__(parent)
        self.hits = HitsModel()
        self.setModel(self.hits)
        self._delegate = HitDelegate(self.hits)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Found notes, newest first"))
        self.doubleClicked.connect(self._on_activated)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        changes.look_changed.connect(self._on_look_changed)

    def show_hits(self, hits: Sequence[NoteHit]) -> None:
        """Show other notes; the first is chosen, or the one that was."""
        known = self.current()
        self.hits.set_hits(hits)
        self._choose(known.id if known else None)

    def current(self) -> NoteHit | None:
        """Answer the chosen note."""
        row = self.currentIndex().row()
        return self.hits.hits[row] if 0 <= row < len(self.hits.hits) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more when a taller window shows the end."""
        super().resizeEvent(event)
        self._on_scrolled()

    def _choose(self, note_id: UUID | None) -> None:
        places = [at for at, hit in enumerate(self.hits.hits) if hit.id == note_id]
        if self.hits.hits:
            self.setCurrentIndex(self.hits.index(places[0] if places else 0, 0))

    def _on_activated(self) -> None:
        if (hit := self.current()) is not None:
            self.opened.emit(hit)

    def _on_scrolled(self) -> None:
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        if last < 0 or last >= len(self.hits.hits) - _AHEAD:
            self.more_wanted.emit()

    def _on_look_changed(self) -> None:
        self.scheduleDelayedItemsLayout()


def heading(hit: NoteHit) -> str:
    """Answer whose note it is, of when, how, and by whom."""
    name = shown(full_name(hit.given_name, hit.family_name))
    contact = contact_words(hit.medium, None, reached=None)
    return " · ".join(filter(None, (name, moment(hit.happened_at), contact, shown(hit.author))))
