"""Joining a shared office: the connection profile, login and password, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.errors import Problem
from app.server.joining import Credentials, read_profile_file
from app.server.places import SUFFIX
from app.text_rules import MISSING
from resources.text import _, say
from ui.admin.cover_page import CoverPage
from ui.admin.office_jobs import join
from ui.admin.remark import Remark
from ui.sharing.keyring_choice import KeyringChoice
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.fields import PasswordField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.server.rules.profile import Profile
    from ui.admin.office_jobs import Joined
    from ui.desk import Desk

_LONGEST_LOGIN = 63


class JoinPage(CoverPage):
    """Tries the way in before anything is kept; what was typed stays when it fails."""

    joined = Signal(object)
    """A `Joined`."""
    back_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin without a profile."""
        super().__init__(
            _("Join a shared office"),
            _(
                "The administrator of the office gives you a connection profile, a login and a "
                "password."
            ),
            width=600,
        )
        self._desk = desk
        self._file: Path | None = None
        self._is_busy = False
        self._add_profile()
        self._add_form()
        self.join_button = primary_button(_("Join"), "unlock")
        self.back_button = plain_button(_("Back"))
        self.join_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.back_wanted)
        self.add_buttons(self.join_button, self.back_button)
        self._waiting = quiet("")
        self.column.addWidget(self._waiting)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_return)

    def _add_profile(self) -> None:
        self.choose_button = plain_button(_("Choose the connection profile"), "open")
        self.choose_button.clicked.connect(self._on_choose)
        self.profile_state = Remark(_("Its name ends in {suffix}.").format(suffix=SUFFIX))
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.profile_state)

    def _add_form(self) -> None:
        self.login = TextField(max_length=_LONGEST_LOGIN)
        self.password = PasswordField()
        self.form = Form()
        self.form.add("login", _("Login"), self.login, hint=_("Such as petra_weber."))
        self.form.add("password", _("Password"), self.password)
        self.keyring = KeyringChoice(self._desk)
        self.column.addWidget(self.form)
        self.column.addWidget(self.keyring)

    def begin(self) -> None:
        """Put the focus where joining begins."""
        self.choose_button.setFocus()

    def look_at(self, file: Path) -> None:
        """Read a profile and say which office it leads to."""
        self._file = None
        pending = self._desk.run(_looked_at, file).then(self._on_profile_read)
        pending.if_refused(self._on_profile_refused).if_unavailable(self._on_profile_failed)

    def go_on(self) -> None:
        """Join with what was typed."""
        self.form.clear_problems()
        if self._is_busy:
            return
        if self._file is None:
            self.profile_state.say(_("Choose the connection profile first."), "attention")
            self.choose_button.setFocus()
            return
        if missing := self._missing():
            self.form.show_problems(missing)
            return
        self._show_busy(busy=True)
        credentials = Credentials(self.login.value().strip(), self.password.value())
        pending = self._desk.run(join, self._file, credentials, remember=self.keyring.value())
        pending.then(self._on_joined).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _missing(self) -> tuple[Problem, ...]:
        typed = {"login": self.login.value().strip(), "password": self.password.value()}
        return tuple(Problem(MISSING, name) for name, text in typed.items() if not text)

    def _show_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.join_button.setEnabled(not busy)
        self._waiting.setText(_("Asking the server …") if busy else "")

    def _on_choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            _("Choose the connection profile"),
            str(Path.home()),
            _("Connection profiles") + f" (*{SUFFIX})",
        )
        if chosen:
            self.look_at(Path(chosen))

    def _on_profile_read(self, found: tuple[Path, Profile]) -> None:
        self._file, profile = found
        sentence = _("{office} on the server {host}")
        host = profile.host or _("of this computer")
        self.profile_state.say(sentence.format(office=profile.name, host=host), "done")
        if profile.login and not self.login.value():
            self.login.set_value(profile.login)
        (self.password if self.login.value() else self.login).setFocus()

    def _on_profile_refused(self, error: Refused) -> None:
        sentences = " ".join(say(problem) for problem in error.problems)
        self.profile_state.say(sentences, "danger")

    def _on_profile_failed(self, error: Unavailable) -> None:
        self.profile_state.say(f"{say(error.problem)} {say(error.remedy)}".strip(), "danger")

    def _on_joined(self, joined: Joined) -> None:
        self.password.set_value("")
        self.joined.emit(joined)

    def _on_refused(self, error: Refused) -> None:
        self._show_busy(busy=False)
        self.form.show_problems(error.problems)
        self.password.selectAll()

    def _on_unavailable(self, error: Unavailable) -> None:
        self._show_busy(busy=False)
        self.form.show_problems((error.problem, error.remedy))

    def _on_return(self) -> None:
        if self.choose_button.hasFocus():
            self._on_choose()
        elif self.back_button.hasFocus():
            self.back_wanted.emit()
        else:
            self.go_on()


def _looked_at(file: Path) -> tuple[Path, Profile]:
    return file, read_profile_file(file)
