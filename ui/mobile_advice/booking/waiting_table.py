"""Who waits for a time at a stop: who came first is offered the next free one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.mobile_advice.booking.queries import WaitRow, waiting_people
from app.mobile_advice.booking.waiting import leave_waiting, wait_again
from resources.text import _
from ui import formats
from ui.mobile_advice.booking.row_table import RowTable
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk, Pending


class WaitingTable(RowTable[WaitRow]):
    """Enter books the next free time for the chosen one, Delete takes off the list."""

    book_wanted = Signal(object)
    """The row of whom a time is booked for."""
    add_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Build the list."""
        columns = [
            Column(_("Turn"), _place, width=64, align="right"),
            Column(_("Name"), _name, width="stretch", quiet=_wish, least=160),
            Column(_("Waits at"), _stop, width=210, quiet=_since),
            Column(_("Telephone"), _phone, width=140),
        ]
        table: DataTable[WaitRow] = DataTable(columns, _("Waiting list"))
        sentence = _("Who came first is offered the next free time.")
        super().__init__(desk, _("Waiting list"), sentence, table)
        self.stop_id: UUID | None = None
        self.gone_button = plain_button(_("No longer waits"), "close")
        self.gone_button.setToolTip(_("Take the chosen one off the list (Delete)"))
        self.add_button = plain_button(_("Add"), "add")
        self.book_button = primary_button(_("Book a time"), "calendar")
        self.book_button.setToolTip(_("Book a free time for the chosen one (Enter)"))
        self.add_buttons(self.gone_button, self.add_button, self.book_button)
        self.gone_button.clicked.connect(self._on_gone)
        self.add_button.clicked.connect(self._on_add)
        self.book_button.clicked.connect(self._on_book)
        self.table.row_activated.connect(self.book_wanted)
        self.listen("Delete", self._on_gone)

    def show_stop(self, stop_id: UUID | None) -> None:
        """Show who waits at one stop, or at all."""
        self.stop_id = stop_id
        self.begin()

    def ask_rows(self) -> Pending[tuple[WaitRow, ...]]:
        """Ask who waits."""
        return self.desk.ask(waiting_people, self.stop_id)

    def show_found(self, rows: tuple[WaitRow, ...]) -> None:
        """Show who waits; without anybody there is nothing to be done."""
        super().show_found(rows)
        for button in (self.gone_button, self.book_button):
            button.setEnabled(bool(rows))

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        sentence = _("Nobody waits for a time. People stand here when a stop is full.")
        empty = EmptyState(sentence, _("Add somebody"), icon="clock")
        empty.acted.connect(self._on_add)
        return empty

    def _on_add(self) -> None:
        self.add_wanted.emit()

    def _on_book(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.book_wanted.emit(row)

    def _on_gone(self) -> None:
        row = self.table.current_row()
        if row is not None:
            pending = self.desk.act(leave_waiting, row.id, row.version).then(self._on_left)
            pending.if_refused(self.on_refused).if_unavailable(self.on_unavailable)

    def _on_left(self, waiting_id: UUID) -> None:
        self.said.emit(_("The person no longer waits."), partial(self._bring_back, waiting_id))
        self.refresh()

    def _bring_back(self, waiting_id: UUID) -> None:
        pending = self.desk.act(wait_again, waiting_id).then(self._on_back)
        pending.if_refused(self.on_refused).if_unavailable(self.on_unavailable)

    def _on_back(self, _waiting: UUID) -> None:
        self.refresh()


def _place(row: WaitRow) -> str:
    return str(row.place)


def _name(row: WaitRow) -> str:
    return row.name or _("Without a name")


def _wish(row: WaitRow) -> str:
    return " ".join(row.wish.split())


def _stop(row: WaitRow) -> str:
    return row.stop


def _since(row: WaitRow) -> str:
    return _("since {day}").format(day=formats.show_day(row.since))


def _phone(row: WaitRow) -> str:
    return row.phone
