"""Making a new recovery key: shown, printed, typed back; only then do the locks change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.admin.offices import new_recovery_key, ways_in
from resources.text import _, say
from ui.admin.office_jobs import NewKey, by_key, check_new_key, exchange_keys
from ui.admin.recovery_paper import RecoveryPaper
from ui.admin.trouble_page import TroublePage
from ui.admin.waiting_page import WaitingPage

if TYPE_CHECKING:
    from app.admin.offices import CreatedOffice, WaysIn
    from app.errors import Refused, Unavailable
    from ui.admin.cover import Cover
    from ui.admin.doorkeeper import Doorkeeper
    from ui.admin.recovery_step import RecoveryStep
    from ui.admin.retype_step import RetypeStep
    from ui.desk import Desk


class Rekeying(QObject):
    """Leads through two steps that cover the window; going back changes nothing."""

    def __init__(
        self, desk: Desk, cover: Cover, doorkeeper: Doorkeeper, parent: QObject | None = None
    ) -> None:
        """Work on the open office of `doorkeeper`."""
        super().__init__(parent)
        self._desk = desk
        self._cover = cover
        self._doorkeeper = doorkeeper
        self._ways: WaysIn | None = None
        self._key = ""
        self._typed: NewKey | None = None
        self.office_name = ""
        self._show: RecoveryStep | None = None
        self._retype: RetypeStep | None = None
        self._paper = RecoveryPaper(desk, cover)
        self._paper.said.connect(self._on_paper_said)

    def begin(self) -> None:
        """Show a new recovery key."""
        office = self._doorkeeper.office
        if office is not None:
            self._desk.run(ways_in, office.folder).then(self._on_ways_found)

    def _on_ways_found(self, ways: WaysIn) -> None:
        self._ways = ways
        self._desk.run(new_recovery_key).then(self._on_key_made)

    def _on_key_made(self, key: str) -> None:
        self._key = key
        self._show_key()

    def _show_key(self) -> None:
        self._retype = None
        from ui.admin.recovery_step import RecoveryStep  # noqa: PLC0415 - rarely seen

        self._show = RecoveryStep(1, 2)
        self._show.view.show_key(self._key)
        self._show.went_back.connect(self._on_given_up)
        self._show.went_on.connect(self._on_kept)
        self._show.print_wanted.connect(self._on_print_wanted)
        self._show.save_wanted.connect(self._on_save_wanted)
        self._cover.show_screen(self._show)

    def _on_print_wanted(self) -> None:
        self._paper.print_key(self.office_name, self._key)

    def _on_save_wanted(self) -> None:
        self._paper.save_key(self.office_name, self._key)

    def _on_paper_said(self, sentence: str, tone: str) -> None:
        if self._show is not None:
            self._show.view.say(sentence, tone)

    def _on_kept(self) -> None:
        self._show = None
        from ui.admin.retype_step import RetypeStep  # noqa: PLC0415 - rarely seen

        self._retype = RetypeStep(2, 2, _("Use the new key"))
        if self._ways is not None and self._ways.passphrase:
            self._retype.ask_passphrase()
        self._retype.went_back.connect(self._show_key)
        self._retype.typed.connect(self._on_typed)
        self._cover.show_screen(self._retype)

    def _on_typed(self, text: str) -> None:
        office = self._doorkeeper.office
        if self._retype is None or self._ways is None or office is None:
            return
        self._retype.show_busy(busy=True)
        passphrase = self._retype.passphrase.value() if self._ways.passphrase else None
        self._typed = NewKey(self._key, passphrase, use_keyring=self._ways.keyring)
        pending = self._desk.run(check_new_key, office, self._typed, text).then(self._on_checked)
        pending.if_refused(self._on_refused).if_unavailable(self._on_failed)

    def _on_refused(self, error: Refused) -> None:
        if self._retype is not None:
            self._retype.show_busy(busy=False)
            self._retype.show_problems(error.problems)

    def _on_checked(self, _done: None) -> None:
        office, new = self._doorkeeper.office, self._typed
        self._retype = self._typed = None
        if office is None or new is None:
            return
        self._cover.show_screen(
            WaitingPage(_("Changing the keys"), _("A backup is made first; this takes a moment."))
        )
        self._doorkeeper.close()
        pending = self._desk.run(exchange_keys, office, new, self._doorkeeper.who)
        pending.then(self._on_exchanged).if_unavailable(self._on_failed)

    def _on_exchanged(self, created: CreatedOffice) -> None:
        self._doorkeeper.unlock(by_key(created.key))

    def _on_failed(self, error: Unavailable) -> None:
        page = TroublePage(
            say(error.problem), _("The keys are as they were before."), _("Back to the office")
        )
        page.acted.connect(self._on_given_up)
        self._cover.show_screen(page)

    def _on_given_up(self) -> None:
        """Go back to the office: uncover it, or unlock it where it was closed already."""
        self._show = self._retype = None
        if self._doorkeeper.office is not None:
            self._cover.lift()
        elif self._doorkeeper.folder is not None:
            self._doorkeeper.arrive(self._doorkeeper.folder)
