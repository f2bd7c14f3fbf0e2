"""Who has an appointment soon and is to be reminded: by letter, or by telephone."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.mobile_advice.booking.figures import figures_on
from app.mobile_advice.booking.queries import AppointmentRow, to_remind
from app.mobile_advice.booking.reminding import note_reminded, take_reminders_back
from resources.text import _, ngettext
from ui.mobile_advice.booking.row_table import RowTable
from ui.mobile_advice.booking.words import name_words, when_words
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from ui.desk import Desk, Pending


class ReminderTable(RowTable[AppointmentRow]):
    """R notes that the chosen one was rung; one button writes to all who have a card."""

    letters_wanted = Signal(object)
    """The rows of people with a card."""

    def __init__(self, desk: Desk) -> None:
        """Build the list."""
        columns = [
            Column(_("When"), when_words, width=236, quiet=_where, least=200),
            Column(_("Name"), name_words, width="stretch", quiet=_bring, least=150),
            Column(_("Telephone"), _phone, width=140),
            Column(_("Letter"), self._letter, width=150, tone=self._tone),
        ]
        table: DataTable[AppointmentRow] = DataTable(columns, _("To be reminded"))
        sentence = _("Whoever has no card is rung; all others can get a letter.")
        super().__init__(desk, _("To be reminded"), sentence, table)
        self.rung_button = plain_button(_("Was rung"), "phone")
        self.rung_button.setToolTip(_("Note that the chosen one was rung today (R)"))
        self.letters_button = primary_button(_("Write letters"), "letters")
        self.add_buttons(self.rung_button, self.letters_button)
        self.rung_button.clicked.connect(self._on_rung)
        self.letters_button.clicked.connect(self._on_letters)
        self.table.row_activated.connect(self._on_activated)
        self.listen("R", self._on_rung)

    def ask_rows(self) -> Pending[tuple[AppointmentRow, ...]]:
        """Ask who is to be reminded."""
        return self.desk.ask(to_remind, self.desk.local_now.date())

    def show_found(self, rows: tuple[AppointmentRow, ...]) -> None:
        """Show who is to be reminded; the button says how many get a letter."""
        super().show_found(rows)
        people = {row.person_id for row in rows if self.can_write(row)}
        words = ngettext("Write {count} letter", "Write {count} letters", len(people))
        self.letters_button.setText(words)
        self.letters_button.setAccessibleName(words)
        self.letters_button.setEnabled(bool(people))
        self.rung_button.setEnabled(bool(rows))

    def can_write(self, row: AppointmentRow) -> bool:
        """Answer whether a letter has an address, and comes in time."""
        return row.person_id is not None and row.day >= self._first_day()

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        return EmptyState(_("Everybody who comes soon was reminded."), icon="done")

    def _first_day(self) -> date:
        today = self.desk.local_now.date()
        return today + timedelta(days=figures_on(today).letter_days)

    def _letter(self, row: AppointmentRow) -> str:
        if row.person_id is None:
            return _("No card")
        if not self.can_write(row):
            return _("Too late, please ring")
        return _("Address protected") if row.address_protected else _("Possible")

    def _tone(self, row: AppointmentRow) -> str:
        is_open = row.person_id is None or self.can_write(row)
        return "quiet" if is_open and not row.address_protected else "attention"

    def _on_letters(self) -> None:
        rows = [row for row in self.table.rows() if self.can_write(row)]
        if rows:
            self.letters_wanted.emit(rows)

    def _on_activated(self, row: AppointmentRow) -> None:
        self.place_wanted.emit(Place("appointments", row.id, "show"))

    def _on_rung(self) -> None:
        row = self.table.current_row()
        if row is not None:
            pending = self.desk.act(note_reminded, [row.id]).then(self._on_noted)
            pending.if_refused(self.on_refused).if_unavailable(self.on_unavailable)

    def _on_noted(self, noted: tuple[UUID, ...]) -> None:
        self.said.emit(_("The call is noted."), partial(self._take_back, noted))
        self.refresh()

    def _take_back(self, noted: tuple[UUID, ...]) -> None:
        pending = self.desk.act(take_reminders_back, noted).then(self._on_back)
        pending.if_refused(self.on_refused).if_unavailable(self.on_unavailable)

    def _on_back(self, _nothing: None) -> None:
        self.refresh()


def _where(row: AppointmentRow) -> str:
    return row.where


def _bring(row: AppointmentRow) -> str:
    return _("Brings: {what}").format(what=" ".join(row.bring.split())) if row.bring else ""


def _phone(row: AppointmentRow) -> str:
    return row.phone
