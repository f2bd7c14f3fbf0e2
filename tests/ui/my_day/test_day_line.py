"""A line of My day cuts none of its words: without the room its parts stand below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ui.my_day.day_line import SIDE_BY_SIDE, DayLine
from ui.my_day.day_row import DayRow, RowStatus
from ui.style import length
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROW = DayRow(
    "concern:1",
    "Doris Klein",
    "Nobody opened: the contact persons come next",
    Place("concerns"),
    when="08:05",
    status=RowStatus("To be done at once", "danger", "warning"),
    verb="Write down what was done",
)


@pytest.fixture
def card(qtbot: QtBot) -> QWidget:
    """Answer what a line stands in: a window of its own would be as wide as its parts want."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _shown(qtbot: QtBot, card: QWidget, row: DayRow, more: int) -> DayLine:
    """Show a line so many pixels wider than the least for parts side by side.

    Never narrower than a layout lets it become: its widest part is its least width.
    """
    line = DayLine(row, card)
    least = max(length(SIDE_BY_SIDE), line.minimumSizeHint().width())
    line.setGeometry(0, 0, least + more, 200)
    card.show()
    qtbot.waitExposed(card)
    _laid_out(line)
    return line


def _laid_out(line: DayLine) -> None:
    """Give the parts their places now: a layout otherwise waits for its turn."""
    layout = line.layout()
    assert layout is not None
    layout.activate()


@pytest.mark.parametrize("more", [0, 60, 160, 600])
def test_no_button_is_narrower_than_its_words(qtbot: QtBot, card: QWidget, more: int) -> None:
    line = _shown(qtbot, card, ROW, more)
    assert line.button.width() >= line.button.sizeHint().width()


def test_a_line_that_gets_a_long_button_finds_room_for_it(qtbot: QtBot, card: QWidget) -> None:
    short = DayRow("task:1", "Stove", "", Place("tasks"), when="Today")
    line = _shown(qtbot, card, short, 60)
    line.show_row(ROW)
    _laid_out(line)
    assert line.button.width() >= line.button.sizeHint().width()
