"""A page with a list on the left and what is chosen in it on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.list_detail import ListDetail
from ui.widgets.page import Page
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from ui.views.card_panel import CardPanel
    from ui.views.row_list import RowList
    from ui.widgets.search_field import SearchField


class ListPage(Page):
    """Ctrl+N adds, F2 changes what is shown, / and Ctrl+F go to the search.

    Subclasses make `list` and `panel`, then call `build`.
    """

    SHARES: ClassVar = (2, 3)
    """How a wide page is divided between list and detail."""

    list: RowList[Any]
    panel: Any
    """A `CardPanel`, or what a page with other details has in its place."""

    def build(self, title: str, *actions: QPushButton, search: SearchField | None = None) -> None:
        """Put the page together; the last of the actions in the head is the one that adds."""
        first, second = self.SHARES
        self.split = ListDetail(self.list, self.panel, list_share=first, detail_share=second)
        self.header = PageHeader(title)
        for button in actions:
            self.header.add_action(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.below_header(), 1)
        self._search = search
        self.connect_parts()
        self._listen("Ctrl+N", self.on_add_wanted)
        self._listen("F2", self.on_edit_wanted)
        if search is not None:
            self._listen("Ctrl+F", self._on_search_wanted)
            self._listen("/", self._on_search_wanted)

    def first_focus(self) -> QWidget | None:
        """Begin at the rows."""
        return self.list.table

    def below_header(self) -> QWidget:
        """Answer what stands below the header: list and detail."""
        return self.split

    def connect_parts(self) -> None:
        """Connect list and panel with each other and with the window."""
        # A card or form has the whole of a narrow page, so the header goes with the list.
        self.split.list_shown.connect(self.header.setVisible)
        self.list.views.said.connect(self.said)
        self.list.chosen.connect(self.on_chosen)
        self.list.clicked.connect(self.on_clicked)
        self.list.opened.connect(self.on_opened)
        self.list.add_wanted.connect(self.on_add_wanted)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)

    def refresh(self) -> None:
        """Ask again for the list and the card; a form stays as it is typed."""
        self.list.refresh()
        self.panel.refresh()

    def flush(self) -> None:
        """Save drafts at once."""
        self.panel.flush()

    def on_chosen(self, record_id: UUID) -> None:
        """Show what the arrows came to."""
        raise NotImplementedError

    def on_clicked(self, record_id: UUID) -> None:
        """Show what was clicked at, on a narrow page instead of the list."""
        self.on_chosen(record_id)
        self.split.show_detail()

    def on_opened(self, record_id: UUID) -> None:
        """Lead the keyboard to what was opened with Enter."""
        self.on_clicked(record_id)

    def on_add_wanted(self) -> None:
        """Begin a new record."""
        raise NotImplementedError

    def on_edit_wanted(self) -> None:
        """Change the record that is shown."""
        raise NotImplementedError

    def _on_search_wanted(self) -> None:
        if self._search is not None:
            self.split.show_list()
            self._search.setFocus()
            self._search.selectAll()

    def _listen(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)


class CardPage(ListPage):
    """A list of records with cards; forms are opened beside the list."""

    panel: CardPanel

    def connect_parts(self) -> None:
        """Mark in the list what was saved, and go back to it from a form."""
        super().connect_parts()
        self.panel.saved.connect(self.list.show_record)
        self.panel.left.connect(self._on_form_left)

    def show_record(self, record_id: UUID) -> None:
        """Show the card of a record, and where it stands in the list."""
        self.panel.show_record(record_id)
        self.split.show_detail()
        self.list.show_record(record_id)

    def on_chosen(self, record_id: UUID) -> None:
        """Show the card of what the arrows came to, unless it is shown.

        A form gives way to who chooses a row, not to the keyboard that only comes to the list.
        """
        if self.list.table.is_met() and self.panel.is_form_wanted():
            return
        if record_id != self.panel.shown_id():
            self.panel.show_record(record_id)

    def on_opened(self, record_id: UUID) -> None:
        """Lead the keyboard into the card."""
        super().on_opened(record_id)
        self.focus_card()

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        raise NotImplementedError

    def on_add_wanted(self) -> None:
        """Open the form of a new record."""
        self.panel.edit(None)
        self.split.show_detail()

    def on_edit_wanted(self) -> None:
        """Open the form of the record whose card is shown."""
        if self.panel.is_card_shown():
            self.panel.edit(self.panel.card.record_id)

    def _on_form_left(self) -> None:
        if not self.split.is_wide() and not self.panel.is_card_shown():
            self.split.show_list()
        self.list.table.setFocus()


def export_button() -> QPushButton:
    """Answer the button that saves the list of a page as a file."""
    button = plain_button(_("Export"), "download")
    button.setToolTip(_("Save this list as Excel table, CSV or PDF"))
    return button


def add_button(words: str, tip: str, icon: str = "add") -> QPushButton:
    """Answer the button that adds to the list of a page."""
    button = plain_button(words, icon)
    button.setToolTip(tip)
    return button
