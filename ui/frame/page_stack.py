"""The pages of the window: made when first wanted, refreshed when what they show was touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from ui.pages import page_of
from ui.style import spacing
from ui.widgets.first_focus import FirstFocus
from ui.widgets.scroll_body import own_viewport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from ui.desk import Desk
    from ui.pages import RailEntry
    from ui.widgets.page import Page, Place


class PageStack(QStackedWidget):
    """Shows one page at a time; the others wait as they were left."""

    page_created = Signal(str, object)
    """The word and the new page, before it is shown."""

    def __init__(
        self, desk: Desk, entries: Sequence[RailEntry], parent: QWidget | None = None
    ) -> None:
        """Know how each page is made; make none yet."""
        super().__init__(parent)
        self._desk = desk
        self._makers = {entry.word: entry.make for entry in entries}
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._first_focus = FirstFocus(self)

    def show_place(self, place: Place) -> None:
        """Show the page of a place and tell it what is wanted there.

        Raises `KeyError` for a place that no page has.
        """
        word = page_of(place.page)
        page = self._pages.get(word) or self._make(word)
        had_focus, area = self._has_focus(), self._areas[word]
        # Where one was before, Qt leads back to; a page that is new it would begin at its tabs.
        begins = had_focus and area is not self.currentWidget() and area.focusWidget() is None
        self.setCurrentWidget(area)
        landed = QApplication.focusWidget()
        if word in self._stale:
            self._stale.discard(word)
            page.refresh()
        page.show_place(place)
        if begins and place.is_plain and QApplication.focusWidget() is landed:
            self._first_focus.bring(page)
        elif had_focus:
            self.take_focus()

    def current_page(self) -> Page | None:
        """Answer the page that is shown, None before the first."""
        shown = self.currentWidget()
        return next((self._pages[word] for word in self._areas if self._areas[word] is shown), None)

    def take_focus(self) -> None:
        """Bring the focus into the visible page, to what comes first there."""
        page = self.current_page()
        if page is not None and not self._has_focus():
            self._first_focus.bring(page)

    def step_back(self) -> bool:
        """Go back inside the visible page; answer False where it has no steps."""
        page = self.current_page()
        return page is not None and page.step_back()

    def pages(self) -> dict[str, Page]:
        """Answer the pages that were made, by word."""
        return dict(self._pages)

    def hear_touched(self, features: frozenset[str]) -> None:
        """Refresh what shows one of the features: the visible page now, others when shown."""
        for word, page in self._pages.items():
            if page.features & features:
                self._refresh_or_mark(word, page)

    def refresh_all(self) -> None:
        """Let every page ask again, as after unlocking or at midnight."""
        for word, page in self._pages.items():
            self._refresh_or_mark(word, page)

    def refresh_current(self) -> None:
        """Let the visible page ask again."""
        if (page := self.current_page()) is not None:
            page.refresh()

    def flush(self) -> None:
        """Have every page save its drafts at once."""
        for page in self._pages.values():
            page.flush()

    def _has_focus(self) -> bool:
        """Answer whether the focus is inside the page that is shown."""
        page, focused = self.current_page(), QApplication.focusWidget()
        return page is not None and focused is not None and page.isAncestorOf(focused)

    def _refresh_or_mark(self, word: str, page: Page) -> None:
        if page is self.current_page():
            self._stale.discard(word)
            page.refresh()
        else:
            self._stale.add(word)

    def _make(self, word: str) -> Page:
        page = self._makers[word](self._desk)
        self._pages[word] = page
        self._areas[word] = _PageArea(page)
        self._stale.add(word)
        self.addWidget(self._areas[word])
        self.page_created.emit(word, page)
        return page


class _PageArea(QScrollArea):
    """Lets a page scroll where the window is smaller than the least the page needs."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(_PageHolder(page))


class _PageHolder(QWidget):
    """Gives a page all the room there is, and never less than the least it needs.

    A layout would ask for the page's wished height instead, and scroll pages that fit.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setProperty("kind", "clear")
        self._page = page
        page.setParent(self)
        page.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of the page, with the margins around it."""
        least = self._page.minimumSizeHint()
        layout = self._page.layout()
        if layout is not None and layout.hasHeightForWidth():
            # What wraps is higher on a narrow page than its own least height tells.
            wrapped = layout.totalMinimumHeightForWidth(max(least.width(), self._page.width()))
            least.setHeight(max(least.height(), wrapped))
        return least + QSize(2 * spacing(24), 2 * spacing(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page inside the margins."""
        super().resizeEvent(event)
        wide, high = spacing(24), spacing(16)
        self._page.setGeometry(self.rect().adjusted(wide, high, -wide, -high))
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the scroll area when the page needs more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
