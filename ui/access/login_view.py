"""A login with its new password: shown once, to be told to the colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, quiet, strong, text

if TYPE_CHECKING:
    from app.server.logins import GivenLogin


class LoginView(QWidget):
    """The password is forgotten when the card is closed."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._head = heading("")
        self.login = strong("").selectable()
        self.password = strong("").selectable()
        self.copy_button = plain_button(_("Copy the password"), "copy")
        self.close_button = primary_button(_("I have told it"))
        card = Card()
        card.add(self._head)
        card.add(quiet(_("Login")))
        card.add(self.login)
        card.add(quiet(_("Password")))
        card.add(self.password)
        card.add(
            text(
                _(
                    "The password is shown this once. Tell it by telephone or hand it over on "
                    "paper; the colleague changes it under More, Shared office."
                )
            )
        )
        row = FlowLayout(gap=spacing(8))
        row.addWidget(self.close_button)
        row.addWidget(self.copy_button)
        card.add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self._on_close)

    def show_login(self, given: GivenLogin) -> None:
        """Show a login that was just given."""
        self._head.setText(_("Login of {name}").format(name=given.name))
        self.login.setText(given.login)
        self.password.setText(given.password)
        self.close_button.setFocus()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.password.text())

    def _on_close(self) -> None:
        self.login.setText("")
        self.password.setText("")
        self.closed.emit()
