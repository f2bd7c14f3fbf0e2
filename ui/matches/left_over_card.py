"""Somebody who stays without a volunteer: why, and what would make one possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.matches.words import reason_words
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, strong, text
from ui.widgets.page import Place

if TYPE_CHECKING:
    from app.matches.rules import LeftOver


class LeftOverCard(QWidget):
    """Shows the person who is chosen in the table."""

    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__()
        self._row: LeftOver | None = None
        self._nothing = quiet(_("Choose somebody to see what would help."))
        self._card = Card()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._nothing)
        layout.addWidget(self._card)
        layout.addStretch(1)
        self.show_row(None)

    def show_row(self, row: LeftOver | None) -> None:
        """Show somebody, or nobody."""
        self._row = row
        self._nothing.setVisible(row is None)
        self._card.setVisible(row is not None)
        if row is None:
            return
        self._card.clear()
        self._card.add(strong(row.name))
        self._card.add(text(reason_words(row.reason)))
        self._card.add(quiet(_("What would make it possible:")))
        helps = [reason_words(one) for one in row.would_help]
        for words in helps or [_("Another volunteer would help.")]:
            self._card.add(text(f"• {words}"))
        button = quiet_button(_("Show who could visit"), "open")
        button.clicked.connect(self._on_clicked)
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(button)
        inside.addStretch(1)
        self._card.add(line)

    def _on_clicked(self) -> None:
        if self._row is not None:
            self.place_wanted.emit(Place("matches", self._row.person_id))
