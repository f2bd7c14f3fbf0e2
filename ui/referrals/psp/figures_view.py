"""Figures for the steering group, in which nobody can be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.referrals.psp.figures import statistics
from app.referrals.psp.rules import (
    AGENCY_LABELS,
    CRITERION_LABELS,
    STATE_LABELS,
    Agency,
    CaseState,
    Criterion,
)
from resources.text import _
from ui import formats
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import quiet, text
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.referrals.psp.rows import Statistics
    from app.referrals.psp.rules import Figure
    from ui.desk import Desk

_YEARS = 5
HIDDEN = "–"
"""Stands for a number that few people stand behind."""


class FiguresView(ScrollBody):
    """The cases of a year, counted over the groups that the reader has open."""

    def __init__(self, desk: Desk) -> None:
        """Build the cards; nothing is asked before `refresh`."""
        super().__init__(most_width=900)
        self.desk = desk
        this = desk.local_now.year
        self.year: ChoiceField[int] = ChoiceField(
            [(year, str(year)) for year in range(this, this - _YEARS, -1)]
        )
        self.year.setAccessibleName(_("Year"))
        self.year.changed.connect(self.refresh)
        self.note = quiet("")
        self.cards = {
            "states": Card(_("Cases by state")),
            "criteria": Card(_("Why people were brought up")),
            "agencies": Card(_("Who brought them up")),
        }
        for part in (self.year, self.note, *self.cards.values()):
            self.add(part)
        self.end()

    def refresh(self) -> None:
        """Ask for the figures of the year."""
        today = self.desk.local_now.date()
        self.desk.ask(statistics, self.year.value(), today).then(self._on_figures)

    def _on_figures(self, found: Statistics | None) -> None:
        if found is None:
            return
        total = HIDDEN if found.total is None else formats.show_number(found.total)
        words = _(
            "Cases: {total}. Meetings: {meetings}. Numbers below {least} are hidden, and what"
            " would tell them; nobody is named."
        )
        self.note.setText(words.format(total=total, meetings=found.meetings, least=found.least))
        self._fill("states", found.states, STATE_LABELS, CaseState)
        self._fill("criteria", found.criteria, CRITERION_LABELS, Criterion)
        self._fill("agencies", found.agencies, AGENCY_LABELS, Agency)

    def _fill(
        self,
        card: str,
        figures: tuple[Figure, ...],
        labels: Mapping[Any, str],
        codes: Any,  # noqa: ANN401 - an enum
    ) -> None:
        self.cards[card].clear()
        for figure in figures:
            count = HIDDEN if figure.count is None else formats.show_number(figure.count)
            line = _("{what}: {count}").format(what=_(labels[codes(figure.code)]), count=count)
            self.cards[card].add(text(line))
