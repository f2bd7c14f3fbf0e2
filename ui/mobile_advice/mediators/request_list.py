"""Requests for mediators: the open ones by day, what was, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.mediators.queries import RequestList, RequestRow, list_requests
from resources.text import _, ngettext
from ui import formats
from ui.mobile_advice.mediators.words import (
    cell_tone,
    language_words,
    state_icon,
    state_words,
    times_words,
    way_words,
    who_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from datetime import date

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class RequestListView(RowList[RequestRow]):
    """Typing finds by person, mediator, pool, requester or subject."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        self.columns = request_columns()
        table = DataTable(self.columns.of(self.columns.usual), _("Requests for mediators"))
        super().__init__(desk, "mediator_requests", self.columns, table)
        self.search = SearchField(_("Find a request"))
        lists = list(_lists().items())
        self.filters: FilterBar[RequestList] = FilterBar(
            lists, _("Which requests for mediators are listed")
        )
        self.arrange(self.search, self.filters, search=self.search)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[RequestRow, ...]]:
        """Ask for the requests of the list that is chosen."""
        return self.desk.ask(list_requests, self.filters.value(), typed=self.search.value())

    def count_words(self, count: int) -> str:
        """Answer how many requests are listed."""
        return ngettext("{count} request for a mediator", "{count} requests for mediators", count)

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the list."""
        return (("list", self.filters.value().value),)

    def take_filters(self, view: View) -> None:
        """Choose the list of a view."""
        which = view.chosen("list")
        self.filters.set_value(
            RequestList(which) if which in set(RequestList) else RequestList.OPEN
        )

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed = self.search.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        return " · ".join(filter(None, (_lists()[self.filters.value()], sought)))

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value():
            return EmptyState(_("No request of this list fits."), icon="search")
        if self.filters.value() is RequestList.PAST:
            return EmptyState(_("No talk is over yet."), icon="language")
        sentence = _("No mediator is asked for. Requests stand here by the day of the talk.")
        return EmptyState(sentence, _("Ask for a mediator"), icon="language")


def request_columns() -> RowColumns[RequestRow]:
    """Answer all columns of requests in the language of the window."""
    day = Column(_("Day"), _day_words, width=116, quiet=times_words)
    tongue = Column(_("Language"), language_words, width="stretch", quiet=who_words, least=150)
    state = Column(_("State"), state_words, width=130, icon=state_icon, tone=cell_tone, least=130)
    columns: tuple[RowColumn[RequestRow], ...] = (
        RowColumn("day", _("Day"), _day, shown=day),
        RowColumn("language", _("Language"), language_words, shown=tongue),
        RowColumn("state", _("State"), state_words, shown=state),
        RowColumn("who", _("Who comes"), who_words, 170),
        RowColumn("subject", _("What the talk is about"), _subject, 180),
        RowColumn("person", _("For whom"), _person, 150),
        RowColumn("requester", _("Who asks"), _requester, 150),
        RowColumn("way", _("How"), way_words, 150, reveals_address=True),
        RowColumn("kilometres", _("Kilometres"), _kilometres, 100),
        RowColumn("fee", _("Fee"), _fee, 100),
    )
    return RowColumns(columns, ("day", "language", "state"))


def _lists() -> dict[RequestList, str]:
    return {
        RequestList.OPEN: _("To come"),
        RequestList.PAST: _("Settled"),
        RequestList.ALL: _("All"),
    }


def _day(row: RequestRow) -> date:
    return row.day


def _day_words(row: RequestRow) -> str:
    return formats.show_short_date(row.day)


def _subject(row: RequestRow) -> str:
    return row.subject


def _person(row: RequestRow) -> str:
    return row.person


def _requester(row: RequestRow) -> str:
    return row.requester


def _kilometres(row: RequestRow) -> str:
    return "" if row.kilometres is None else formats.show_number(row.kilometres / 10, 1)


def _fee(row: RequestRow) -> str:
    return "" if row.fee is None else formats.show_number(row.fee / 100, 2)
