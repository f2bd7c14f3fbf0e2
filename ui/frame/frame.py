"""Everything inside the window's border: top bar, rail, messages, pages, status bar, toast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.message_area import MessageArea
from ui.frame.page_stack import PageStack
from ui.frame.rail import Rail
from ui.frame.status_bar import StatusBar
from ui.frame.top_bar import TopBar
from ui.quick_search import QuickSearch
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.pages import RailEntry


class Frame(QWidget):
    """The parts in their places; it is built anew when language or size of text changes."""

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
        self.search = QuickSearch(self.top.search, self)

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
