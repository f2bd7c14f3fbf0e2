"""The shared office as seen from this computer: its server, the own password, the keyring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.admin.drill import last_drill
from app.server.joining import forget_password, read_profile_file, save_profile
from app.server.places import SUFFIX
from resources.text import _, say
from ui.admin.drill_words import say_last
from ui.admin.remark import Remark
from ui.admin.sub_page import SubPage
from ui.sharing.locked_drafts_card import LockedDraftsCard
from ui.sharing.password_card import PasswordCard
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import text

if TYPE_CHECKING:
    from app.admin.drill import Drill
    from app.errors import Refused, Unavailable
    from app.server.rules.profile import Profile
    from ui.admin.office_jobs import OpenOffice
    from ui.desk import Desk


class SharingPage(SubPage):
    """What it changes concerns the way to the server only, never the data."""

    password_changed = Signal()
    """The office must be opened anew, with the new password."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; `show_office` says which office it is about."""
        super().__init__(_("Shared office"), _("How this computer comes to the server."), parent)
        self._desk = desk
        self._office: OpenOffice | None = None
        self._profile: Profile | None = None
        self._add_server_card()
        self.password = PasswordCard(desk)
        self.password.changed.connect(self.password_changed)
        self.locked = LockedDraftsCard(desk)
        self.locked.said.connect(self.said)
        self.body.add(self.locked)
        self.body.add(self.password)
        self._add_keyring_card()
        self._add_backups_card()
        self.body.end()

    def _add_server_card(self) -> None:
        card = Card(_("The server"))
        self.server = Remark()
        self.save_button = plain_button(_("Save the connection profile"), "save")
        self.save_button.clicked.connect(self._on_save)
        card.add(self.server)
        card.add(
            text(
                _(
                    "A colleague joins with the connection profile, and with a login and a "
                    "password from the administrator. The profile holds no secret."
                )
            )
        )
        card.add(_row(self.save_button))
        self.body.add(card)

    def _add_keyring_card(self) -> None:
        card = Card(_("This computer's keyring"))
        self.keyring_state = Remark()
        self.forget_button = plain_button(_("Forget the password"))
        self.forget_button.clicked.connect(self._on_forget)
        card.add(self.keyring_state)
        card.add(_row(self.forget_button))
        self.body.add(card)

    def _add_backups_card(self) -> None:
        card = Card(_("Backups of the server"))
        self.drill_state = Remark()
        card.add(
            text(
                _(
                    "The server makes the backups. A backup is only sure when it was once "
                    "restored: whoever looks after the server tries it with nahbar server drill, "
                    "which touches nothing of the office."
                )
            )
        )
        card.add(self.drill_state)
        self.body.add(card)

    def show_office(self, office: OpenOffice | None) -> None:
        """Show the way to an open office; None while it is locked."""
        self._office = office
        self.password.place = office.folder if office is not None else None
        self.password.clear()
        self.locked.show_office(office.local if office is not None else None)
        self.refresh()

    def refresh(self) -> None:
        """Look at the profile anew."""
        if self._office is not None and self._office.is_shared:
            pending = self._desk.run(read_profile_file, self._office.folder).then(self._on_read)
            pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)
            asked = self._desk.ask(last_drill).then(self._on_last_drill)
            asked.if_unavailable(self._on_unavailable)

    def _on_last_drill(self, drill: Drill | None) -> None:
        say_last(self.drill_state, drill)

    def _on_read(self, profile: Profile) -> None:
        self._profile = profile
        host = profile.host or _("of this computer")
        sentence = _("{office} on the server {host}, as {login}")
        self.server.say(
            sentence.format(office=profile.name, host=host, login=profile.login), "done"
        )
        self.forget_button.setVisible(profile.in_keyring)
        self.keyring_state.say(
            _("The keyring remembers the password of this office.")
            if profile.in_keyring
            else _("The password is asked for at every start.")
        )

    def _on_save(self) -> None:
        if self._profile is None:
            return
        proposed = Path.home() / f"{self._profile.name.replace('/', ' ')}{SUFFIX}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save the connection profile"),
            str(proposed),
            _("Connection profiles") + f" (*{SUFFIX})",
        )
        if chosen:
            bare = replace(self._profile, login="", in_keyring=False)
            pending = self._desk.run(save_profile, bare, Path(chosen)).then(self._on_saved)
            pending.if_unavailable(self._on_unavailable)

    def _on_saved(self, file: Path) -> None:
        self.said.emit(_("The connection profile stands in {file}.").format(file=file))

    def _on_forget(self) -> None:
        if self._office is not None:
            pending = self._desk.run(forget_password, self._office.folder)
            pending.then(self._on_forgotten).if_unavailable(self._on_unavailable)

    def _on_forgotten(self, _done: None) -> None:
        self.said.emit(_("The keyring has forgotten the password."))
        self.refresh()

    def _on_refused(self, error: Refused) -> None:
        self.server.say(" ".join(say(problem) for problem in error.problems), "danger")

    def _on_unavailable(self, error: Unavailable) -> None:
        self.server.say(f"{say(error.problem)} {say(error.remedy)}".strip(), "danger")


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
