"""What is known stands beside its name; what is not known takes no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from ui.clients.fact_grid import FactGrid
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_only_what_is_known_is_shown(qtbot: QtBot) -> None:
    grid = FactGrid(["Phone", "E-mail"])
    qtbot.addWidget(grid)
    grid.show_facts(["0211 899", ""])
    assert grid.facts() == {"Phone": "0211 899"}
    grid.show_facts(["", "a@example.org"])
    assert grid.facts() == {"E-mail": "a@example.org"}


def test_a_fact_is_read_with_its_name_and_can_be_copied(qtbot: QtBot) -> None:
    grid = FactGrid(["Phone"])
    qtbot.addWidget(grid)
    grid.show_facts(["<b>0211</b>"])
    value = next(label for label in grid.findChildren(Label) if "0211" in label.text())
    assert value.accessibleName() == "Phone: <b>0211</b>"
    assert value.textFormat() == Qt.TextFormat.PlainText
    grid.resize(400, 40)
    grid.show()
    qtbot.mouseDClick(value, Qt.MouseButton.LeftButton, pos=QPoint(12, value.height() // 2))
    assert value.selectedText()
