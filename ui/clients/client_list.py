"""The list of clients: type to find, chips to narrow it down, more rows as one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _, ngettext, say
from ui.clients.people_columns import USUAL, WITHOUT_FACTS, ListedColumns
from ui.clients.people_exporting import PeopleExporting
from ui.clients.people_questions import PeopleQuestions
from ui.clients.people_selection import Selection, kinds, statuses
from ui.style import length, spacing
from ui.views.view_menu import ViewMenu
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import small
from ui.widgets.loading import StateStack
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientHit
    from app.clients.queries.facts import PersonFacts
    from app.clients.rules import ClientFilter, PersonStatus
    from app.errors import Unavailable
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


class ClientList(QWidget):
    """Tells who is chosen with the arrows, clicked at, or opened with Enter."""

    client_chosen = Signal(object)
    client_clicked = Signal(object)
    client_opened = Signal(object)
    add_wanted = Signal()
    export_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._office = PeopleQuestions(desk)
        self._exporting = PeopleExporting(self._office, self)
        self._pending: Pending[tuple[ClientHit, ...]] | None = None
        self._more: Pending[tuple[ClientHit, ...]] | None = None
        self._wanted: UUID | None = None
        self._is_led = False
        self._place_late = QTimer(self)
        self._place_late.setSingleShot(True)
        self._place_late.setInterval(PLACE_MS)
        self._place_late.timeout.connect(self._on_place_wanted)
        self.total = 0
        self._known: set[str] = set()
        """Whose facts were asked for since the list was asked for anew."""
        self._columns = ListedColumns(self._office.today)
        self.views = ViewMenu(desk, "clients", self._columns.options, USUAL)
        self.search = SearchField(_("Find by name"))
        self.filters: FilterBar[ClientFilter] = FilterBar(kinds(), _("Which people are listed"))
        self.status: ChoiceField[PersonStatus | None] = ChoiceField(statuses())
        self.status.setAccessibleName(_("Status of the people listed"))
        self.count = small("")
        self.table: DataTable[ClientHit] = DataTable(self._columns.of(USUAL), _("People"))
        self.state = StateStack(self.table)
        self._arrange()
        self._connect()

    def selection(self) -> Selection:
        """Answer what the list is narrowed down to."""
        return Selection(self.filters.value(), self.status.value(), self.search.value())

    def export(self) -> None:
        """Offer everybody who is listed, also those who are not in sight."""
        self._exporting.export_list(self.selection(), self.views.view.columns)

    def export_person(self, client_id: UUID) -> None:
        """Offer one person, first as an address card."""
        self._exporting.export_person(client_id, self.views.view.columns)

    def refresh(self) -> None:
        """Ask again for what is listed, as many rows as there were."""
        self.views.load()
        self._known.clear()
        self._ask(max(PAGE, len(self.table.rows())))

    def show_client(self, client_id: UUID) -> None:
        """Mark a client that is shown elsewhere, reading on to where it stands if need be."""
        self._wanted = client_id
        if self._lead():
            return
        self.table.setCurrentIndex(QModelIndex())
        self._place_late.start()

    def rows(self) -> list[ClientHit]:
        """Answer the rows that are read so far."""
        return self.table.rows()

    def _arrange(self) -> None:
        self.status.setMaximumWidth(length(170))
        top, line = QHBoxLayout(), QHBoxLayout()
        for row in (top, line):
            row.setSpacing(spacing(8))
        top.addWidget(self.search, 3)
        top.addWidget(self.status, 2)
        line.addWidget(self.count, 1)
        line.addWidget(self.views)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addLayout(line)
        layout.addWidget(self.state, 1)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        self.search.typed.connect(self._on_typed)
        self.search.moved_down.connect(self._on_moved_down)
        self.search.accepted.connect(self._on_accepted)
        self.filters.chosen.connect(self._on_narrowed)
        self.status.changed.connect(self._on_narrowed)
        self._exporting.asked.connect(self.export_asked)
        self.views.chosen.connect(self._on_view_chosen)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_opened)
        self.table.clicked.connect(self._on_clicked)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.state.retried.connect(self.refresh)

    def _ask(self, rows: int) -> None:
        for pending in filter(None, (self._pending, self._more)):
            pending.forget()
        self._more = None
        chosen = self.selection()
        self.state.show_loading()
        if chosen.typed:
            self._pending = self._office.find(chosen, MOST_FOUND).then(self._on_found)
        else:
            self._office.count(chosen).then(self._on_counted)
            self._pending = self._office.window(chosen, 0, rows).then(self._on_window)
        self._pending.if_unavailable(self._on_unavailable)

    def _on_found(self, hits: tuple[ClientHit, ...]) -> None:
        self._pending = None
        self._show(hits)
        if len(hits) < MOST_FOUND:
            words = ngettext("{count} person found", "{count} people found", len(hits))
        else:
            words = _("The first {count} people found; type on to narrow it down").format(
                count=MOST_FOUND
            )
        self.count.setText(words)

    def _on_counted(self, total: int) -> None:
        self.total = total
        if not self.search.value():
            self.count.setText(ngettext("{count} person", "{count} people", total))

    def _on_window(self, hits: tuple[ClientHit, ...]) -> None:
        self._pending = None
        self._show(hits)

    def _show(self, hits: tuple[ClientHit, ...]) -> None:
        self._columns.today = self._office.today
        self.table.set_rows(hits, _key)
        self._ask_facts()
        self._lead()
        if hits:
            self.state.show_content()
        else:
            self.state.show_empty(self._nobody())

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
        self._columns.facts |= facts
        self.table.viewport().update()

    def _lead(self) -> bool:
        """Mark the wanted client without telling anybody: it is shown already."""
        if self._wanted is None:
            return False
        self._is_led = True
        found = self.table.choose(self._wanted.hex)
        self._is_led = False
        self._wanted = None if found else self._wanted
        return found

    def _nobody(self) -> EmptyState:
        sentence, can_add = self.selection().nobody()
        empty = EmptyState(sentence, _("Add person") if can_add else "", icon="clients")
        empty.acted.connect(self.add_wanted)
        return empty

    def _on_place_wanted(self) -> None:
        """Ask where the wanted client stands, unless it was found or something is sought."""
        if self._wanted is not None and not self.search.value():
            found = self._office.place(self.selection(), self._wanted)
            found.then(self._on_place)

    def _on_place(self, before: int | None) -> None:
        """Read on to the wanted client, unless that is very far down the list."""
        if before is not None and len(self.table.rows()) <= before < MOST_AHEAD:
            self._ask(before + PAGE)

    def _on_typed(self, _typed: str) -> None:
        self._ask(PAGE)

    def _on_narrowed(self) -> None:
        self.views.note_filters(self.selection().as_filters())
        self._ask(PAGE)

    def _on_view_chosen(self, view: View) -> None:
        """Take columns and filters of a view; what it does not know is open."""
        chosen = Selection.of(view)
        self.filters.set_value(chosen.kind)
        with QSignalBlocker(self.status):
            self.status.set_value(chosen.status)
        self.table.set_columns(self._columns.of(view.columns))
        self._ask(max(PAGE, len(self.table.rows())))

    def _on_moved_down(self) -> None:
        if self.table.rows():
            if self.table.current_row() is None:
                self.table.choose_first()
            self.table.setFocus()

    def _on_accepted(self) -> None:
        if self._pending is None and self.table.rows():
            if self.table.current_row() is None:
                self.table.choose_first()
            self._on_row_opened(self.table.current_row())

    def _on_row_chosen(self, hit: ClientHit | None) -> None:
        if hit is not None and not self._is_led:
            self._wanted = None
            self.client_chosen.emit(hit.id)

    def _on_row_opened(self, hit: ClientHit | None) -> None:
        if hit is not None:
            self.client_opened.emit(hit.id)

    def _on_clicked(self, _index: QModelIndex) -> None:
        hit = self.table.current_row()
        if hit is not None:
            self.client_clicked.emit(hit.id)

    def _on_scrolled(self, value: int) -> None:
        """Read the next rows before the end of the list comes into sight."""
        self._ask_facts()
        bar = self.table.verticalScrollBar()
        read = len(self.table.rows())
        near_end = value > bar.maximum() - 3 * bar.pageStep()
        waits = self._more is not None or self._pending is not None
        if not near_end or waits or self.search.value() or not 0 < read < self.total:
            return
        self._more = self._office.window(self.selection(), read, PAGE)
        self._more.then(self._on_more).if_unavailable(self._on_unavailable)

    def _on_more(self, hits: tuple[ClientHit, ...]) -> None:
        self._more = None
        known = {hit.key for hit in self.table.rows()}
        self.table.set_rows([*self.table.rows(), *(h for h in hits if h.key not in known)])
        self._ask_facts()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = self._more = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _key(hit: ClientHit) -> str:
    return hit.key
