"""Tells the author that a note of theirs was followed up, until they have seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.journal.actions import acknowledge_closing
from resources.text import _
from ui.journal.note_words import follow_up_line, moment
from ui.style import spacing
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.journal.queries import NoteRow
    from ui.desk import Desk


class ClosingLine(QWidget):
    """One banner for each note, with a button that says it was seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing to tell."""
        super().__init__(parent)
        self._desk = desk
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(4))
        self.hide()

    def has_some(self) -> bool:
        """Answer whether there is something to tell."""
        return self._layout.count() > 0

    def show_closings(self, notes: Sequence[NoteRow]) -> None:
        """Tell of these notes."""
        while (item := self._layout.takeAt(0)) is not None:
            if (banner := item.widget()) is not None:
                banner.hide()
                banner.deleteLater()
        for note in notes:
            self._layout.addWidget(_ClosingBanner(self._desk, note))
        self.setVisible(bool(notes))


class _ClosingBanner(Banner):
    """One note that was followed up."""

    def __init__(self, desk: Desk, note: NoteRow) -> None:
        words = _("Your note of {day}: {what}").format(
            day=moment(note.happened_at), what=follow_up_line(note)
        )
        super().__init__("hint", words, _("I have seen it"))
        self._desk = desk
        self._note_id: UUID = note.id
        self.acted.connect(self._on_seen)

    def _on_seen(self) -> None:
        self._desk.act(acknowledge_closing, self._note_id)
