"""The screen of a locked office: it covers everything until someone with a key comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from resources.text import _
from ui.admin.cover_page import CoverPage
from ui.palette import Role
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.fields import PasswordField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from app.admin.rules import WaysIn
    from app.errors import Problem


class LockScreen(CoverPage):
    """Asks for the passphrase or the recovery key; a demo office opens with one button."""

    passphrase_typed = Signal(str)
    recovery_key_typed = Signal(str)
    password_typed = Signal(str, str)
    """Login and password of a shared office."""
    keyring_wanted = Signal()
    demo_wanted = Signal()
    other_wanted = Signal()
    """The person wants to open another office."""

    def __init__(self, office_name: str) -> None:
        """Cover the office `office_name`; nothing is offered before `show_ways`."""
        super().__init__(_("{office} is locked").format(office=office_name), " ", width=600)
        self.column.insertWidget(0, IconLabel("lock", Role.PRIMARY, 32))
        self._ways: WaysIn | None = None
        self._by_recovery = False
        self.passphrase = PasswordField()
        self.recovery_key = TextField(max_length=200)
        self.login = TextField(max_length=63)
        self.password = PasswordField()
        self.form = Form()
        self._login_part = self.form.add("login", _("Login"), self.login)
        self._password_part = self.form.add("password", _("Password"), self.password)
        self._passphrase_part = self.form.add("passphrase", _("Passphrase"), self.passphrase)
        self._recovery_part = self.form.add(
            "recovery_key",
            _("Recovery key"),
            self.recovery_key,
            hint=_("Spaces, dashes and small letters do not matter."),
        )
        self.open_button = primary_button(_("Open office"), "unlock")
        self.open_button.clicked.connect(self.go_on)
        self.switch_button = quiet_button("")
        self.switch_button.clicked.connect(self._on_switched)
        self.other_button = quiet_button(_("Open another office"))
        self.other_button.clicked.connect(self.other_wanted)
        self._waiting = quiet("")
        self.column.addWidget(self.form)
        self.add_buttons(self.open_button, self.switch_button, self.other_button)
        self.column.addWidget(self._waiting)
        self._answer_return()
        self._arrange()

    def _answer_return(self) -> None:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_return)

    def show_ways(self, ways: WaysIn) -> None:
        """Offer the ways in; the passphrase first."""
        self._ways = ways
        self._by_recovery = not ways.passphrase and not ways.keyring and not ways.is_demo
        self.login.set_value(ways.login)
        self.show_busy(busy=False)
        self._arrange()
        self.begin()

    def begin(self) -> None:
        """Put the focus where opening begins."""
        (self._first_field() or self.open_button).setFocus()

    def _first_field(self) -> PasswordField | TextField | None:
        """Answer where opening begins; None where a button is enough."""
        if self._by_recovery:
            return self.recovery_key
        if self._ways is None or not self._ways.passphrase:
            return None
        if not self._ways.is_shared:
            return self.passphrase
        return self.password if self.login.value() else self.login

    def go_on(self) -> None:
        """Open with what was typed."""
        if self._ways is None or not self.open_button.isEnabled():
            return
        self.form.clear_problems()
        self.show_busy(busy=True)
        if self._by_recovery:
            self.recovery_key_typed.emit(self.recovery_key.value())
        elif self._ways.is_shared:
            self.password_typed.emit(self.login.value().strip(), self.password.value())
        elif self._ways.is_demo:
            self.demo_wanted.emit()
        elif self._ways.passphrase:
            self.passphrase_typed.emit(self.passphrase.value())
        else:
            self.keyring_wanted.emit()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say why it did not open; what was typed stays."""
        self.show_busy(busy=False)
        self.form.show()
        self.form.show_problems(problems)
        field = self._first_field() or self.passphrase
        field.setFocus()
        field.selectAll()

    def show_busy(self, *, busy: bool) -> None:
        """Hold the button while the office is being opened."""
        self.open_button.setEnabled(not busy)
        self._waiting.setText(_("Opening the office …") if busy else "")

    def _arrange(self) -> None:
        ways = self._ways
        self._recovery_part.setVisible(self._by_recovery)
        is_typed = not self._by_recovery and ways is not None and ways.passphrase
        is_shared = ways is not None and ways.is_shared
        self._passphrase_part.setVisible(is_typed and not is_shared)
        for part in (self._login_part, self._password_part):
            part.setVisible(is_typed and is_shared)
        self.form.setVisible(self._by_recovery or is_typed)
        self.open_button.setVisible(ways is not None)
        self.other_button.setVisible(ways is not None)
        two = ways is not None and ways.recovery and (ways.passphrase or ways.keyring)
        self.switch_button.setVisible(two)
        self.switch_button.setText(
            _("Use the passphrase") if self._by_recovery else _("Use the recovery key")
        )
        self.sentence.setText(self._what_to_do())
        if ways is not None and ways.is_suitcase:
            self.open_button.setText(_("Open suitcase"))
            self.sentence.setText(
                _("Type the passphrase that was chosen when the suitcase was packed.")
            )

    def _what_to_do(self) -> str:
        if self._ways is None:
            return " "
        if self._ways.is_demo:
            return _("A demo office has no passphrase. One click opens it again.")
        if self._by_recovery:
            return _("Type the key from the paper that was printed when the office was made.")
        if self._ways.is_shared:
            return _("Type your password. You come back to where you were.")
        if self._ways.passphrase:
            return _("Type your passphrase. You come back to where you were.")
        return _("This computer's keyring opens it. You come back to where you were.")

    def _on_switched(self) -> None:
        self._by_recovery = not self._by_recovery
        self.form.clear_problems()
        self._arrange()
        self.begin()

    def _on_return(self) -> None:
        if self.switch_button.hasFocus():
            self._on_switched()
        elif self.other_button.hasFocus():
            self.other_wanted.emit()
        else:
            self.go_on()
