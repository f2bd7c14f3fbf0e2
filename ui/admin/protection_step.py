"""Third step of making an office: how it is locked."""

from __future__ import annotations

from app.errors import N_
from resources.text import _
from ui.admin.new_passphrase import NewPassphrase
from ui.admin.step_page import StepPage
from ui.widgets.banner import Banner
from ui.widgets.fields import CheckField
from ui.widgets.labels import quiet

NEITHER = N_("Choose at least one: without a lock nobody could open the office again.")


class ProtectionStep(StepPage):
    """A passphrase, this computer's keyring, or both; and which to choose where."""

    def __init__(self, *, keyring: bool) -> None:
        """Offer the keyring where `keyring` says that this computer has one worth trusting."""
        super().__init__(
            3,
            _("How should it be locked?"),
            _what_to_choose(keyring=keyring),
        )
        self.by_passphrase = CheckField(_("Open with a passphrase"))
        self.by_passphrase.set_value(True)
        self.by_passphrase.changed.connect(self._on_changed)
        self.passphrase = NewPassphrase()
        self.by_keyring = CheckField(_("Let this computer's keyring open the office"))
        self.by_keyring.changed.connect(self._on_changed)
        self._problem = Banner("danger", _(NEITHER))
        self._problem.hide()
        self.column.addWidget(self._problem)
        self.column.addWidget(self.by_passphrase)
        self.column.addWidget(self.passphrase)
        self.column.addWidget(self.by_keyring)
        self._say_what_the_keyring_does(keyring=keyring)
        self.finish_column()

    def _say_what_the_keyring_does(self, *, keyring: bool) -> None:
        self.by_keyring.setVisible(keyring)
        # Without a keyring there is nothing to choose.
        self.by_passphrase.setVisible(keyring)
        self.column.addWidget(
            quiet(
                _("Whoever is logged in to this computer as you can then open the office.")
                if keyring
                else _("This computer has no keyring that Nahbar could trust with a key.")
            )
        )

    def begin(self) -> None:
        """Come to this step."""
        self.passphrase.first.setFocus()

    def go_on(self) -> None:
        """Go on when there is a way in and the passphrase is a good one."""
        chosen = self.by_passphrase.value() or self.by_keyring.value()
        self._problem.setVisible(not chosen)
        if chosen and (not self.by_passphrase.value() or self.passphrase.check()):
            self.went_on.emit()

    def chosen_passphrase(self) -> str | None:
        """Answer the passphrase, or None where the keyring alone opens the office."""
        return self.passphrase.value() if self.by_passphrase.value() else None

    def _on_changed(self) -> None:
        self.passphrase.setVisible(bool(self.by_passphrase.value()))
        self._problem.hide()


def _what_to_choose(*, keyring: bool) -> str:
    if not keyring:
        return _("Everything is encrypted. Whoever knows the passphrase can open the office.")
    return _(
        "Everything is encrypted. On a computer that others use too, choose the passphrase "
        "alone. On a computer that only you log in to, the keyring is more convenient: Nahbar "
        "then opens without asking."
    )
