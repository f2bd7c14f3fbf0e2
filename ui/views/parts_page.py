"""A page of the rail that has a tab for each of its parts, made when it is first looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.first_focus import FirstFocus
from ui.widgets.page import Page, Place
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.views.part import Part

_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class _Asker(QObject):
    """Asks whether the reader may see one part, and tells its word with the answer."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, part: Part, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._part = part

    def ask(self) -> None:
        if self._part.may_see is not None:
            self._part.may_see(self._desk).then(self._on_told)

    def _on_told(self, may_see: bool) -> None:  # noqa: FBT001 - a slot
        self.told.emit(self._part.word, may_see)


class PartsPage(Page):
    """A part that only some may see has no tab for all others."""

    def __init__(self, desk: Desk, title: str, parts: Sequence[Part]) -> None:
        """Build the tabs of the parts that everyone sees; the others are asked about."""
        super().__init__(desk)
        parts = [part for part in parts if desk.offers(part.word)]
        self._parts = {part.word: part for part in parts}
        self._holders: dict[str, QWidget] = {}
        self._made: dict[str, Page] = {}
        self._wanted: Place | None = None
        self._keys: set[str] = set()
        self._first_focus = FirstFocus(self)
        self.tabs = Tabs(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self._askers: list[_Asker] = []
        for part in parts:
            if part.may_see is None:
                self._add_tab(part)
            else:
                asker = _Asker(desk, part, self)
                asker.told.connect(self._on_told)
                self._askers.append(asker)
        self.tabs.currentChanged.connect(self._on_tab_chosen)

    def refresh(self) -> None:
        """Ask which tabs there are, and let the one that is shown ask again."""
        for asker in self._askers:
            asker.ask()
        self._current().refresh()

    def show_place(self, place: Place) -> None:
        """Show the part of a place; one that is not there for the reader leads nowhere."""
        self._wanted = None
        if place.page in self._holders:
            self._show_in_tab(place)
        elif place.page in self._parts:
            self._wanted = place
            self.refresh()

    def first_focus(self) -> QWidget | None:
        """Begin where the part that is shown begins."""
        return self._current().first_focus()

    def step_back(self) -> bool:
        """Go back inside the part that is shown."""
        return self._current().step_back()

    def flush(self) -> None:
        """Let each part save its drafts."""
        for page in self._made.values():
            page.flush()

    def page_of(self, word: str) -> Page | None:
        """Answer the page of a part, if it was made already."""
        return self._made.get(word)

    def words(self) -> tuple[str, ...]:
        """Answer the words of the parts that have a tab, from left to right."""
        return tuple(word for word in self._parts if word in self._holders)

    def _show_in_tab(self, place: Place) -> None:
        """Lead into a tab; the keyboard begins there where the part begins."""
        holder, focused = self._holders[place.page], QApplication.focusWidget()
        is_inside = focused is not None and self.isAncestorOf(focused)
        moves = is_inside and holder is not self.tabs.currentWidget()
        self.tabs.setCurrentWidget(holder)
        landed, page = QApplication.focusWidget(), self._page(place.page)
        page.show_place(place)
        if moves and place.is_plain and QApplication.focusWidget() is landed:
            self._first_focus.bring(page)

    def _add_tab(self, part: Part) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, spacing(12), 0, 0)
        self._holders[part.word] = holder
        self.tabs.insertTab(self.words().index(part.word), holder, _(part.title))

    def _remove_tab(self, word: str) -> None:
        holder = self._holders.pop(word)
        page = self._made.pop(word, None)
        if page is not None:
            page.flush()
        self.tabs.removeTab(self.tabs.indexOf(holder))
        holder.deleteLater()

    def _current(self) -> Page:
        shown = self.tabs.currentWidget()
        word = next(word for word, holder in self._holders.items() if holder is shown)
        return self._page(word)

    def _page(self, word: str) -> Page:
        page = self._made.get(word)
        if page is None:
            page = self._made[word] = self._parts[word].make(self.desk)
            page.place_wanted.connect(self.place_wanted)
            page.said.connect(self.said)
            page.finished.connect(self.finished)
            page.saved_state.connect(self.saved_state)
            if not hasattr(page, "exports"):
                # A part that opens the dialog itself would have it opened twice.
                page.export_asked.connect(self.export_asked)
            layout = self._holders[word].layout()
            assert layout is not None  # noqa: S101 - each holder was given one
            layout.addWidget(page)
            self._listen(page)
        return page

    def _listen(self, page: Page) -> None:
        """Hear the keys of a part on its tab, too: the keyboard stands there until Tab leads on."""
        for shortcut in _shortcuts(page):
            words = shortcut.key().toString()
            if shortcut.context() is _WITHIN and words not in self._keys:
                self._keys.add(words)
                key = QShortcut(QKeySequence(words), self.tabs.tabBar())
                key.setContext(Qt.ShortcutContext.WidgetShortcut)
                key.activated.connect(partial(self._on_key, words))

    def _on_key(self, words: str) -> None:
        for shortcut in _shortcuts(self._current()):
            if shortcut.key().toString() == words:
                shortcut.activated.emit()

    def _on_told(self, word: str, may_see: bool) -> None:  # noqa: FBT001 - a slot
        if may_see and word not in self._holders:
            self._add_tab(self._parts[word])
        elif not may_see and word in self._holders:
            self._remove_tab(word)
        if self._wanted is not None and self._wanted.page in self._holders:
            self.show_place(self._wanted)

    def _on_tab_chosen(self, _index: int) -> None:
        self._current().refresh()


def _shortcuts(page: Page) -> list[QShortcut]:
    """Answer the keys that a part listens to itself."""
    return page.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
