"""Everything inside the window's border: top bar, rail, messages, pages, status bar, toast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.message_area import MessageArea
from ui.frame.page_stack import PageStack
from ui.frame.rail import Rail
from ui.frame.status_bar import StatusBar
from ui.frame.top_bar import TopBar
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.pages import RailEntry
    from ui.quick_search import QuickSearch, Source


class Frame(QWidget):
    """The parts in their places; it is built anew when language or size of text changes."""

    place_wanted = Signal(object)
    """A `Place` that was found by the search."""

    def __init__(
        self, desk: Desk, entries: Sequence[RailEntry], parent: QWidget | None = None
    ) -> None:
        """Build the parts; no page is made yet."""
        super().__init__(parent)
        self.setProperty("kind", "window")
        self.top = TopBar()
        self.rail = Rail(entries)
        self.messages = MessageArea()
        self.pages = PageStack(desk, entries)
        self.status = StatusBar()
        self._lay_out()
        self.toaster = Toaster(self._content)
        self._entries = entries
        self._search: QuickSearch | None = None
        self._source: Source | None = None
        self.top.search.typed.connect(self._on_first_typed)

    @property
    def search(self) -> QuickSearch:
        """What drops down from the search line; made when first wanted."""
        if self._search is None:
            from ui.quick_actions import quick_actions  # noqa: PLC0415 - not for the first paint
            from ui.quick_search import QuickSearch  # noqa: PLC0415 - not for the first paint

            self._search = QuickSearch(self.top.search, self)
            self._search.set_source(self._source)
            self._search.set_actions(quick_actions(self._entries))
            self._search.place_wanted.connect(self.place_wanted)
        return self._search

    def set_source(self, source: Source | None) -> None:
        """Say who answers the search."""
        self._source = source
        if self._search is not None:
            self._search.set_source(source)

    def _on_first_typed(self, text: str) -> None:
        self.top.search.typed.disconnect(self._on_first_typed)
        self.search.seek(text)

    def _lay_out(self) -> None:
        self._content = QWidget()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.messages)
        content.addWidget(self.pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._content, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status)
