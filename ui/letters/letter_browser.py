"""The history of letters: searched by name on the left, the chosen letter's pages on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.queries import letter_pdf, recent_letters
from resources.text import _, say
from ui.letters.letter_export import letters_offer
from ui.letters.letter_table import LetterTable
from ui.letters.letter_view import LetterView
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.letters.rows import LetterPages, LetterRow
    from ui.desk import Desk, Pending

_ALL = 10_000_000
"""More letters than any office ever writes."""


class LetterBrowser(QWidget):
    """Finds letters again and shows them as they were printed."""

    place_wanted = Signal(object)
    said = Signal(str)
    export_asked = Signal(object)
    write_wanted = Signal()
    runs_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list and the view; nothing is asked yet."""
        super().__init__(parent)
        self._desk = desk
        self._asked: Pending[tuple[LetterRow, ...]] | None = None
        self._wanted: UUID | None = None
        self.search = SearchField(_("Find letters by name"))
        self.table = LetterTable(with_names=True)
        self.found = StateStack(self.table)
        self.view = LetterView(desk)
        self.detail = StateStack(self.view)
        self.halves = ListDetail(self._list(), self.detail)
        self.state = StateStack(self.halves)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        header = PageHeader(_("Letters"), _("Every letter that left this office"))
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save this list as Excel table, CSV or PDF"))
        self.write_button = plain_button(_("Write a letter"), "add")
        header.add_action(self.export_button)
        self.runs_button = plain_button(_("Mailings"), "clients")
        self.runs_button.setToolTip(_("Letters to many people: write them, and find them again"))
        header.add_action(self.runs_button)
        self.templates_button = plain_button(_("Templates"), "letters")
        self.templates_button.setToolTip(_("Look at the texts of letters, and change them"))
        header.add_action(self.templates_button)
        header.add_action(self.write_button)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)
        self._show_none()
        self._connect()

    def refresh(self) -> None:
        """Ask again for the list, keeping what is chosen."""
        if self._asked is not None:
            self._asked.forget()
        self.state.show_loading()
        pending = self._desk.ask(recent_letters, self.search.value())
        self._asked = pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def show_letter(self, letter_id: UUID) -> None:
        """Show a letter of the history, wherever it stands in the list."""
        self._wanted = letter_id
        self.table.choose(letter_id)
        self._desk.ask(letter_pdf, letter_id).then(self._on_pages)
        self.halves.show_detail()

    def export(self) -> None:
        """Offer all letters that the search finds, not only the latest that are shown."""
        pending = self._desk.ask(recent_letters, self.search.value(), _ALL)
        pending.then(self._on_all_found)

    def _on_all_found(self, letters: tuple[LetterRow, ...]) -> None:
        sought = self.search.value()
        selection = _("Search: {typed}").format(typed=sought) if sought else ""
        self.export_asked.emit(letters_offer(letters, selection))

    def _list(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.search)
        layout.addWidget(self.found, 1)
        part.setFocusProxy(self.table)
        return part

    def _connect(self) -> None:
        self.export_button.clicked.connect(self.export)
        self.write_button.clicked.connect(self.write_wanted)
        self.runs_button.clicked.connect(self.runs_wanted)
        self.templates_button.clicked.connect(self._on_templates_wanted)
        self.search.typed.connect(self._on_typed)
        self.search.moved_down.connect(self.table.setFocus)
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_activated.connect(self._on_activated)
        self.state.retried.connect(self.refresh)
        self.view.client_wanted.connect(self._on_client_wanted)
        self.view.exits.said.connect(self.said)

    def _show_none(self) -> None:
        self.detail.show_empty(EmptyState(_("Choose a letter to see its pages."), icon="letters"))

    def _on_typed(self, _text: str) -> None:
        self.refresh()

    def _on_found(self, letters: tuple[LetterRow, ...]) -> None:
        self.state.show_content()
        self.table.show_letters(letters)
        if letters:
            self.found.show_content()
            self._choose()
        elif self.search.value():
            self.found.show_empty(EmptyState(_("No letter went to anybody of this name.")))
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        empty = EmptyState(
            _("Letters stand here once they are written."), _("Write a letter"), icon="letters"
        )
        empty.acted.connect(self.write_wanted)
        self.state.show_empty(empty)

    def _choose(self) -> None:
        """Keep the wanted or chosen letter; on a wide page begin with the latest."""
        if self._wanted is not None:
            self.table.choose(self._wanted)
        elif self.table.current_row() is None and self.halves.is_wide():
            self.table.choose_first()

    def _on_chosen(self, row: LetterRow | None) -> None:
        if row is None:
            self._show_none()
        elif self.view.letter is None or row.id != self.view.letter.row.id:
            self._wanted = row.id
            self._desk.ask(letter_pdf, row.id).then(self._on_pages)
        else:
            self.detail.show_content()

    def _on_activated(self, row: LetterRow) -> None:
        self.show_letter(row.id)

    def _on_pages(self, pages: LetterPages | None) -> None:
        if pages is None:
            self._show_none()
        elif pages.row.id == self._wanted:
            self.view.show_letter(pages)
            self.detail.show_content()

    def _on_templates_wanted(self) -> None:
        self.place_wanted.emit(Place("templates"))

    def _on_client_wanted(self, client_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", client_id))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
