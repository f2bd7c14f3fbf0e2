"""A page of tabs makes a part when it is looked at, and the keyboard begins where the part does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.views.part import Part
from ui.views.parts_page import PartsPage
from ui.widgets.page import Page, Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk, Pending


class Half(Page):
    """A part with a button in its head, above the rows at which it begins."""

    def __init__(self, made: list[str], word: str, desk: Desk) -> None:
        """Note that it was made."""
        super().__init__(desk)
        made.append(word)
        self.add, self.rows = QPushButton("Add"), QPushButton(f"Rows of {word}")
        layout = QVBoxLayout(self)
        layout.addWidget(self.add)
        layout.addWidget(self.rows)

    def first_focus(self) -> QWidget | None:
        """Begin at the rows."""
        return self.rows


def yes(desk: Desk) -> Pending[bool]:
    """Answer that the reader may see a part, as soon as the office is asked."""
    return desk.ask(lambda _connection: True)


def no(desk: Desk) -> Pending[bool]:
    """Answer that the reader may not."""
    return desk.ask(lambda _connection: False)


@pytest.fixture
def made() -> list[str]:
    """The words of the parts that were made."""
    return []


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, made: list[str]) -> PartsPage:
    """A page with two parts for all, one for some and one for others."""
    who_sees = {"days": None, "stops": None, "mine": yes, "theirs": no}
    parts = [Part(word, word, partial(Half, made, word), may) for word, may in who_sees.items()]
    page = PartsPage(desk, "Halves", parts)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.refresh()
    qtbot.waitUntil(lambda: "mine" in page.words())
    return page


def test_a_part_is_made_when_it_is_looked_at_and_seen_by_whom_it_is_for(
    page: PartsPage, made: list[str]
) -> None:
    assert page.words() == ("days", "stops", "mine")
    assert made == ["days"]
    page.show_place(Place("stops"))
    page.show_place(Place("theirs"))
    assert made == ["days", "stops"]
    assert page.page_of("theirs") is None


def test_a_place_brings_the_keyboard_to_the_rows_of_its_part(qtbot: QtBot, page: PartsPage) -> None:
    page.tabs.tabBar().setFocus()
    page.show_place(Place("stops"))
    rows = page.findChildren(QPushButton, "")[-1]
    assert rows.text() == "Rows of stops"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is rows)


def test_a_place_that_begins_something_leads_the_keyboard_itself(page: PartsPage) -> None:
    page.tabs.tabBar().setFocus()
    page.show_place(Place("stops", None, "new"))
    focused = QApplication.focusWidget()
    assert not isinstance(focused, QPushButton) or not focused.text().startswith("Rows")


def test_whoever_goes_along_the_tabs_stays_on_them(page: PartsPage) -> None:
    bar = page.tabs.tabBar()
    bar.setFocus()
    page.tabs.setCurrentIndex(1)
    assert QApplication.focusWidget() is bar
