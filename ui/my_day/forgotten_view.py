"""Everybody whom nobody reached for long: the whole list behind the card of My day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exchange.writing.rules import MOST_SHEET_ROWS
from app.my_day.no_contact import AT_ONCE, all_forgotten
from resources.text import _, ngettext, say
from ui import formats
from ui.my_day.forgotten_export import forgotten_offer
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.chips import FilterBar
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Unavailable
    from app.my_day.rows import ForgottenPerson
    from ui.desk import Desk, Pending


class ForgottenView(QWidget):
    """The longest ago first; Enter or a double click opens a card."""

    place_wanted = Signal(object)
    export_asked = Signal(object)
    """An `ExportOffer` of everybody in the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk = desk
        self._limit = AT_ONCE
        self.only_mine = FilterBar([(False, _("Everybody")), (True, _("Mine"))], _("Show people"))
        self.table: DataTable[ForgottenPerson] = DataTable(
            self._columns(), _("People not reached for long")
        )
        self._count = quiet("")
        self.more_button = quiet_button(_("Show more"), "chevron_down")
        self._states = StateStack(self.table)
        back = plain_button(_("Back to My day"), "back")
        header = PageHeader(_("Not reached for long"))
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save this list as Excel table, CSV or PDF"))
        header.add_action(self.export_button)
        header.add_action(back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        for part in (header, self.only_mine, self._count):
            layout.addWidget(part)
        layout.addWidget(self._states, 1)
        layout.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        back.clicked.connect(self._on_back)
        self.export_button.clicked.connect(self.export)
        self.more_button.clicked.connect(self._on_more)
        self.only_mine.chosen.connect(self._on_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self._states.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the list, keeping the chosen person and the place in the list."""
        self._states.show_loading()
        pending = self._ask_people(self._limit)
        pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def export(self) -> None:
        """Offer everybody who was not reached for long, not only the first."""
        pending = self._ask_people(MOST_SHEET_ROWS)
        pending.then(self._on_all_found).if_unavailable(self._on_unavailable)

    def _ask_people(self, limit: int) -> Pending[tuple[ForgottenPerson, ...]]:
        today, who = self._desk.local_now.date(), self._desk.who
        only_mine = self.only_mine.value()
        return self._desk.ask(all_forgotten, today, who, limit, only_mine=only_mine)

    def _on_all_found(self, people: tuple[ForgottenPerson, ...]) -> None:
        selection = _("Mine") if self.only_mine.value() else ""
        today = self._desk.local_now.date()
        self.export_asked.emit(forgotten_offer(people, selection, today))

    def _columns(self) -> list[Column[ForgottenPerson]]:
        return [
            Column(_("Name"), _name, width="stretch", strong=True),
            Column(_("Last reached"), _last, quiet=self._ago),
            Column(_("In charge"), _responsible),
        ]

    def _ago(self, person: ForgottenPerson) -> str:
        if person.last_contact is None:
            return ""
        today: date = self._desk.local_now.date()
        days = (today - person.last_contact).days
        return ngettext("{count} day ago", "{count} days ago", days)

    def _on_found(self, people: tuple[ForgottenPerson, ...]) -> None:
        is_cut = len(people) >= self._limit
        words = ngettext("{count} person", "{count} people", len(people))
        first = ngettext("The first {count} person", "The first {count} people", len(people))
        self._count.setText(first if is_cut else words)
        self.more_button.setVisible(is_cut)
        self.table.set_rows(people, keep=_key)
        if people:
            self._states.show_content()
        else:
            sentence = _("Everybody was reached lately. Nobody is forgotten.")
            self._states.show_empty(EmptyState(sentence, icon="heart"))

    def _on_more(self) -> None:
        self._limit += AT_ONCE
        self.refresh()

    def _on_chosen(self, _only_mine: bool) -> None:  # noqa: FBT001 - a slot
        self._limit = AT_ONCE
        self.refresh()

    def _on_row_activated(self, person: ForgottenPerson) -> None:
        self.place_wanted.emit(Place("clients", person.id))

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("my_day"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _key(person: ForgottenPerson) -> UUID:
    return person.id


def _name(person: ForgottenPerson) -> str:
    return person.name


def _last(person: ForgottenPerson) -> str:
    if person.last_contact is None:
        return _("Never yet")
    return formats.show_date(person.last_contact)


def _responsible(person: ForgottenPerson) -> str:
    return person.responsible
