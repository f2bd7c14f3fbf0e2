"""A part of mobile advice that has several views: chips lead from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style import spacing
from ui.widgets.chips import FilterBar
from ui.widgets.page import Page, Place
from ui.widgets.shown_stack import ShownStack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class View:
    """One view: a word, what its chip says, and how its page is made."""

    word: str
    words: str
    make: Callable[[Desk], Page]
    doings: frozenset[str] = frozenset()
    """What places do that lead here; the first view has all others."""


class SwitchedPage(Page):
    """Each view is made when it is first looked at."""

    def __init__(self, desk: Desk, question: str, views: Sequence[View]) -> None:
        """Build the chips; `question` is what they are called together."""
        super().__init__(desk)
        self._views = {view.word: view for view in views}
        self._made: dict[str, Page] = {}
        self.chips: FilterBar[str] = FilterBar(
            [(view.word, view.words) for view in views], question
        )
        self.stack = ShownStack()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.chips)
        layout.addWidget(self.stack, 1)
        self.chips.chosen.connect(self._on_chosen)

    @property
    def current(self) -> Page:
        """Answer the page of the view that is shown."""
        return self.page_of(self.chips.value())

    def page_of(self, word: str) -> Page:
        """Answer the page of a view, making it when it is not there yet."""
        page = self._made.get(word)
        if page is None:
            page = self._made[word] = self._views[word].make(self.desk)
            page.place_wanted.connect(self.place_wanted)
            page.said.connect(self.said)
            page.finished.connect(self.finished)
            page.saved_state.connect(self.saved_state)
            page.export_asked.connect(self.export_asked)
            self.stack.addWidget(page)
        return page

    def refresh(self) -> None:
        """Let the view that is shown ask again."""
        self.stack.setCurrentWidget(self.current)
        self.current.refresh()

    def show_place(self, place: Place) -> None:
        """Show the view that does what the place says."""
        word = next(
            (view.word for view in self._views.values() if place.doing in view.doings),
            next(iter(self._views)),
        )
        self.show_view(word)
        self.current.show_place(place)

    def show_view(self, word: str) -> None:
        """Show another view."""
        self.chips.set_value(word)
        self.stack.setCurrentWidget(self.page_of(word))

    def first_focus(self) -> QWidget | None:
        """Begin where the view that is shown begins."""
        return self.current.first_focus()

    def flush(self) -> None:
        """Let each view save its drafts."""
        for page in self._made.values():
            page.flush()

    def _on_chosen(self, word: str) -> None:
        self.stack.setCurrentWidget(self.page_of(word))
        self.current.refresh()
        focused = self.current.first_focus()
        if focused is not None:
            focused.setFocus()
