"""Matters that wait for an answer, those for oneself, and all of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.referrals.handing_over.queries import ReferralRow, referrals
from app.referrals.handing_over.rules import HandingState
from resources.text import _, ngettext
from ui.referrals.handing_over.handing_columns import handing_columns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class HandingLists(StrEnum):
    """Which matters are listed."""

    OPEN = "open"
    MINE = "mine"
    RECEIVED = "received"
    ALL = "all"


class HandingList(RowList[ReferralRow]):
    """What is open comes first, the earliest due before all."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = handing_columns(desk.local_now.date())
        table = DataTable(columns.of(columns.usual), _("Matters handed over"))
        super().__init__(desk, "handing_over", columns, table)
        self.filters: FilterBar[HandingLists] = FilterBar(
            list(_lists().items()), _("Which matters are listed")
        )
        self.arrange(self.filters)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[ReferralRow, ...]]:
        """Ask for all that may be seen."""
        return self.desk.ask(referrals)

    def rows_of(self, answer: Sequence[ReferralRow]) -> Sequence[ReferralRow]:
        """Answer those of the list that is chosen."""
        which = self.filters.value()
        if which is HandingLists.OPEN:
            return [row for row in answer if HandingState(row.state).is_open]
        if which is HandingLists.MINE:
            return [row for row in answer if row.is_mine]
        if which is HandingLists.RECEIVED:
            return [row for row in answer if row.is_received]
        return answer

    def show_list(self, which: HandingLists) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def selection(self) -> str:
        """Answer in words what is listed."""
        return _lists()[self.filters.value()]

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the list."""
        return (("list", self.filters.value().value),)

    def take_filters(self, view: View) -> None:
        """Choose the list of a view."""
        which = view.chosen("list")
        known = which in set(HandingLists)
        self.filters.set_value(HandingLists(which) if known else HandingLists.OPEN)

    def count_words(self, count: int) -> str:
        """Answer how many matters are listed."""
        return ngettext("{count} matter", "{count} matters", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.filters.value() is HandingLists.MINE:
            return EmptyState(_("Nothing was handed to you."), icon="done")
        if self.filters.value() is HandingLists.RECEIVED:
            return EmptyState(_("No other institution handed anything to the office."), icon="done")
        sentence = _("Nothing is handed over. Assign, refer or transfer a matter of a person here.")
        return EmptyState(sentence, _("Hand over"), icon="forward")


def _lists() -> dict[HandingLists, str]:
    return {
        HandingLists.OPEN: _("Open"),
        HandingLists.MINE: _("For me"),
        HandingLists.RECEIVED: _("Received"),
        HandingLists.ALL: _("All"),
    }
