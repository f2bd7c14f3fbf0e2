"""Last step of making an office: typing the recovery key from paper proves that it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _
from ui.admin.step_page import STEPS, StepPage
from ui.widgets.fields import PasswordField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.errors import Problem

_LONGEST = 200


class RetypeStep(StepPage):
    """One field for the whole key; spaces, dashes and small letters do not matter."""

    typed = Signal(str)
    """The key as typed, to be checked before the office is made."""

    def __init__(self, number: int = STEPS, of: int = STEPS, onward: str = "") -> None:
        """Begin empty; `onward` is the verb that the key is typed for."""
        super().__init__(
            number,
            _("Type the recovery key from your paper"),
            _("This shows that the paper can be read, before anything depends on it."),
            of=of,
            onward=onward or _("Create office"),
        )
        self.key = TextField(max_length=_LONGEST)
        self.passphrase = PasswordField()
        self.form = Form()
        self.form.add(
            "recovery_key",
            _("Recovery key"),
            self.key,
            hint=_("Spaces, dashes and small letters do not matter."),
        )
        self._passphrase_part = self.form.add(
            "passphrase",
            _("Your passphrase"),
            self.passphrase,
            hint=_("It stays the same; the new key is locked with it, too."),
        )
        self.column.addWidget(self.form)
        self._passphrase_part.hide()
        self.finish_column()

    def ask_passphrase(self) -> None:
        """Ask for the passphrase as well, as where an office has one already."""
        self._passphrase_part.show()

    def begin(self) -> None:
        """Come to this step."""
        self.form.clear_problems()
        self.key.setFocus()

    def go_on(self) -> None:
        """Hand the typed key over; the office is made when it is the right one."""
        self.form.clear_problems()
        self.typed.emit(self.key.value())

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong, such as the group with the typing mistake."""
        self.form.show_problems(problems)

    def show_busy(self, *, busy: bool) -> None:
        """Hold the buttons while the office is being made."""
        self.next_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
