"""Everything inside the window's border: top bar, rail, messages, pages, status bar, toast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.frame.message_area import MessageArea
from ui.frame.page_stack import PageStack
from ui.frame.rail import Rail
from ui.frame.status_bar import StatusBar
from ui.frame.top_bar import TopBar
from ui.style import spacing
from ui.widgets.tab_order import begin_in, move_on, seen_around
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.desk import Desk
    from ui.pages import RailEntry
    from ui.quick_search import QuickSearch, Source
    from ui.widgets.page import Place


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
        self._desk = desk
        self._entries = entries
        self._search: QuickSearch | None = None
        self._source: Source | None = None
        self._left_in: QWidget | None = None
        self._settle_late = QTimer(self)
        self._settle_late.setSingleShot(True)
        self._settle_late.timeout.connect(self._on_settled)
        self.top.search.typed.connect(self._on_first_typed)

    @property
    def search(self) -> QuickSearch:
        """What drops down from the search line; made when first wanted."""
        if self._search is None:
            from ui.quick_actions import quick_actions  # noqa: PLC0415 - not for the first paint
            from ui.quick_search import QuickSearch  # noqa: PLC0415 - not for the first paint

            self._search = QuickSearch(self.top.search, self)
            self._search.set_source(self._source)
            self._search.set_actions(quick_actions(self._entries, self._desk.left_out))
            self._search.place_wanted.connect(self._on_found)
        return self._search

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own words
        """Go on with Tab as things are laid out, not as they were made."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return super().focusNextPrevChild(next)
        if focused.isVisible() and focused.isEnabled():
            return move_on(self, focused, forwards=next)
        # Qt also asks while it hides or disables what has the focus, and would leave the page.
        if self.pages.isAncestorOf(focused):
            self._left_in = seen_around(focused)
            self._settle_late.start()
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide a message with Escape, where nothing else is left by it."""
        if event.key() != Qt.Key.Key_Escape or not self.toaster.dismiss():
            super().keyPressEvent(event)

    def _on_found(self, place: Place) -> None:
        """Lead to what was found; the focus leaves the search line, which has done its work."""
        self.place_wanted.emit(place)
        self.pages.take_focus()

    def _on_settled(self) -> None:
        """Stay in the page, as near as can be, when what had the focus went away."""
        focused, near = QApplication.focusWidget(), self._left_in
        self._left_in = None
        if focused is None or not self.isAncestorOf(focused) or self.pages.isAncestorOf(focused):
            return
        is_there = near is not None and isValid(near) and self.pages.isAncestorOf(near)
        if near is None or not is_there or not begin_in(near):
            self.pages.take_focus()

    def set_source(self, source: Source | None) -> None:
        """Say who answers the search."""
        self._source = source
        if self._search is not None:
            self._search.set_source(source)

    def show_above(self, banner: QWidget) -> None:
        """Show something above the messages, which stays when these come and go."""
        holder = self._content.layout()
        if isinstance(holder, QVBoxLayout):
            row = QVBoxLayout()
            row.setContentsMargins(spacing(24), spacing(12), spacing(24), 0)
            row.addWidget(banner)
            holder.insertLayout(0, row)

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
