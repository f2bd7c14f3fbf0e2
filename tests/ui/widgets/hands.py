"""What a person's hands do in a test: press a button by its name, bring a window forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def click(part: QWidget, name: str) -> None:
    """Press the button with an accessible name."""
    buttons = part.findChildren(QAbstractButton)
    next(button for button in buttons if button.accessibleName() == name).click()


def bring_forward(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and give it the keyboard."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
