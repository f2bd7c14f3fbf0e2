"""What lies ahead of a series: the next visits, what is out of the ordinary, open holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.style import spacing
from ui.visiting.series.words import ahead_words, oddity_words
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong

if TYPE_CHECKING:
    from uuid import UUID

    from app.visiting.series.rows import AheadRow, SeriesCard


class AheadCard(Card):
    """Each visit leads to itself."""

    visit_wanted = Signal(object)
    """The id of a visit."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("What lies ahead"))
        self.body.setSpacing(spacing(2))

    def show_card(self, card: SeriesCard) -> None:
        """Show the next visits, and further ones that are out of the ordinary."""
        self.clear()
        if not card.ahead and not card.exceptions:
            self.add(quiet(_("No visit is planned.")))
        shown = {row.id: row for row in (*card.ahead, *card.exceptions)}
        for row in sorted(shown.values(), key=_start):
            self.add(self._line(row.id, ahead_words(row), oddity_words(row)))

    def _line(self, visit_id: UUID, words: str, more: str) -> QWidget:
        line = QWidget()
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        button = quiet_button(words, "open")
        button.setProperty("visit", visit_id)
        button.clicked.connect(self._on_clicked)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if more:
            told = small(more)
            told.setContentsMargins(spacing(32), 0, 0, 0)
            layout.addWidget(told)
        return line

    def _on_clicked(self) -> None:
        self.visit_wanted.emit(self.sender().property("visit"))


class HolidaysCard(Card):
    """Asks about each holiday on which the rhythm falls; hidden where nothing is asked."""

    decided = Signal(object, bool)
    """A day, and whether there is a visit."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__(_("Public holidays"))
        self.hide()

    def show_days(self, days: tuple[tuple[date, str], ...]) -> None:
        """Show the holidays of which nobody has decided."""
        self.clear()
        self.setVisible(bool(days))
        for day, name in days:
            self.add(self._line(day, name))

    def _line(self, day: date, name: str) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(formats.show_date(day)))
        words.addWidget(small(name))
        layout.addLayout(words, 1)
        spoken = formats.show_date(day)
        for text, is_visit in ((_("Visit"), True), (_("No visit"), False)):
            button = quiet_button(text, "check" if is_visit else "close")
            button.setAccessibleName(f"{text}: {spoken}")
            button.setProperty("day", day.isoformat())
            button.setProperty("is_visit", is_visit)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button)
        return line

    def _on_clicked(self) -> None:
        sender = self.sender()
        day = date.fromisoformat(sender.property("day"))
        self.decided.emit(day, bool(sender.property("is_visit")))


def _start(row: AheadRow) -> str:
    return row.start.isoformat()
