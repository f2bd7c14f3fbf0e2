"""Tours with a vehicle, consultation hours without one, and all."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.mobile_advice.tours.queries import list_tours
from app.mobile_advice.tours.rows import TourRow
from resources.text import _, ngettext
from ui.mobile_advice.tours.tour_columns import tour_columns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class TourList(StrEnum):
    """Which tours are listed."""

    IN_USE = "in_use"
    WITH_VEHICLE = "with_vehicle"
    HOURS = "hours"
    ALL = "all"


class TourListView(RowList[TourRow]):
    """The search finds names, vehicles and stops."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = tour_columns()
        table = DataTable(columns.of(columns.usual), _("Tours"))
        super().__init__(desk, "tours", columns, table)
        self.columns = columns
        self.search = SearchField(_("Find tours"))
        self.filters: FilterBar[TourList] = FilterBar(
            list(_lists().items()), _("Which tours are listed")
        )
        self.arrange(self.search, self.filters, search=self.search)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[TourRow, ...]]:
        """Ask for the tours."""
        return self.desk.ask(list_tours, self.desk.local_now.date(), self.search.value())

    def rows_of(self, answer: Sequence[TourRow]) -> Sequence[TourRow]:
        """Answer those of the chosen list."""
        which = self.filters.value()
        if which is TourList.ALL:
            return answer
        used = [row for row in answer if row.is_active]
        if which is TourList.IN_USE:
            return used
        return [row for row in used if bool(row.vehicle) is (which is TourList.WITH_VEHICLE)]

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed = self.search.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        return " · ".join(filter(None, (_lists()[self.filters.value()], sought)))

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the list."""
        return (("list", self.filters.value().value),)

    def take_filters(self, view: View) -> None:
        """Choose the list of a view."""
        which = view.chosen("list")
        known = which in set(TourList)
        self.filters.set_value(TourList(which) if known else TourList.IN_USE)

    def count_words(self, count: int) -> str:
        """Answer how many tours are listed."""
        return ngettext("{count} tour", "{count} tours", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value():
            return EmptyState(_("No tour of this name, vehicle or stop."), icon="search")
        sentence = _("A tour is a round of stops on certain days, or hours in a room.")
        return EmptyState(sentence, _("Add tour"), icon="bus")


def _lists() -> dict[TourList, str]:
    return {
        TourList.IN_USE: _("In use"),
        TourList.WITH_VEHICLE: _("With a vehicle"),
        TourList.HOURS: _("Consultation hours"),
        TourList.ALL: _("All"),
    }
