"""The password of an exported file: wanted unless it is switched off, typed twice, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.exchange.writing.rules import SEAL_RULE, check_password
from resources.text import _
from ui.widgets.fields import CheckField, PasswordField

if TYPE_CHECKING:
    from app.errors import Problem
    from ui.widgets.form import Form


class SealFields(QObject):
    """Adds a switch and two fields to a form; off, the fields are not asked."""

    def __init__(self, form: Form) -> None:
        """Begin with a password wanted."""
        super().__init__(form)
        self._form = form
        self.wanted = CheckField(_("Protect with a password"))
        self.wanted.set_value(True)
        self.first, self.second = PasswordField(SEAL_RULE.longest), PasswordField(SEAL_RULE.longest)
        switch = _("The file comes in an encrypted ZIP archive. 7-Zip, WinRAR and Keka open it.")
        kept = _("It is kept nowhere: tell it to whoever gets the file, but not in the same mail.")
        form.add("is_sealed", "", self.wanted, hint=switch)
        form.begin_row()
        form.add("password", _("Password"), self.first, hint=kept)
        form.add("repeated", _("The same password again"), self.second)
        form.end_row()
        self.wanted.changed.connect(self._on_wanted_changed)

    def is_wanted(self) -> bool:
        """Answer whether the file is to be protected."""
        return self.wanted.value()

    def password(self) -> str:
        """Answer what is typed; "" where no password is wanted."""
        return self.first.value() if self.is_wanted() else ""

    def forget(self) -> None:
        """Let go of what was typed: it has done its work."""
        self.first.set_value("")
        self.second.set_value("")

    def problems(self) -> tuple[Problem, ...]:
        """Answer what keeps the password from protecting the file."""
        if not self.is_wanted():
            return ()
        return check_password(self.first.value(), self.second.value())

    def _on_wanted_changed(self) -> None:
        """Ask for a password, or ask no longer: what was typed is let go."""
        for name, field in (("password", self.first), ("repeated", self.second)):
            self._form.field(name).setVisible(self.is_wanted())
            if not self.is_wanted():
                field.set_value("")
