"""How the office is locked: passphrase, keyring, and a new recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.admin.offices import change_passphrase, forget_in_keyring, remember_in_keyring
from app.errors import N_
from resources.text import _, say
from ui.admin.new_passphrase import NewPassphrase
from ui.admin.office_jobs import locks_of
from ui.admin.remark import Remark
from ui.admin.sub_page import SubPage
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import text

if TYPE_CHECKING:
    from app.admin.offices import WaysIn
    from app.errors import Refused, Unavailable
    from ui.admin.office_jobs import Locks, OpenOffice
    from ui.desk import Desk

NO_KEYRING = N_("This computer has no keyring that Nahbar could trust with a key.")


class SecurityPage(SubPage):
    """Three cards; what they do concerns the keys only, never the data."""

    new_recovery_key_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; `show_office` says whose keys it changes."""
        super().__init__(_("Security"), _("Who can open this office."), parent)
        self._desk = desk
        self._office: OpenOffice | None = None
        self._problem = Remark()
        self._problem.hide()
        self.body.add(self._problem)
        self._add_passphrase_card()
        self._add_keyring_card()
        self._add_recovery_card()
        self.body.end()

    def _add_passphrase_card(self) -> None:
        card = Card(_("Passphrase"))
        self.passphrase_state = Remark()
        self.passphrase = NewPassphrase()
        self.change_button = plain_button(_("Save new passphrase"), "save")
        self.change_button.clicked.connect(self._on_change)
        card.add(self.passphrase_state)
        card.add(self.passphrase)
        card.add(_row(self.change_button))
        self.body.add(card)

    def _add_keyring_card(self) -> None:
        card = Card(_("This computer's keyring"))
        self.keyring_state = Remark()
        card.add(self.keyring_state)
        card.add(
            text(
                _(
                    "With the keyring the office opens without a passphrase for whoever is "
                    "logged in to this computer as you. Do not use it on a computer that "
                    "others use with the same login."
                )
            )
        )
        self.remember_button = plain_button(_("Let the keyring open the office"), "key")
        self.forget_button = plain_button(_("Take the key out of the keyring"))
        self.remember_button.clicked.connect(self._on_remember)
        self.forget_button.clicked.connect(self._on_forget)
        card.add(_row(self.remember_button, self.forget_button))
        self.body.add(card)

    def _add_recovery_card(self) -> None:
        card = Card(_("Recovery key"))
        card.add(
            text(
                _(
                    "If the paper is lost, or somebody saw it who should not have, make a new "
                    "key. The old one then opens nothing but older backups: keep it for those."
                )
            )
        )
        self.recovery_button = plain_button(_("Make a new recovery key"), "print")
        self.recovery_button.clicked.connect(self.new_recovery_key_wanted)
        card.add(_row(self.recovery_button))
        self.body.add(card)

    def show_office(self, office: OpenOffice | None) -> None:
        """Show the keys of an open office; None while it is locked."""
        self._office = office
        self.passphrase.clear()
        self.refresh()

    def refresh(self) -> None:
        """Look at the keys anew."""
        if self._office is not None:
            self._desk.run(locks_of, self._office.folder).then(self._on_found)

    def _on_found(self, locks: Locks) -> None:
        ways = locks.ways
        self._say_passphrase(ways)
        self._say_keyring(locks)
        for button in (self.change_button, self.remember_button, self.recovery_button):
            button.setEnabled(not ways.is_demo)

    def _say_passphrase(self, ways: WaysIn) -> None:
        if ways.is_demo:
            self.passphrase_state.say(_("A demo office needs no passphrase."))
        elif ways.passphrase:
            self.passphrase_state.say(_("A passphrase opens this office."), "done")
        else:
            self.passphrase_state.say(_("There is no passphrase yet."), "attention")

    def _say_keyring(self, locks: Locks) -> None:
        knows = locks.ways.keyring
        if knows:
            self.keyring_state.say(_("The keyring opens this office."), "done")
        elif locks.has_keyring:
            self.keyring_state.say(_("The keyring does not know the key of this office."))
        else:
            self.keyring_state.say(_(NO_KEYRING))
        self.remember_button.setVisible(not knows and locks.has_keyring)
        self.forget_button.setVisible(knows)
        # Without a passphrase the keyring is the everyday way in; the paper is for emergencies.
        self.forget_button.setEnabled(locks.ways.passphrase)

    def _on_change(self) -> None:
        if self._office is None or not self.passphrase.check():
            return
        self.change_button.setEnabled(False)
        pending = self._desk.run(
            change_passphrase, self._office.folder, self._office.key, self.passphrase.value()
        )
        pending.then(self._on_changed).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_changed(self, _done: None) -> None:
        self.passphrase.clear()
        self.said.emit(_("New passphrase saved. It applies from the next start."))
        self.refresh()

    def _on_remember(self) -> None:
        if self._office is not None:
            pending = self._desk.run(remember_in_keyring, self._office.folder, self._office.key)
            pending.then(self._on_remembered).if_unavailable(self._on_unavailable)

    def _on_remembered(self, remembered: bool) -> None:  # noqa: FBT001 - a slot
        if remembered:
            self.said.emit(_("The keyring opens this office from now on."))
        else:
            self._say_problem(_(NO_KEYRING))
        self.refresh()

    def _on_forget(self) -> None:
        if self._office is not None:
            pending = self._desk.run(forget_in_keyring, self._office.folder)
            pending.then(self._on_forgotten).if_unavailable(self._on_unavailable)

    def _on_forgotten(self, _done: None) -> None:
        self.said.emit(_("The keyring has forgotten the key."))
        self.refresh()

    def _on_refused(self, error: Refused) -> None:
        self.change_button.setEnabled(True)
        self.passphrase.form.show_problems(error.problems)

    def _on_unavailable(self, error: Unavailable) -> None:
        self.change_button.setEnabled(True)
        self._say_problem(f"{say(error.problem)} {say(error.remedy)}".strip())

    def _say_problem(self, sentence: str) -> None:
        self._problem.say(sentence, "danger")
        self._problem.show()


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
