"""Stops and sites: those in use, those whose permit runs out, and all."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.mobile_advice.tours.queries import list_stops, permits_running_out
from app.mobile_advice.tours.rows import StopRow
from app.mobile_advice.tours.rules import StopKind
from resources.text import _, ngettext
from ui.mobile_advice.tours.stop_columns import stop_columns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class StopList(StrEnum):
    """Which stops are listed."""

    IN_USE = "in_use"
    SITES = "sites"
    PERMITS = "permits"
    ALL = "all"


class StopListView(RowList[StopRow]):
    """The search finds names, streets, districts and tours."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = stop_columns(desk.local_now.date())
        table = DataTable(columns.of(columns.usual), _("Stops"))
        super().__init__(desk, "stops", columns, table)
        self.columns = columns
        self.search = SearchField(_("Find stops"))
        self.filters: FilterBar[StopList] = FilterBar(
            list(_lists().items()), _("Which stops are listed")
        )
        self.arrange(self.search, self.filters, search=self.search)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[StopRow, ...]]:
        """Ask for the stops of the list that is chosen."""
        if self.filters.value() is StopList.PERMITS:
            return self.desk.ask(permits_running_out, self.desk.local_now.date())
        return self.desk.ask(list_stops, self.search.value())

    def rows_of(self, answer: Sequence[StopRow]) -> Sequence[StopRow]:
        """Answer those of the chosen list."""
        which = self.filters.value()
        if which is StopList.IN_USE:
            return [row for row in answer if row.is_active]
        if which is StopList.SITES:
            return [row for row in answer if row.kind == StopKind.SITE]
        return answer

    def show_list(self, which: StopList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

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
        known = which in set(StopList)
        self.filters.set_value(StopList(which) if known else StopList.IN_USE)

    def count_words(self, count: int) -> str:
        """Answer how many stops are listed."""
        return ngettext("{count} stop", "{count} stops", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value():
            return EmptyState(_("No stop of this name, street or district."), icon="search")
        if self.filters.value() is StopList.PERMITS:
            return EmptyState(_("No permit runs out soon."), icon="done")
        sentence = _("Stops are where people find you: a square, a car park, a room.")
        return EmptyState(sentence, _("Add stop"), icon="bus")


def _lists() -> dict[StopList, str]:
    return {
        StopList.IN_USE: _("In use"),
        StopList.SITES: _("Rooms"),
        StopList.PERMITS: _("Permit runs out"),
        StopList.ALL: _("All"),
    }
