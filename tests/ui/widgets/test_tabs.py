"""Tabs ask for the room of the page that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def page(height: int) -> QWidget:
    inner = QWidget()
    inner.setMinimumHeight(height)
    outer = QWidget()
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inner)
    return outer


def test_a_hidden_page_needs_no_room(qtbot: QtBot) -> None:
    tabs = Tabs("Parts")
    qtbot.addWidget(tabs)
    assert tabs.accessibleName() == "Parts"
    tabs.addTab(page(100), "Low")
    tabs.addTab(page(700), "High")
    bar = tabs.tabBar().minimumSizeHint().height()
    assert tabs.minimumSizeHint().height() == bar + 100
    tabs.setCurrentIndex(1)
    assert tabs.minimumSizeHint().height() == bar + 700
