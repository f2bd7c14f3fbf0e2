"""Tab goes as things are laid out, also to what was added later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.tab_order import begin_in, move_on, seen_around

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page with a field, a button that adds rows above itself, and a last field."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(_field("first"))
    layout.addWidget(QPushButton("add"))
    layout.addWidget(_field("last"))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    return field


def _walk(page: QWidget, *, forwards: bool = True) -> list[str]:
    """Answer what Tab stops at in one round."""
    names: list[str] = []
    QApplication.processEvents()
    begin_in(page)
    while (focused := QApplication.focusWidget()) is not None:
        names.append(focused.objectName() or type(focused).__name__)
        assert move_on(page, focused, forwards=forwards)
        if QApplication.focusWidget() is page.findChild(QLineEdit, "first"):
            return names
    return names


def test_a_row_that_was_added_later_comes_where_it_stands(page: QWidget) -> None:
    row = QWidget()
    inner = QHBoxLayout(row)
    for name in ("given name", "family name"):
        inner.addWidget(_field(name))
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(1, row)
    row.show()

    assert _walk(page) == ["first", "given name", "family name", "QPushButton", "last"]
    assert _walk(page, forwards=False) == [
        "first", "last", "QPushButton", "family name", "given name",
    ]  # fmt: skip


def test_what_is_hidden_or_disabled_is_left_out(page: QWidget) -> None:
    page.findChildren(QPushButton)[0].hide()
    last = page.findChild(QLineEdit, "last")
    assert last is not None
    last.setEnabled(False)

    assert _walk(page) == ["first"]


def test_a_grid_is_read_line_by_line_however_it_was_filled(page: QWidget) -> None:
    grid = QGridLayout()
    for name, line, column in (("d", 1, 1), ("b", 0, 1), ("c", 1, 0), ("a", 0, 0)):
        grid.addWidget(_field(name), line, column)
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addLayout(grid)

    assert _walk(page) == ["first", "QPushButton", "last", "a", "b", "c", "d"]


def test_tabs_come_before_what_they_show(page: QWidget) -> None:
    tabs = QTabWidget()
    for name in ("shown", "behind"):
        tabs.addTab(_field(name), name)
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(tabs)

    assert _walk(page) == ["first", "QPushButton", "last", "qt_tabwidget_tabbar", "shown"]


def test_what_surrounds_something_hidden_is_found(page: QWidget) -> None:
    holder = QWidget(page)
    inner = QLineEdit(holder)

    assert seen_around(inner) is page
