"""Housing cases on My day: whose deadline is today or passed, before somebody loses the home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.referrals.housing_cases.queries import CaseRow

SHOWN = 5
"""Cases that the card names; the page shows all."""


class HousingCard(DayCard):
    """The deadline that passed first stands first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Deadlines of housing cases"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_cases(self, rows: Sequence[CaseRow], today: date) -> None:
        """Show the first and how many more there are; without any the card goes away."""
        self._show_rows(_row(row, today) for row in rows[:SHOWN])
        rest = len(rows) - SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(rows))

    def _more_place(self) -> Place:
        return Place("housing_cases", None, "open")


def _row(row: CaseRow, today: date) -> DayRow:
    from ui.referrals.housing_cases.words import (  # noqa: PLC0415 - came with the day
        about_words,
        due_words,
        stage_words,
    )

    about, words = about_words(row), due_words(row, today)
    return DayRow(
        key=f"housing:{row.id}",
        title=about,
        detail=" · ".join(filter(None, (stage_words(row.stage), row.institution))),
        place=Place("housing_cases", row.id),
        when=words[:1].upper() + words[1:],
        tone="attention" if row.is_overdue(today) else "",
        verb=_("Note a step"),
        act_name=_("Note a step: {name}").format(name=about),
        act_place=Place("housing_cases", row.id, "step"),
    )
