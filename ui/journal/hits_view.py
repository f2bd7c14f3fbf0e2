"""The notes that a search found: whose, when, and the piece that shows why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from resources.text import _
from ui.journal.found_notes import HitsModel
from ui.journal.hit_delegate import HitDelegate
from ui.style import changes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.journal.queries.search import NoteHit

_AHEAD = 10
"""Lines from the end at which the next page is asked for."""


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
