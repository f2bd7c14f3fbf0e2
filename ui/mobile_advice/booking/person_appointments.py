"""The appointments of one person, on the card: book the next one, open, move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.booking.queries import AppointmentRow, appointments_of
from resources.text import _, ngettext, say
from ui import formats
from ui.mobile_advice.booking.words import (
    kind_words,
    more_words,
    state_icon,
    state_tone,
    state_words,
    time_words,
)
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from ui.desk import Desk


class PersonAppointments(QWidget):
    """The latest first; Enter opens the day of the stop."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk, client_id: UUID) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__()
        self._desk, self._client_id = desk, client_id
        columns = [
            Column(_("Day"), _day, width=130, strong=True, quiet=time_words),
            Column(_("Where"), _where, width="stretch", quiet=more_words, least=160),
            Column(_("State"), state_words, icon=state_icon, tone=state_tone, width=150),
        ]
        self.table: DataTable[AppointmentRow] = DataTable(columns, _("Appointments"))
        self.book_button = plain_button(_("Book appointment"), "add")
        self._count = quiet("")
        self.state = StateStack(self.table)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self.book_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(line)
        layout.addWidget(self.state, 1)
        self.book_button.clicked.connect(self._on_book_clicked)
        self.table.row_activated.connect(self._on_row_activated)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the appointments."""
        self.state.show_loading()
        pending = self._desk.ask(appointments_of, self._client_id)
        pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def _on_found(self, rows: tuple[AppointmentRow, ...]) -> None:
        self._count.setText(ngettext("{count} appointment", "{count} appointments", len(rows)))
        self.table.set_rows(rows, _key)
        if rows:
            self.state.show_content()
            return
        sentence = _("No appointment for advice yet. The first one is booked here.")
        empty = EmptyState(sentence, _("Book appointment"), icon="calendar")
        empty.acted.connect(self._on_book_clicked)
        self.state.show_empty(empty)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_book_clicked(self) -> None:
        self.place_wanted.emit(Place("appointments", self._client_id, "new"))

    def _on_row_activated(self, row: AppointmentRow) -> None:
        self.place_wanted.emit(Place("appointments", row.id, "show"))


def _key(row: AppointmentRow) -> object:
    return row.id


def _day(row: AppointmentRow) -> str:
    return formats.show_date(row.day)


def _where(row: AppointmentRow) -> str:
    return row.where or kind_words(row)
