"""The gate of the window: shows the screen that fits a shut office, and lifts it when open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.admin.offices import Damaged, key_from_keyring
from app.server.places import is_suitcase, place_title
from resources.text import _, say
from ui.admin.office_jobs import by_demo_key, by_passphrase, by_password, by_recovery_key

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.offices import WaysIn
    from app.errors import Refused, Unavailable
    from ui.admin.cover import Cover
    from ui.admin.doorkeeper import Doorkeeper
    from ui.admin.lock_screen import LockScreen
    from ui.admin.office_jobs import OpenOffice


class Gate(QObject):
    """Hears the doorkeeper and covers the window accordingly."""

    other_wanted = Signal()
    """The person wants to choose another office."""
    restore_wanted = Signal()
    """The office is damaged, and a backup is to be restored."""

    def __init__(self, cover: Cover, doorkeeper: Doorkeeper, parent: QObject | None = None) -> None:
        """Cover the window of `cover` while `doorkeeper` has no open office."""
        super().__init__(parent)
        self._cover = cover
        self._doorkeeper = doorkeeper
        self._names: dict[Path, str] = {}
        self._lock_screen: LockScreen | None = None
        doorkeeper.opened.connect(self._on_opened)
        doorkeeper.locked.connect(self._on_locked)
        doorkeeper.refused.connect(self._on_refused)
        doorkeeper.failed.connect(self._on_failed)

    def shut(self) -> None:
        """Cover at once, before the office is really closed: nobody sees it meanwhile."""
        from ui.admin.lock_screen import LockScreen  # noqa: PLC0415 - not on the way to the first page

        self._lock_screen = screen = LockScreen(self._office_name())
        screen.passphrase_typed.connect(self._on_passphrase_typed)
        screen.recovery_key_typed.connect(self._on_recovery_key_typed)
        screen.password_typed.connect(self._on_password_typed)
        screen.keyring_wanted.connect(self._on_keyring_wanted)
        screen.demo_wanted.connect(self._on_demo_wanted)
        screen.other_wanted.connect(self.other_wanted)
        self._cover.show_screen(screen)

    def name_office(self, name: str) -> None:
        """Remember the name of the open office, for its lock screen."""
        if self._doorkeeper.folder is not None:
            self._names[self._doorkeeper.folder] = name

    def say_open_elsewhere(self) -> None:
        """Say that another window of this person has the office."""
        self._show_trouble(
            _("This office is already open in another window of Nahbar."),
            _("Go on working in that window, or close it first."),
        )

    def _office_name(self) -> str:
        """Answer the office's name, or that of its folder before it was ever opened."""
        folder = self._doorkeeper.folder
        if folder is not None and is_suitcase(folder):
            return _("Suitcase {name}").format(name=place_title(folder))
        return self._names.get(folder) or place_title(folder) if folder is not None else "Nahbar"

    def _shown_lock_screen(self) -> LockScreen | None:
        """Answer the lock screen while it covers the window."""
        screen = self._lock_screen
        return screen if screen is not None and self._cover.current() is screen else None

    def _on_opened(self, _office: OpenOffice) -> None:
        self._cover.lift()

    def _on_locked(self, ways: WaysIn) -> None:
        if self._shown_lock_screen() is None:
            self.shut()
        if (screen := self._shown_lock_screen()) is not None:
            screen.show_ways(ways)

    def say_refused(self, error: Refused) -> None:
        """Say on the lock screen why the office was locked or is not opened."""
        self._on_refused(error)

    def _on_refused(self, error: Refused) -> None:
        if (screen := self._shown_lock_screen()) is not None:
            screen.show_problems(error.problems)
        else:
            self._show_trouble(" ".join(say(problem) for problem in error.problems), "")

    def _on_failed(self, error: Unavailable) -> None:
        folder = self._doorkeeper.folder
        if folder is not None and is_suitcase(folder):
            self._show_suitcase_trouble(folder, error)
        elif isinstance(error, Damaged):
            self._show_damage(error)
        else:
            self._show_trouble(say(error.problem), say(error.remedy))

    def _show_trouble(self, heading: str, remedy: str) -> None:
        from ui.admin.trouble_page import TroublePage  # noqa: PLC0415 - rarely seen

        page = TroublePage(heading, remedy, _("Try again"), _("Open another office"))
        page.acted.connect(self._on_again)
        page.other_wanted.connect(self.other_wanted)
        self._cover.show_screen(page)

    def _show_suitcase_trouble(self, file: Path, error: Unavailable) -> None:
        from ui.admin.suitcase_ended import EndedSuitcase  # noqa: PLC0415 - rarely seen

        page = EndedSuitcase(file, error)
        page.acted.connect(self._on_again)
        page.wiped.connect(self.other_wanted)
        page.other_wanted.connect(self.other_wanted)
        self._cover.show_screen(page)

    def _show_damage(self, error: Unavailable) -> None:
        from ui.admin.trouble_page import TroublePage  # noqa: PLC0415 - rarely seen

        page = TroublePage(
            say(error.problem), say(error.remedy), _("Restore a backup"), _("Open another office")
        )
        page.acted.connect(self.restore_wanted)
        page.other_wanted.connect(self.other_wanted)
        self._cover.show_screen(page)

    def _on_again(self) -> None:
        if self._doorkeeper.folder is not None:
            self._doorkeeper.arrive(self._doorkeeper.folder)

    def _on_passphrase_typed(self, passphrase: str) -> None:
        self._doorkeeper.unlock(by_passphrase(passphrase))

    def _on_password_typed(self, login: str, password: str) -> None:
        self._doorkeeper.unlock(by_password(login, password))

    def _on_recovery_key_typed(self, text: str) -> None:
        self._doorkeeper.unlock(by_recovery_key(text))

    def _on_keyring_wanted(self) -> None:
        self._doorkeeper.unlock(key_from_keyring)

    def _on_demo_wanted(self) -> None:
        self._doorkeeper.unlock(by_demo_key)
