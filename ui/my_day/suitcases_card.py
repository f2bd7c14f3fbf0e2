"""Suitcases on My day: those that open until today and are not back in the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui import formats
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.suitcase.away import SuitcaseRow


class SuitcasesCard(DayCard):
    """One line for each suitcase; without any the card goes away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Suitcases to return"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_suitcases(self, rows: Sequence[SuitcaseRow]) -> None:
        """Show those that are to come back."""
        self._show_rows(_line(row) for row in rows)
        self.setVisible(bool(rows))

    def _more_place(self) -> Place:
        return Place("suitcase")


def _line(row: SuitcaseRow) -> DayRow:
    from app.mobile_advice.suitcase.rules import SuitcaseState  # noqa: PLC0415 - came with the day

    is_late = row.state is SuitcaseState.EXPIRED
    detail = _("Packed by {who}, not returned in time") if is_late else _("Packed by {who}")
    return DayRow(
        key=f"suitcase:{row.id}",
        title=row.tour,
        detail=detail.format(who=row.made_by),
        place=Place("suitcase", row.id),
        when=formats.show_day(row.day),
        tone="attention" if is_late else "",
        verb=_("Return it"),
        act_name=_("Return the suitcase of {tour}").format(tour=row.tour),
        act_place=Place("suitcase", row.id, "return"),
    )
