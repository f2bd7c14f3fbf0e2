"""A page asks for the height that its wrapped sentences need at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ui.widgets.labels import Label
from ui.widgets.tall_page import TallPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SENTENCE = "Everybody who waits was looked at, and nobody could be brought together better. " * 3


def _page(qtbot: QtBot, width: int) -> TallPage:
    page = TallPage()
    layout = QVBoxLayout(page)
    layout.addWidget(Label(SENTENCE))
    qtbot.addWidget(page)
    page.resize(width, 400)
    page.show()
    layout.activate()
    return page


def test_a_narrow_page_asks_for_all_lines_of_a_sentence(qtbot: QtBot) -> None:
    page = _page(qtbot, 200)
    (label,) = page.findChildren(Label)
    assert page.minimumSizeHint().height() >= label.heightForWidth(label.width())


def test_a_wide_page_asks_for_less(qtbot: QtBot) -> None:
    assert _page(qtbot, 900).minimumSizeHint().height() < (
        _page(qtbot, 200).minimumSizeHint().height()
    )
