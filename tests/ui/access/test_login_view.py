"""Requirements of a new login in the window: copied, told, and then forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.server.logins import GivenLogin
from ui.access.login_view import LoginView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_password_is_shown_once(qtbot: QtBot) -> None:
    view = LoginView()
    qtbot.addWidget(view)
    closed: list[bool] = []
    view.closed.connect(lambda: closed.append(True))
    view.show_login(GivenLogin("Petra Weber", "petra_weber", "dakure-minofa"))
    view.copy_button.click()
    assert QApplication.clipboard().text() == "dakure-minofa"

    view.close_button.click()

    assert closed
    assert view.password.text() == ""
