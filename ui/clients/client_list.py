"""The list of clients: type to find, chips to narrow it down, more rows as one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.clients.queries import ClientHit
from app.custom.queries import own_fields
from resources.text import _, ngettext
from ui.clients.people_columns import OWN, USUAL, WITHOUT_FACTS, ListedColumns
from ui.clients.people_exporting import PeopleExporting
from ui.clients.people_filter import PeopleFilter
from ui.clients.people_questions import PeopleQuestions
from ui.picking.people_selection import Selection, kinds, statuses
from ui.style import length, spacing
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.clients.queries.facts import PersonFacts
    from app.clients.rules import ClientFilter, PersonStatus
    from app.custom.rules import OwnField
    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending

PAGE = 200
"""Rows that are read at a time."""
MOST_FOUND = 50
"""People that a search shows; whoever looks for one of more types on."""
IN_SIGHT = 30
"""Rows that are looked at at once, on a tall screen and a few more."""
PLACE_MS = 100
"""When somebody's place in the list is counted, in milliseconds: the card comes first."""
MOST_AHEAD = 5000
"""Rows that are read at once to show where somebody stands in the list."""


class ClientList(RowList[ClientHit]):
    """People by name, as many rows as one scrolls to."""

    export_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        self._office = PeopleQuestions(desk)
        self._listed = ListedColumns(self._office.today)
        table = DataTable(self._listed.of(USUAL), _("People"))
        super().__init__(desk, "clients", self._listed, table)
        self._exporting = PeopleExporting(self._office, self)
        self._more: Pending[tuple[ClientHit, ...]] | None = None
        self._rows_wanted = PAGE
        self._place_late = QTimer(self)
        self._place_late.setSingleShot(True)
        self._place_late.setInterval(PLACE_MS)
        self._place_late.timeout.connect(self._on_place_wanted)
        self.total = 0
        self._known: set[str] = set()
        """Whose facts were asked for since the list was asked for anew."""
        self.search = SearchField(_("Find by name"))
        self.filters: FilterBar[ClientFilter] = FilterBar(kinds(), _("Which people are listed"))
        self.status: ChoiceField[PersonStatus | None] = ChoiceField(statuses())
        self.status.setAccessibleName(_("Status of the people listed"))
        self.further = PeopleFilter(desk)
        self._arrange()
        self._connect()

    def selection(self) -> Selection:
        """Answer what the list is narrowed down to."""
        typed, more = self.search.value(), self.further.value()
        return Selection(self.filters.value(), self.status.value(), typed, more)

    def export(self) -> None:
        """Offer everybody who is listed, also those who are not in sight."""
        self._exporting.export_list(self.selection(), self.views.view.columns)

    def export_person(self, client_id: UUID) -> None:
        """Offer one person, first as an address card."""
        self._exporting.export_person(client_id, self.views.view.columns)

    def refresh(self) -> None:
        """Ask again for what is listed, as many rows as there were."""
        self._known.clear()
        self._rows_wanted = max(PAGE, len(self.table.rows()))
        self.further.load()
        super().refresh()
        self.desk.ask(own_fields).then(self._on_own_known)

    def ask(self) -> None:
        """Ask for the list, and how many people it has."""
        if self._more is not None:
            self._more.forget()
            self._more = None
        chosen = self.selection()
        if not chosen.typed:
            self._office.count(chosen).then(self._on_counted)
        super().ask()

    def ask_rows(self) -> Pending[tuple[ClientHit, ...]]:
        """Ask whom the typed name finds, or for the first rows of the list."""
        chosen, rows, self._rows_wanted = self.selection(), self._rows_wanted, PAGE
        if chosen.typed:
            return self._office.find(chosen, MOST_FOUND)
        return self._office.window(chosen, 0, rows)

    def key(self, row: ClientHit) -> str:
        """Answer by what a row is known again."""
        return row.key

    def key_of(self, record_id: UUID) -> str:
        """Answer `key` of somebody's row."""
        return record_id.hex

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer what a saved view keeps of the selection."""
        return self.selection().as_filters()

    def take_filters(self, view: View) -> None:
        """Choose what a view says; what it does not know is open."""
        chosen = Selection.of(view)
        self.filters.set_value(chosen.kind)
        with QSignalBlocker(self.status):
            self.status.set_value(chosen.status)
        self.further.set_value(chosen.more)
        self._rows_wanted = max(PAGE, len(self.table.rows()))

    def count_words(self, count: int) -> str:
        """Answer how many people are found, or listed in all."""
        if not self.search.value():
            return ngettext("{count} person", "{count} people", self.total)
        if count < MOST_FOUND:
            return ngettext("{count} person found", "{count} people found", count)
        words = _("The first {count} people found; type on to narrow it down")
        return words.format(count=MOST_FOUND)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        sentence, can_add = self.selection().nobody()
        return EmptyState(sentence, _("Add person") if can_add else "", icon="clients")

    def show_record(self, record_id: UUID) -> None:
        """Mark somebody who is shown elsewhere, reading on to where that is if need be."""
        super().show_record(record_id)
        if self.wanted is not None:
            self._place_late.start()

    def show_rows(self, rows: Sequence[ClientHit]) -> None:
        """Show other people, and ask for what their columns show beyond the name."""
        self._listed.today = self._office.today
        super().show_rows(rows)
        self._ask_facts()

    def _arrange(self) -> None:
        self.status.setMaximumWidth(length(170))
        top = QHBoxLayout()
        top.setSpacing(spacing(8))
        top.addWidget(self.search, 3)
        top.addWidget(self.status, 2)
        above = (top, self.filters, self.further)
        self.arrange(*above, search=self.search, beside=self.further.button)

    def _connect(self) -> None:
        self.filters.chosen.connect(self.on_narrowed)
        self.status.changed.connect(self.on_narrowed)
        self.further.narrowed.connect(self.on_narrowed)
        self._exporting.asked.connect(self.export_asked)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _on_own_known(self, own: tuple[OwnField, ...]) -> None:
        """Offer the office's own fields as columns, and show those that the view has."""
        own = tuple(field for field in own if field.is_active)
        if own == self._listed.own:
            return
        self._listed.own = self._exporting.own = own
        if any(key.startswith(OWN) for key in self.views.view.columns):
            self.table.set_columns(self._listed.of(self.views.view.columns))
            self._known.clear()
            self._ask_facts()

    def _on_counted(self, total: int) -> None:
        self.total = total
        if not self.search.value():
            self.count.setText(self.count_words(total))

    def _ask_facts(self) -> None:
        """Ask for what columns show beyond the name, of the rows in sight that lack it."""
        if all(column.key in WITHOUT_FACTS for column in self.table.columns()):
            return
        first = max(0, self.table.rowAt(0))
        in_sight = self.table.rows()[first : first + IN_SIGHT]
        lacking = tuple(hit for hit in in_sight if hit.key not in self._known)
        if lacking:
            self._known.update(hit.key for hit in lacking)
            self._office.facts(lacking).then(self._on_facts)

    def _on_facts(self, facts: dict[str, PersonFacts]) -> None:
        self._listed.facts |= facts
        self.table.viewport().update()

    def _on_place_wanted(self) -> None:
        """Ask where the wanted client stands, unless it was found or something is sought."""
        if self.wanted is not None and not self.search.value():
            found = self._office.place(self.selection(), self.wanted)
            found.then(self._on_place)

    def _on_place(self, before: int | None) -> None:
        """Read on to the wanted client, unless that is very far down the list."""
        if before is not None and len(self.table.rows()) <= before < MOST_AHEAD:
            self._rows_wanted = before + PAGE
            self.ask()

    def _on_scrolled(self, value: int) -> None:
        """Read the next rows before the end of the list comes into sight."""
        self._ask_facts()
        bar = self.table.verticalScrollBar()
        read = len(self.table.rows())
        near_end = value > bar.maximum() - 3 * bar.pageStep()
        waits = self._more is not None or self.pending is not None
        if not near_end or waits or self.search.value() or not 0 < read < self.total:
            return
        self._more = self._office.window(self.selection(), read, PAGE)
        self._more.then(self._on_more).if_unavailable(self.on_unavailable)

    def _on_more(self, hits: tuple[ClientHit, ...]) -> None:
        self._more = None
        known = {hit.key for hit in self.table.rows()}
        self.table.set_rows([*self.table.rows(), *(h for h in hits if h.key not in known)])
        self._ask_facts()
