"""The list of requests: open ones, the waiting list with its oldest first, decided ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.intake.queries import (
    RequestCounts,
    RequestList,
    RequestRow,
    count_requests,
    list_requests,
)
from resources.text import _, ngettext, say
from ui import formats
from ui.intake.words import days_words, row_line, service_options, step_words
from ui.style import spacing
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import small
from ui.widgets.loading import StateStack
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from ui.desk import Desk, Pending


class RequestListView(QWidget):
    """Tells which is chosen with the arrows, clicked at, or opened with Enter."""

    chosen = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    add_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk = desk
        self._pending: Pending[tuple[RequestRow, ...]] | None = None
        self._wanted: UUID | None = None
        self._is_led = False
        lists = [
            (RequestList.OPEN, _("Open")),
            (RequestList.WAITING, _("Waiting list")),
            (RequestList.DECIDED, _("Decided")),
        ]
        self.filters: FilterBar[RequestList] = FilterBar(lists, _("Which requests are listed"))
        self.services = ChoiceField([("", _("All services")), *service_options()])
        self.services.setAccessibleName(_("Service of the requests listed"))
        self.count = small("")
        self.table: DataTable[RequestRow] = DataTable(self._columns(), _("Requests"))
        self.state = StateStack(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self.filters, self.services, self.count):
            layout.addWidget(part)
        layout.addWidget(self.state, 1)
        self.setFocusProxy(self.table)
        self._connect()

    def refresh(self) -> None:
        """Ask again for what is listed."""
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._desk.ask(count_requests).then(self._on_counted)
        self._pending = self.ask_rows()
        self._pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def ask_rows(self) -> Pending[tuple[RequestRow, ...]]:
        """Ask for the requests of the list and service that are chosen."""
        return self._desk.ask(list_requests, self.filters.value(), self.services.value())

    def selection(self) -> str:
        """Answer in words what is listed."""
        words = {
            RequestList.OPEN: _("Open"),
            RequestList.WAITING: _("Waiting list"),
            RequestList.DECIDED: _("Decided"),
        }[self.filters.value()]
        service = self.services.currentText() if self.services.value() else ""
        return " · ".join(filter(None, (words, service)))

    def show_list(self, which: RequestList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.refresh()

    def show_request(self, request_id: UUID) -> None:
        """Mark a request that is shown elsewhere, as soon as it is listed."""
        self._wanted = request_id
        self._lead()

    def rows(self) -> list[RequestRow]:
        """Answer the rows that are listed."""
        return self.table.rows()

    def _connect(self) -> None:
        self.filters.chosen.connect(self._on_narrowed)
        self.services.changed.connect(self.refresh)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_opened)
        self.table.clicked.connect(self._on_clicked)
        self.state.retried.connect(self.refresh)

    def _columns(self) -> list[Column[RequestRow]]:
        return [
            Column(_("Name"), _name, width="stretch", quiet=row_line),
            Column(_("Next step"), step_words, width=190, quiet=self._age),
        ]

    def _age(self, row: RequestRow) -> str:
        if row.decided_on is not None:
            return formats.show_day(row.decided_on)
        return days_words(row, self._desk.local_now.date())

    def _on_narrowed(self, _which: RequestList) -> None:
        self.refresh()

    def _on_counted(self, counts: RequestCounts) -> None:
        """Say on the chips how many there are: nobody waits unseen."""
        words = _("Open ({count})").format(count=counts.open)
        self.filters.set_words(RequestList.OPEN, words)
        words = _("Waiting list ({count})").format(count=counts.waiting)
        self.filters.set_words(RequestList.WAITING, words)

    def _on_found(self, rows: tuple[RequestRow, ...]) -> None:
        self._pending = None
        self.table.set_rows(rows, _key)
        self._lead()
        self.count.setText(ngettext("{count} request", "{count} requests", len(rows)))
        if rows:
            self.state.show_content()
        else:
            self.state.show_empty(self._nothing())

    def _lead(self) -> None:
        """Mark the wanted one without telling anybody: it is shown already."""
        if self._wanted is None:
            return
        self._is_led = True
        if self.table.choose(self._wanted):
            self._wanted = None
        else:
            self.table.setCurrentIndex(QModelIndex())
        self._is_led = False

    def _nothing(self) -> EmptyState:
        which = self.filters.value()
        if which is RequestList.WAITING:
            return EmptyState(_("Nobody is waiting."), icon="clock")
        if which is RequestList.DECIDED:
            return EmptyState(_("Nothing was decided yet."), icon="done")
        sentence = _("Nothing is open. Whoever asks for visits or advice is noted here.")
        empty = EmptyState(sentence, _("Take a request"), icon="person_add")
        empty.acted.connect(self.add_wanted)
        return empty

    def _on_row_chosen(self, row: RequestRow | None) -> None:
        if row is not None and not self._is_led:
            self._wanted = None
            self.chosen.emit(row.id)

    def _on_row_opened(self, row: RequestRow | None) -> None:
        if row is not None:
            self.opened.emit(row.id)

    def _on_clicked(self, _index: QModelIndex) -> None:
        row = self.table.current_row()
        if row is not None:
            self.clicked.emit(row.id)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _key(row: RequestRow) -> UUID:
    return row.id


def _name(row: RequestRow) -> str:
    return row.sorted_name
