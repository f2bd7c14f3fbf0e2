"""The columns of a list: ticked, moved by key and button, some always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from tests.ui.widgets.hands import bring_forward, click
from ui.widgets.column_chooser import ColumnChooser

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OPTIONS = [("name", "Name"), ("age", "Age"), ("phone", "Phone"), ("area", "Area")]


@pytest.fixture
def chooser(qtbot: QtBot) -> ColumnChooser:
    chooser = ColumnChooser(OPTIONS, ["name", "phone"], always=["name"])
    qtbot.addWidget(chooser)
    bring_forward(qtbot, chooser)
    return chooser


def _lines(chooser: ColumnChooser) -> QListWidget:
    return chooser.findChildren(QListWidget)[0]


def test_chosen_columns_stand_on_top_in_their_order(chooser: ColumnChooser) -> None:
    assert chooser.value() == ("name", "phone")
    assert [_lines(chooser).item(at).text() for at in range(4)] == ["Name", "Phone", "Age", "Area"]


def test_a_column_is_chosen_with_the_space_bar(qtbot: QtBot, chooser: ColumnChooser) -> None:
    _lines(chooser).setCurrentRow(2)

    with qtbot.waitSignal(chooser.changed):
        qtbot.keyClick(_lines(chooser), Qt.Key.Key_Space)

    assert chooser.value() == ("name", "phone", "age")


def test_the_name_of_the_row_cannot_be_taken_away(qtbot: QtBot, chooser: ColumnChooser) -> None:
    _lines(chooser).setCurrentRow(0)
    qtbot.keyClick(_lines(chooser), Qt.Key.Key_Space)

    assert chooser.value() == ("name", "phone")


def test_columns_are_moved_with_alt_and_arrows(qtbot: QtBot, chooser: ColumnChooser) -> None:
    lines = _lines(chooser)
    lines.setCurrentRow(1)
    qtbot.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chooser.value() == ("phone", "name")

    qtbot.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(lines, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert chooser.value() == ("name", "phone")
    assert lines.currentRow() == 1


def test_columns_are_moved_with_buttons(chooser: ColumnChooser) -> None:
    click(chooser, "Move down (Alt+Down)")

    assert chooser.value() == ("phone", "name")
    click(chooser, "Move up (Alt+Up)")
    assert chooser.value() == ("name", "phone")


def test_columns_that_no_longer_exist_are_left_out(chooser: ColumnChooser) -> None:
    chooser.set_value(["gone", "area"])

    assert chooser.value() == ("name", "area")
