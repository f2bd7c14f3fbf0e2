"""Requirements of where a message lies, and of the keyboard while it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from tests.ui.widgets.hands import bring_forward, click
from ui.widgets.buttons import primary_button
from ui.widgets.toast import Toaster

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 900, 600
AT_THE_BOTTOM = QRect(20, HEIGHT - 60, 300, 40)
W = TypeVar("W", bound=QWidget)


class Page(QWidget):
    """A page with a message over it, and a field far from any."""

    def __init__(self) -> None:
        """Have nothing at the bottom yet."""
        super().__init__()
        self.resize(WIDTH, HEIGHT)
        self.toaster = Toaster(self)
        self.away = self.put(QLineEdit(), QRect(500, 200, 100, 32))

    def put(self, widget: W, rect: QRect) -> W:
        """Put something into a place of the page."""
        widget.setParent(self)
        widget.setGeometry(rect)
        widget.show()
        return widget

    def is_hidden_by_the_message(self, rect: QRect) -> bool:
        """Answer whether the message lies over a place."""
        assert self.toaster.isVisible()
        return self.toaster.geometry().intersects(rect)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.away.setFocus()
    return page


def test_a_message_lies_at_the_bottom_left(page: Page) -> None:
    page.toaster.say("The visit is planned.")
    assert page.is_hidden_by_the_message(AT_THE_BOTTOM)


def test_a_message_never_lies_over_the_button_that_saves(page: Page) -> None:
    page.put(primary_button("Save visit"), AT_THE_BOTTOM)
    page.put(QPushButton("Close"), AT_THE_BOTTOM.translated(WIDTH - 340, 0))
    page.toaster.say("What you typed is here again.")
    assert not page.is_hidden_by_the_message(AT_THE_BOTTOM)
    assert not page.is_hidden_by_the_message(AT_THE_BOTTOM.translated(WIDTH - 340, 0))
    assert page.rect().contains(page.toaster.geometry())


def test_a_message_makes_room_for_a_form_that_opens_below_it(qtbot: QtBot, page: Page) -> None:
    page.toaster.say("The visit is planned.")
    assert page.is_hidden_by_the_message(AT_THE_BOTTOM)
    page.put(primary_button("Save visit"), AT_THE_BOTTOM)
    qtbot.waitUntil(lambda: not page.is_hidden_by_the_message(AT_THE_BOTTOM))


def test_a_message_makes_room_for_what_the_keyboard_comes_to(page: Page) -> None:
    painted = page.put(QWidget(), AT_THE_BOTTOM)
    page.toaster.say("The visit is planned.")
    assert page.is_hidden_by_the_message(AT_THE_BOTTOM)
    painted.setFocus()
    assert not page.is_hidden_by_the_message(AT_THE_BOTTOM)


def test_over_a_list_that_fills_the_page_its_chosen_row_stays_free(page: Page) -> None:
    rows = page.put(QListWidget(), page.rect())
    rows.addItems([f"Person {number}" for number in range(100)])
    rows.setFocus()
    rows.scrollToBottom()
    rows.setCurrentRow(99)
    page.toaster.say("3 answers are recorded.")
    assert not page.is_hidden_by_the_message(rows.visualItemRect(rows.item(99)))


@pytest.mark.parametrize("kind", [QPlainTextEdit, QTextEdit])
def test_over_a_text_that_fills_the_page_the_line_being_written_stays_free(
    page: Page, kind: type[QPlainTextEdit | QTextEdit]
) -> None:
    text = page.put(kind(), page.rect())
    text.setPlainText("A line\n" * 100)
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.setFocus()
    page.toaster.say("3 answers are recorded.")
    assert not page.is_hidden_by_the_message(text.cursorRect())


def test_the_keyboard_goes_back_to_where_it_came_from(page: Page) -> None:
    page.toaster.say("The visit is planned.", list)
    next(b for b in page.toaster.findChildren(QPushButton) if b.text() == "Undo").setFocus()
    assert not page.away.hasFocus()
    click(page.toaster, "Undo")
    assert page.away.hasFocus()
    assert page.toaster.isHidden()
