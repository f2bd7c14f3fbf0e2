"""The cover over the window: as large as the window, and nothing below it in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QMainWindow

from ui.admin.cover import Cover
from ui.admin.waiting_page import WaitingPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with one field, which has the focus."""
    window = QMainWindow()
    qtbot.addWidget(window)
    field = QLineEdit()
    window.setCentralWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    return window


def test_it_stays_as_large_as_the_window(window: QMainWindow, qtbot: QtBot) -> None:
    cover = Cover(window)
    cover.show_screen(WaitingPage("One moment", "Working"))
    window.resize(900, 700)
    qtbot.waitUntil(lambda: cover.geometry() == window.rect())


def test_what_is_below_is_hidden_and_gets_the_focus_back(window: QMainWindow) -> None:
    cover = Cover(window)
    field = window.centralWidget()
    assert field is not None
    cover.show_screen(WaitingPage("One moment", "Working"))
    assert not field.isVisible()
    cover.lift()
    assert field.isVisible()
    assert field.hasFocus()
    assert cover.current() is None


def test_a_field_that_went_away_meanwhile_is_no_harm(window: QMainWindow, qtbot: QtBot) -> None:
    cover = Cover(window)
    cover.show_screen(WaitingPage("One moment", "Working"))
    field = window.takeCentralWidget()
    assert field is not None
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()
    cover.lift()


def test_one_screen_takes_the_place_of_another(window: QMainWindow) -> None:
    cover = Cover(window)
    first, second = WaitingPage("First", ""), WaitingPage("Second", "")
    cover.show_screen(first)
    cover.show_screen(second)
    assert cover.current() is second
