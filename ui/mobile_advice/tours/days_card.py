"""The next days of a tour or of a stop, each a button that leads to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from resources.text import _
from ui import formats
from ui.mobile_advice.tours.day_words import moved_words, state_words
from ui.mobile_advice.tours.words import minutes_words
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong
from ui.widgets.page import Place
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.mobile_advice.tours.rows import DayRow


class DayButton(WordsButton):
    """One day: when, and below that whose and how far it has come."""

    def __init__(self, row: DayRow, *, with_tour: bool) -> None:
        """Show a day."""
        super().__init__()
        when = f"{formats.show_day(row.day)}, {minutes_words(row.from_minute, row.until_minute)}"
        told = (row.tour if with_tour else "", state_words(row), moved_words(row))
        below = " · ".join(filter(None, told))
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(strong(when))
        words.addWidget(small(below))
        self.row.addLayout(words, 1)
        self.setAccessibleName(f"{when}: {below}")
        self.finish()


class DaysCard(Card):
    """Says so where no day is ahead."""

    place_wanted = Signal(object)

    def __init__(self, nothing: str) -> None:
        """`nothing` is what is said without days."""
        super().__init__(_("Next days"))
        self._nothing = nothing

    def show_days(self, days: Sequence[DayRow], *, with_tour: bool) -> None:
        """Show days; `with_tour` says whose they are."""
        self.clear()
        for row in days:
            button = DayButton(row, with_tour=with_tour)
            button.clicked.connect(partial(self._go, row))
            self.add(button)
        if not days:
            self.add(quiet(self._nothing))

    def _go(self, row: DayRow, *_checked: bool) -> None:
        self.place_wanted.emit(Place("timetable", row.id))
