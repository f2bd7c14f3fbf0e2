"""The Tab key goes through what is in sight, in the order in which it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.codes_field import CodesField
from ui.widgets.tab_order import begin_in, move_on, seen_around

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def shown(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    qtbot.waitUntil(window.isVisible)
    window.activateWindow()


def round_of(window: QWidget, first: QWidget, *, forwards: bool = True) -> list[QWidget]:
    """Answer where the key goes from a widget until it is there again."""
    reached, at = [], first
    while True:
        assert move_on(window, at, forwards=forwards)
        at = window.focusWidget()
        reached.append(at)
        if at is first:
            return reached


def test_tab_goes_as_laid_out_and_not_as_made(qtbot: QtBot, window: QWidget) -> None:
    last, first, middle = QLineEdit(), QLineEdit(), QLineEdit()
    column, row = QVBoxLayout(window), QHBoxLayout()
    column.addWidget(first)
    column.addLayout(row)
    row.addWidget(middle)
    column.addWidget(last)
    shown(qtbot, window)
    assert round_of(window, first) == [middle, last, first]
    assert round_of(window, first, forwards=False) == [last, middle, first]


def test_a_grid_is_read_line_by_line(qtbot: QtBot, window: QWidget) -> None:
    grid = QGridLayout(window)
    fields = {(line, column): QLineEdit() for column in (1, 0) for line in (1, 0)}
    for (line, column), field in fields.items():
        grid.addWidget(field, line, column)
    shown(qtbot, window)
    places = [(0, 1), (1, 0), (1, 1), (0, 0)]
    assert round_of(window, fields[0, 0]) == [fields[place] for place in places]


def test_what_is_hidden_disabled_or_only_clicked_is_passed_over(
    qtbot: QtBot, window: QWidget
) -> None:
    first, hidden, off, words, last = (
        QLineEdit(), QLineEdit(), QPushButton("Off"), QLabel("Words"), QPushButton("Last"),
    )  # fmt: skip
    column = QVBoxLayout(window)
    for part in (first, hidden, off, words, last):
        column.addWidget(part)
    hidden.hide()
    off.setEnabled(False)
    shown(qtbot, window)
    assert round_of(window, first) == [last, first]


def test_the_tabs_come_before_what_they_show(qtbot: QtBot, window: QWidget) -> None:
    tabs, inside = QTabWidget(), QLineEdit()
    tabs.addTab(inside, "Tab")
    tabs.addTab(QLineEdit(), "Other")
    QVBoxLayout(window).addWidget(tabs)
    shown(qtbot, window)
    assert round_of(window, inside) == [tabs.tabBar(), inside]


def test_a_list_comes_before_what_is_shown_beside_it(qtbot: QtBot, window: QWidget) -> None:
    before, rows, detail = QLineEdit(), QLineEdit(), QLineEdit()
    splitter = QSplitter()
    column = QVBoxLayout(window)
    for part in (before, splitter):
        column.addWidget(part)
    for part in (rows, detail):
        splitter.addWidget(part)
    shown(qtbot, window)
    assert round_of(window, before) == [rows, detail, before]


def test_from_what_is_no_stop_the_key_goes_on_at_its_place(qtbot: QtBot, window: QWidget) -> None:
    first, box, after = QLineEdit(), QScrollArea(), QLineEdit()
    words = QLabel("Words")
    box.setWidget(words)
    column = QVBoxLayout(window)
    for part in (first, box, after):
        column.addWidget(part)
    shown(qtbot, window)
    assert move_on(window, words, forwards=True)
    assert window.focusWidget() is after


@pytest.mark.parametrize("forwards", [True, False])
def test_chips_are_left_together_from_any_of_them(
    qtbot: QtBot, window: QWidget, *, forwards: bool
) -> None:
    before, after, chips = QLineEdit(), QLineEdit(), CodesField([("a", "A"), ("b", "B")])
    column = QVBoxLayout(window)
    for part in (QLineEdit(), before, chips, after):
        column.addWidget(part)
    shown(qtbot, window)
    chip = chips.findChildren(QPushButton)[1]
    chip.setFocus()
    assert move_on(window, chip, forwards=forwards)
    assert window.focusWidget() is (after if forwards else before)


@pytest.mark.parametrize("forwards", [True, False])
def test_from_a_card_itself_the_key_goes_into_it_or_before_it(
    qtbot: QtBot, window: QWidget, *, forwards: bool
) -> None:
    before, inside, card = QLineEdit(), QLineEdit(), QWidget()
    QVBoxLayout(card).addWidget(inside)
    column = QVBoxLayout(window)
    for part in (QLineEdit(), before, card, QLineEdit()):
        column.addWidget(part)
    shown(qtbot, window)
    card.setFocus()
    assert move_on(window, card, forwards=forwards)
    assert window.focusWidget() is (inside if forwards else before)


def test_what_is_reached_is_scrolled_into_sight(qtbot: QtBot, window: QWidget) -> None:
    area, long = QScrollArea(), QWidget()
    column = QVBoxLayout(long)
    fields = [QLineEdit() for _number in range(40)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(long)
    QVBoxLayout(window).addWidget(area)
    window.resize(300, 200)
    shown(qtbot, window)
    assert fields[-1].visibleRegion().isEmpty()
    assert move_on(window, fields[-2], forwards=True)
    assert not fields[-1].visibleRegion().isEmpty()


def test_the_focus_begins_at_the_first_stop_where_there_is_one(
    qtbot: QtBot, window: QWidget
) -> None:
    empty, full = QWidget(), QWidget()
    field = QLineEdit()
    inner = QVBoxLayout(full)
    inner.addWidget(QLabel("Words"))
    inner.addWidget(field)
    column = QVBoxLayout(window)
    column.addWidget(empty)
    column.addWidget(full)
    shown(qtbot, window)
    assert not begin_in(empty)
    assert not move_on(empty, empty, forwards=True)
    assert begin_in(full)
    assert window.focusWidget() is field


def test_around_a_hidden_widget_the_nearest_one_in_sight_is_found(
    qtbot: QtBot, window: QWidget
) -> None:
    card = QWidget()
    box = QWidget()
    field = QLineEdit()
    QVBoxLayout(window).addWidget(card)
    QVBoxLayout(card).addWidget(box)
    QVBoxLayout(box).addWidget(field)
    shown(qtbot, window)
    assert seen_around(field) is box
    box.hide()
    assert seen_around(field) is card
    window.hide()
    assert seen_around(field) is None
