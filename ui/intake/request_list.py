"""The list of requests: open ones, the waiting list with its oldest first, decided ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from app.intake.queries import (
    RequestCounts,
    RequestList,
    RequestRow,
    count_requests,
    list_requests,
)
from app.intake.rules import Service
from resources.text import _, ngettext
from ui.intake.request_columns import request_columns
from ui.intake.words import service_options
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from datetime import date

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class RequestListView(RowList[RequestRow]):
    """Rows come with who waits longest first, decided ones with the latest first."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = request_columns(self._today)
        table = DataTable(columns.of(columns.usual), _("Requests"))
        super().__init__(desk, "intake", columns, table)
        self.filters: FilterBar[RequestList] = FilterBar(
            list(_lists().items()), _("Which requests are listed")
        )
        self.services = ChoiceField([("", _("All services")), *service_options()])
        self.services.setAccessibleName(_("Service of the requests listed"))
        self.arrange(self.filters, self.services)
        self.filters.chosen.connect(self.on_narrowed)
        self.services.changed.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[RequestRow, ...]]:
        """Ask for the requests of the list and service that are chosen."""
        return self.desk.ask(list_requests, self.filters.value(), self.services.value())

    def ask(self) -> None:
        """Ask for the rows, and how many there are in the other lists."""
        self.desk.ask(count_requests).then(self._on_counted)
        super().ask()

    def selection(self) -> str:
        """Answer in words what is listed."""
        service = self.services.currentText() if self.services.value() else ""
        return " · ".join(filter(None, (_lists()[self.filters.value()], service)))

    def show_list(self, which: RequestList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer list and service, where they are chosen."""
        pairs = (("list", self.filters.value().value), ("service", self.services.value()))
        return tuple((name, value) for name, value in pairs if value)

    def take_filters(self, view: View) -> None:
        """Choose the list and service of a view."""
        which, service = view.chosen("list"), view.chosen("service")
        known = which in set(RequestList)
        self.filters.set_value(RequestList(which) if known else RequestList.OPEN)
        with QSignalBlocker(self.services):
            self.services.set_value(service if service in set(Service) else "")

    def count_words(self, count: int) -> str:
        """Answer how many requests are listed."""
        return ngettext("{count} request", "{count} requests", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says; the first request can be taken from it."""
        which = self.filters.value()
        if which is RequestList.WAITING:
            return EmptyState(_("Nobody is waiting."), icon="clock")
        if which is RequestList.DECIDED:
            return EmptyState(_("Nothing was decided yet."), icon="done")
        sentence = _("Nothing is open. Whoever asks for visits or advice is noted here.")
        return EmptyState(sentence, _("Take a request"), icon="person_add")

    def _today(self) -> date:
        return self.desk.local_now.date()

    def _on_counted(self, counts: RequestCounts) -> None:
        """Say on the chips how many there are: nobody waits unseen."""
        words = _("Open ({count})").format(count=counts.open)
        self.filters.set_words(RequestList.OPEN, words)
        words = _("Waiting list ({count})").format(count=counts.waiting)
        self.filters.set_words(RequestList.WAITING, words)


def _lists() -> dict[RequestList, str]:
    return {
        RequestList.OPEN: _("Open"),
        RequestList.WAITING: _("Waiting list"),
        RequestList.DECIDED: _("Decided"),
    }
