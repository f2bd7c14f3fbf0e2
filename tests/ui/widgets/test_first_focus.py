"""The keyboard begins at the rows of a page, and is not taken out of a hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.frame.page_stack import PageStack
from ui.pages import RailEntry
from ui.widgets.first_focus import FirstFocus
from ui.widgets.page import Page, Place
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


class Lines(Page):
    """Buttons in its head, above rows that come late."""

    def __init__(self, desk: Desk) -> None:
        """Hide the rows, as while they are asked for."""
        super().__init__(desk)
        self.export, self.add, self.rows = (QPushButton(name) for name in ("Export", "Add", "Rows"))
        layout = QVBoxLayout(self)
        for part in (self.export, self.add, self.rows):
            layout.addWidget(part)
        self.rows.hide()

    def first_focus(self) -> QWidget | None:
        """Begin at the rows."""
        return self.rows


class Late(Lines):
    """The same with tabs above, which hand the focus on to their bar."""

    def __init__(self, desk: Desk) -> None:
        """Put tabs first."""
        super().__init__(desk)
        tabs = Tabs("Parts")
        tabs.addTab(QWidget(), "Part")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, tabs)


@pytest.fixture
def lines(qtbot: QtBot, desk: Desk) -> Lines:
    lines = Lines(desk)
    qtbot.addWidget(lines)
    lines.show()
    lines.activateWindow()
    qtbot.waitUntil(lines.isActiveWindow)
    return lines


def test_rows_that_are_there_have_the_focus(lines: Lines) -> None:
    lines.rows.show()
    FirstFocus(lines).bring(lines)
    assert QApplication.focusWidget() is lines.rows


def test_rows_that_come_late_get_the_focus_from_what_stood_in(lines: Lines) -> None:
    FirstFocus(lines).bring(lines)
    assert QApplication.focusWidget() is lines.export
    lines.rows.show()
    assert QApplication.focusWidget() is lines.rows


def test_a_hand_that_has_moved_on_keeps_the_focus(lines: Lines) -> None:
    FirstFocus(lines).bring(lines)
    lines.add.setFocus()
    lines.rows.show()
    assert QApplication.focusWidget() is lines.add


def test_rows_that_are_shown_again_take_nothing(lines: Lines) -> None:
    FirstFocus(lines).bring(lines)
    lines.rows.show()
    lines.export.setFocus()
    lines.rows.hide()
    lines.rows.show()
    assert QApplication.focusWidget() is lines.export


def test_a_page_one_comes_to_from_another_begins_at_its_rows_once(qtbot: QtBot, desk: Desk) -> None:
    entries = tuple(RailEntry(word, word, "my_day", Late) for word in ("my_day", "letters"))
    pages = PageStack(desk, entries)
    qtbot.addWidget(pages)
    pages.show()
    pages.activateWindow()
    qtbot.waitUntil(pages.isActiveWindow)
    pages.show_place(Place("my_day"))
    pages.take_focus()
    pages.show_place(Place("letters"))
    page = pages.pages()["letters"]
    assert isinstance(page, Late)
    page.rows.show()
    assert QApplication.focusWidget() is page.rows
    page.add.setFocus()
    pages.show_place(Place("my_day"))
    pages.show_place(Place("letters"))
    assert QApplication.focusWidget() is page.add
