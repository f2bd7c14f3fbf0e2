"""The list of enquiries: what is due next on top, more rows as one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.referrals.enquiries.queries import (
    MOST_EXPORTED,
    EnquiryCounts,
    EnquiryList,
    EnquiryRow,
    EnquiryWish,
    count_enquiries,
    enquiry_counts,
    enquiry_window,
)
from resources.text import _, ngettext
from ui.referrals.enquiries.columns import enquiry_columns
from ui.referrals.enquiries.enquiry_filter import EnquiryFilter
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending

PAGE = 50
"""Rows that are read at a time: more than stand on the largest screen."""
COUNT_MS = 30
"""When the lists are counted, in milliseconds: the rows come first."""


class EnquiryListView(RowList[EnquiryRow]):
    """Counts stand on the chips, so that nothing overdue is out of sight."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        self._today = desk.local_now.date()
        columns = enquiry_columns(self.today)
        table = DataTable(columns.of(columns.usual), _("Enquiries"))
        super().__init__(desk, "enquiries", columns, table)
        self.columns = columns
        self.total = 0
        self._more: Pending[tuple[EnquiryRow, ...]] | None = None
        self._rows_wanted = PAGE
        self._counted: EnquiryCounts | None = None
        self._count_late = QTimer(self)
        self._count_late.setSingleShot(True)
        self._count_late.setInterval(COUNT_MS)
        self._count_late.timeout.connect(self._on_count_wanted)
        self.search = SearchField(_("Find by name, number or address"))
        self.filters: FilterBar[EnquiryList] = FilterBar(
            list(_lists().items()), _("Which enquiries are listed")
        )
        self.further = EnquiryFilter(desk)
        self.arrange(self.search, self.filters, self.further, search=self.search)
        self.filters.chosen.connect(self.on_narrowed)
        self.further.narrowed.connect(self.on_narrowed)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def today(self) -> date:
        """Answer the local day of what is listed; at midnight everything is listed anew."""
        return self._today

    def wish(self) -> EnquiryWish:
        """Answer what the list is narrowed down to."""
        return EnquiryWish(
            self.filters.value(),
            self.further.urgency.value(),
            self.further.concern.value(),
            self.further.department_id(),
            self.search.value(),
        )

    def refresh(self) -> None:
        """Ask again for what is listed, as many rows as there were."""
        self._rows_wanted = max(PAGE, len(self.table.rows()))
        self.further.load()
        super().refresh()

    def ask(self) -> None:
        """Ask for the rows; how many there are is asked once they are seen."""
        if self._more is not None:
            self._more.forget()
            self._more = None
        self.total = 0
        self._today = self.desk.local_now.date()
        # Whoever presses the next key is not kept waiting by the counts of the last.
        self._count_late.stop()
        super().ask()

    def ask_rows(self) -> Pending[tuple[EnquiryRow, ...]]:
        """Ask for the first rows of the list."""
        rows, self._rows_wanted = self._rows_wanted, PAGE
        return self.desk.ask(enquiry_window, self.wish(), self.today(), 0, rows)

    def ask_all(self) -> Pending[tuple[EnquiryRow, ...]]:
        """Ask for every row of the list, for a file."""
        return self.desk.ask(enquiry_window, self.wish(), self.today(), 0, MOST_EXPORTED)

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed = self.search.value()
        sought = [_("Search: {typed}").format(typed=typed)] if typed else []
        return " · ".join([_lists()[self.filters.value()], *self.further.words(), *sought])

    def show_list(self, which: EnquiryList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer what a saved view keeps; typed words are gone with the moment."""
        return (("list", self.filters.value().value), *self.further.as_filters())

    def take_filters(self, view: View) -> None:
        """Choose what a view says."""
        which = view.chosen("list")
        known = which in set(EnquiryList)
        self.filters.set_value(EnquiryList(which) if known else EnquiryList.OPEN)
        self.further.take(view)

    def count_words(self, count: int) -> str:
        """Answer how many enquiries are listed in all."""
        if count >= PAGE and not self.total:
            return self.count.text()  # it is being counted; an empty line would be lower
        return ngettext("{count} enquiry", "{count} enquiries", max(count, self.total))

    def nothing(self) -> EmptyState:
        """Answer what an empty list says; the first enquiry can be recorded from it."""
        if self.search.value() or self.further.words():
            return EmptyState(_("No enquiry belongs to this list."), icon="search")
        if self.filters.value() is EnquiryList.OVERDUE:
            return EmptyState(_("Nothing is overdue."), icon="done")
        sentence = _("Nothing is open. A call about a resident is recorded here.")
        return EmptyState(sentence, _("Record an enquiry"), icon="phone")

    def show_rows(self, rows: Sequence[EnquiryRow]) -> None:
        """Show other rows, and count as soon as they are painted."""
        super().show_rows(rows)
        self._count_late.start()

    def _on_count_wanted(self) -> None:
        if self.desk.is_open:
            self.desk.ask(count_enquiries, self.wish(), self.today()).then(self._on_counted)
            self.desk.ask(enquiry_counts, self.today()).then(self._on_counts)

    def _on_counted(self, total: int) -> None:
        self.total = total
        self.count.setText(self.count_words(total))

    def _on_counts(self, counts: EnquiryCounts) -> None:
        if counts == self._counted:
            return  # other words on a chip have everything laid out anew
        self._counted = counts
        said = {
            EnquiryList.OPEN: _("Open ({count})").format(count=counts.open),
            EnquiryList.OVERDUE: _("Overdue ({count})").format(count=counts.overdue),
            EnquiryList.MINE: _("Mine ({count})").format(count=counts.mine),
        }
        for which, words in said.items():
            self.filters.set_words(which, words)

    def _on_scrolled(self, value: int) -> None:
        """Read the next rows before the end of the list comes into sight."""
        bar = self.table.verticalScrollBar()
        read = len(self.table.rows())
        near_end = value > bar.maximum() - 3 * bar.pageStep()
        if not near_end or self._more or self.pending or not 0 < read < self.total:
            return
        self._more = self.desk.ask(enquiry_window, self.wish(), self.today(), read, PAGE)
        self._more.then(self._on_more).if_unavailable(self.on_unavailable)

    def _on_more(self, rows: tuple[EnquiryRow, ...]) -> None:
        self._more = None
        known = {row.id for row in self.table.rows()}
        self.table.set_rows([*self.table.rows(), *(r for r in rows if r.id not in known)])


def _lists() -> dict[EnquiryList, str]:
    return {
        EnquiryList.OPEN: _("Open"),
        EnquiryList.OVERDUE: _("Overdue"),
        EnquiryList.MINE: _("Mine"),
        EnquiryList.CLOSED: _("Closed"),
        EnquiryList.ALL: _("All"),
    }
