"""Calls to be made in the order in which they are made: the first is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.advice.queries import CallList, list_calls
from app.mobile_advice.advice.rows import CallRow
from resources.text import _, ngettext
from ui.mobile_advice.advice.call_columns import call_columns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class CallListView(RowList[CallRow]):
    """Records are calls."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = call_columns()
        table = DataTable(columns.of(columns.usual), _("Calls"))
        super().__init__(desk, "callbacks", columns, table)
        self.columns = columns
        self.search = SearchField(_("Find by name, number or matter"))
        self.filters: FilterBar[CallList] = FilterBar(
            list(_lists().items()), _("Which calls are listed")
        )
        self.arrange(self.search, self.filters, search=self.search)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[CallRow, ...]]:
        """Ask for the calls of the list that is chosen."""
        today = self.desk.local_now.date()
        return self.desk.ask(list_calls, self.filters.value(), today, typed=self.search.value())

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
        self.filters.set_value(CallList(which) if which in set(CallList) else CallList.DUE)

    def show_list(self, which: CallList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def count_words(self, count: int) -> str:
        """Answer how many calls are listed, and who is next."""
        words = ngettext("{count} call", "{count} calls", count)
        rows = self.rows()
        if not rows or self.filters.value() is CallList.CLOSED:
            return words
        return _("{calls} · next: {name}").format(calls=words, name=rows[0].name)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value():
            return EmptyState(_("No call of this list fits."), icon="search")
        if self.filters.value() is CallList.CLOSED:
            return EmptyState(_("No call was closed yet."), icon="phone")
        sentence = _("Nobody waits for a call. Note here who is to be called back.")
        return EmptyState(sentence, _("Note a call"), icon="phone")


def _lists() -> dict[CallList, str]:
    return {
        CallList.DUE: _("Due now"),
        CallList.OPEN: _("All open"),
        CallList.CLOSED: _("Closed"),
    }
