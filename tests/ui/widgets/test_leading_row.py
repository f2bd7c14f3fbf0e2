"""Words and the buttons that belong to them: side by side, or below each other in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style import length
from ui.widgets.buttons import plain_button
from ui.widgets.labels import Label
from ui.widgets.leading_row import READABLE, LeadingRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton
    from pytestqt.qtbot import QtBot

WORDS = "Ask the person who looks after the computer for write access to the folder"


class Row(QWidget):
    """Words with two buttons."""

    def __init__(self, words: QWidget | QVBoxLayout | None = None) -> None:
        """Lead with a sentence, or with other words."""
        super().__init__()
        self.words = Label(WORDS)
        self.buttons: list[QPushButton] = [plain_button("Try again"), plain_button("Not now")]
        self.setLayout(LeadingRow(words or self.words, *self.buttons))

    def shown(self, qtbot: QtBot, width: int) -> Row:
        """Show it so wide."""
        qtbot.addWidget(self)
        self.resize(width, 400)
        self.show()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return self

    @property
    def beside(self) -> int:
        """What the buttons take."""
        return sum(button.sizeHint().width() + length(8) for button in self.buttons)


def test_with_room_the_words_take_what_the_buttons_leave(qtbot: QtBot) -> None:
    row = Row()
    row.shown(qtbot, row.beside + 500)
    assert row.words.width() == pytest.approx(500, abs=20)
    assert row.buttons[-1].geometry().right() == pytest.approx(row.width(), abs=4)
    assert len({button.y() for button in row.buttons}) == 1


@pytest.mark.parametrize("spare", [-300, -100, 0, length(READABLE) - 30])
def test_without_room_the_buttons_go_below_and_nothing_is_cut(qtbot: QtBot, spare: int) -> None:
    row = Row()
    wide = max(row.beside + spare, *(button.sizeHint().width() for button in row.buttons))
    row.shown(qtbot, wide)
    assert row.buttons[0].y() >= row.words.geometry().bottom()
    assert row.words.height() >= row.words.heightForWidth(row.words.width())
    for button in row.buttons:
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= row.width()


def test_the_least_width_is_that_of_the_widest_part(qtbot: QtBot) -> None:
    row = Row()
    qtbot.addWidget(row)
    widest = max(button.minimumSizeHint().width() for button in row.buttons)
    assert row.minimumSizeHint().width() <= max(widest, row.words.minimumSizeHint().width())


def test_without_words_the_buttons_begin_the_row(qtbot: QtBot) -> None:
    row = Row()
    row.words.hide()
    row.shown(qtbot, 600)
    assert row.buttons[0].x() == 0


def test_words_of_several_lines_may_lead_too(qtbot: QtBot) -> None:
    words = QVBoxLayout()
    first, second = Label("First"), Label(WORDS)
    for line in (first, second):
        words.addWidget(line)
    row = Row(words).shown(qtbot, 900)
    assert second.y() > first.y()
    assert row.buttons[0].x() > second.geometry().right()
    assert first.parentWidget() is row
