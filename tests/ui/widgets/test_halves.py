"""Two halves stand side by side or below each other, as the page has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.halves import Halves

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_halves_go_below_each_other_where_the_page_is_narrow(qtbot: QtBot) -> None:
    first, second = QLabel("first"), QLabel("second")
    first.setMinimumWidth(250)
    second.setMinimumWidth(400)
    page = QWidget()
    qtbot.addWidget(page)
    halves = Halves(first, second, page, wide=600)
    halves.resize(800, 400)
    page.show()
    assert halves.is_side_by_side()
    halves.resize(420, 400)
    qtbot.waitUntil(lambda: not halves.is_side_by_side())
    assert halves.minimumSizeHint().width() == 400
    qtbot.waitUntil(lambda: first.y() < second.y())
