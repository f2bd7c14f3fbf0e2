"""Figures for the steering group, in which nobody can be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.referrals.psp.figures import read_figures
from app.referrals.psp.rules import (
    AGENCY_LABELS,
    CRITERION_LABELS,
    LEFT_OUT,
    STATE_LABELS,
    Agency,
    CaseState,
    Criterion,
    how_told,
)
from resources.text import _, say
from ui import formats
from ui.style import length, spacing
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import quiet, strong, text
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.referrals.psp.rows import Statistics
    from app.referrals.psp.rules import FigureTable
    from ui.desk import Desk

_YEARS = 5
_YEAR = 140
"""Width of the choice of a year, in pixels at 100 %."""


class FiguresView(ScrollBody):
    """The cases of a year, counted; for a steering group over all groups of the office."""

    def __init__(self, desk: Desk) -> None:
        """Build the cards; nothing is asked before `refresh`."""
        super().__init__(most_width=900)
        self.desk = desk
        this = desk.local_now.year
        self.year: ChoiceField[int] = ChoiceField(
            [(year, str(year)) for year in range(this, this - _YEARS, -1)]
        )
        self.year.setAccessibleName(_("Year"))
        self.year.setMaximumWidth(length(_YEAR))
        self.year.changed.connect(self.refresh)
        self.note = text("")
        self.cards = {
            "states": Card(_("Cases by state")),
            "criteria": Card(_("Why people were brought up")),
            "agencies": Card(_("Who brought them up")),
        }
        self.how = Card(_("How to read these figures"))
        top = QVBoxLayout()
        top.setContentsMargins(0, spacing(12), 0, 0)
        top.addWidget(self.year)
        self.body.addLayout(top)
        for part in (self.note, *self.cards.values(), self.how):
            self.add(part)
        self.end()

    def refresh(self) -> None:
        """Ask for the figures of the year; the look is put on record with it."""
        self.desk.act(read_figures, self.year.value()).then(self._on_figures)

    def forget(self) -> None:
        """Let go of what was shown."""
        self.note.setText("")
        for card in (*self.cards.values(), self.how):
            card.clear()

    def _on_figures(self, found: Statistics) -> None:
        symbol = found.safeguard.symbol
        words = _("Cases: {total}. Meetings: {meetings}.")
        total = _("withheld") if found.total is None else formats.show_number(found.total)
        meetings = formats.show_number(found.meetings)
        self.note.setText(words.format(total=total, meetings=meetings))
        self._fill("states", found.states, (STATE_LABELS, CaseState), symbol)
        self._fill("criteria", found.criteria, (CRITERION_LABELS, Criterion), symbol)
        self._fill("agencies", found.agencies, (AGENCY_LABELS, Agency), symbol)
        self.how.clear()
        for told in how_told(found.safeguard):
            self.how.add(quiet(say(told)))

    def _fill(
        self, name: str, table: FigureTable, codes: tuple[Mapping[Any, str], Any], symbol: str
    ) -> None:
        labels, kind = codes
        card = self.cards[name]
        card.clear()
        if table.is_left_out:
            card.add(quiet(_(LEFT_OUT)))
            return
        card.add(
            _Figures((_(labels[kind(row.code)]), _figure(row.count, symbol)) for row in table.rows)
        )


class _Figures(QWidget):
    """Words with their figures, one below the other."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing(24))
        grid.setColumnStretch(2, 1)
        for at, (words, figure) in enumerate(lines):
            grid.addWidget(text(words), at, 0)
            number = strong(figure)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(number, at, 1)


def _figure(count: int | None, symbol: str) -> str:
    return symbol if count is None else formats.show_number(count)
