"""Typing a new passphrase twice, with a sentence about its strength."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.admin.rules import Strength, check_passphrase, passphrase_strength
from resources.text import _
from ui.admin.remark import Remark
from ui.widgets.fields import PasswordField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.errors import Problem

_TONES = {Strength.TOO_WEAK: "danger", Strength.FAIR: "attention", Strength.GOOD: "done"}


class NewPassphrase(QWidget):
    """Two fields that can be shown in clear and pasted into."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.first = PasswordField()
        self.second = PasswordField()
        self.strength = Remark()
        self.form = Form()
        self.form.add(
            "passphrase",
            _("Passphrase"),
            self.first,
            hint=_("Nobody can tell it to you if you forget it."),
        )
        self.form.add("repeated", _("The same passphrase again"), self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.strength)
        self.first.changed.connect(self._on_changed)
        self.second.changed.connect(self.changed)
        self._on_changed()

    def value(self) -> str:
        """Answer the passphrase as typed in the first field."""
        return self.first.value()

    def check(self) -> bool:
        """Show what is wrong beside the field; answer whether nothing is."""
        problems = self.problems()
        self.form.clear_problems()
        if problems:
            self.form.show_problems(problems)
        return not problems

    def problems(self) -> tuple[Problem, ...]:
        """Answer what keeps this passphrase from being used."""
        return check_passphrase(self.first.value(), self.second.value())

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.set_value("")
        self.second.set_value("")
        self.form.clear_problems()

    def _on_changed(self) -> None:
        typed = self.first.value()
        strength = passphrase_strength(typed)
        if typed:
            self.strength.say(_(strength.value), _TONES[strength])
        else:
            self.strength.say(
                _("Four or more words that do not belong together are best."), "plain"
            )
        self.changed.emit()
