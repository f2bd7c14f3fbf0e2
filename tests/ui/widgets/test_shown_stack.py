"""A stack asks for the room of the page it shows, not of the largest one it hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ui.widgets.shown_stack import ShownStack

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_hidden_page_needs_no_room(qtbot: QtBot) -> None:
    stack = ShownStack()
    qtbot.addWidget(stack)
    assert stack.minimumSizeHint().width() <= 0
    narrow, wide = QLabel("a"), QLabel("a very long word after another " * 4)
    for page in (narrow, wide):
        stack.addWidget(page)
    assert stack.minimumSizeHint() == narrow.minimumSizeHint()
    stack.setCurrentWidget(wide)
    assert stack.minimumSizeHint() == wide.minimumSizeHint()


def test_a_hidden_page_does_not_make_the_shown_one_scroll(qtbot: QtBot) -> None:
    stack = ShownStack()
    qtbot.addWidget(stack)
    short, high = QLabel("a"), QLabel("a very long word after another " * 40)
    for page in (short, high):
        page.setWordWrap(True)
        stack.addWidget(page)
    assert high.hasHeightForWidth()
    assert not stack.hasHeightForWidth()
