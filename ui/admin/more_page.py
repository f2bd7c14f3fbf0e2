"""What is needed less often: settings, the office, areas, backups, security, about."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.admin.more_overview import MoreOverview
from ui.admin.sub_page import SubPage
from ui.widgets.page import Page, Place
from ui.widgets.shown_stack import ShownStack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.desk import Desk

OVERVIEW = "more"


class MorePage(Page):
    """An overview, and below it one page per word."""

    features: ClassVar[frozenset[str]] = frozenset(
        {
            "admin",
            "areas",
            "clients",
            "households",
            "volunteers",
            "matches",
            "expenses",
            "visiting",
            "preventive",
            "escalation",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the overview; `furnish` brings the pages below it."""
        super().__init__(desk, parent)
        self._makers: Mapping[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self.overview = MoreOverview()
        self.overview.chosen.connect(self._on_chosen)
        self._stack = ShownStack()
        self._stack.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def furnish(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        """Take over how the page of each word is made; each is made when first wanted."""
        self._makers = makers
        self.overview.show_words(frozenset(makers))

    def show_place(self, place: Place) -> None:
        """Show the overview, or the page of a word."""
        if place.page == OVERVIEW:
            self._turn_to(self.overview)
            return
        page = self._made.get(place.page) or self._make(place.page)
        self._turn_to(page)
        if isinstance(page, SubPage):
            page.refresh()
        elif isinstance(page, Page):
            page.show_place(place)

    def first_focus(self) -> QWidget | None:
        """Begin where the page that is shown begins."""
        shown = self._stack.currentWidget()
        return shown.first_focus() if isinstance(shown, Page) else None

    def refresh(self) -> None:
        """Let the page that is shown ask again."""
        shown = self._stack.currentWidget()
        if isinstance(shown, SubPage | Page):
            shown.refresh()

    def flush(self) -> None:
        """Let each page save its drafts."""
        for page in self._made.values():
            if isinstance(page, Page):
                page.flush()

    def shown(self) -> QWidget | None:
        """Answer the page that is shown."""
        return self._stack.currentWidget()

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; what had the focus lets go of it, or Qt passes it on to any button."""
        focus = QApplication.focusWidget()
        if page is not self._stack.currentWidget() and focus and self.isAncestorOf(focus):
            focus.clearFocus()
        self._stack.setCurrentWidget(page)

    def _make(self, word: str) -> QWidget:
        page = self._makers[word]()
        self._made[word] = page
        self._stack.addWidget(page)
        if isinstance(page, SubPage):
            page.back_wanted.connect(self._on_back_wanted)
            page.said.connect(self._on_said)
        elif isinstance(page, Page):
            page.place_wanted.connect(self.place_wanted)
            page.said.connect(self.said)
        return page

    def _on_chosen(self, word: str) -> None:
        self.place_wanted.emit(Place(word))

    def _on_back_wanted(self) -> None:
        self.place_wanted.emit(Place(OVERVIEW))

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)
