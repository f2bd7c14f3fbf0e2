"""Changing the own password of a shared office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from resources.text import _
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.fields import PasswordField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from pathlib import Path

    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class PasswordCard(Card):
    """Three fields; afterwards the office is opened anew."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin empty."""
        super().__init__(_("Your password"))
        self._desk = desk
        self.place: Path | None = None
        """The profile of the office that is open."""
        self.old, self.new, self.repeated = PasswordField(), PasswordField(), PasswordField()
        self.form = Form()
        self.form.add("old", _("Password so far"), self.old)
        self.form.add(
            "new",
            _("New password"),
            self.new,
            hint=_("At least 12 characters. Several words are easy to remember."),
        )
        self.form.add("repeated", _("The same password again"), self.repeated)
        self.change_button = plain_button(_("Change the password"), "save")
        self.change_button.clicked.connect(self._on_change)
        row = QHBoxLayout()
        row.addWidget(self.change_button)
        row.addStretch(1)
        self.add(self.form)
        self.add(row)

    def clear(self) -> None:
        """Forget what was typed."""
        self.form.clear_problems()
        for field in (self.old, self.new, self.repeated):
            field.set_value("")
        self.change_button.setEnabled(True)

    def _on_change(self) -> None:
        if self.place is None:
            return
        from app.server.own_password import (  # noqa: PLC0415 - brings the library of the server
            change_password,
        )

        self.form.clear_problems()
        self.change_button.setEnabled(False)
        typed = (self.old.value(), self.new.value(), self.repeated.value())
        pending = self._desk.run(change_password, self.place, *typed).then(self._on_changed)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_changed(self, _done: None) -> None:
        self.clear()
        self.changed.emit()

    def _on_refused(self, error: Refused) -> None:
        self.change_button.setEnabled(True)
        self.form.show_problems(error.problems)

    def _on_unavailable(self, error: Unavailable) -> None:
        self.change_button.setEnabled(True)
        self.form.show_problems((error.problem, error.remedy))
