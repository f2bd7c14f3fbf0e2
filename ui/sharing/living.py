"""Living together in a shared office: others' changes, who is there, and a link that is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.server.listening import Listener
from app.server.locked_drafts import locked_drafts
from resources.text import _
from ui.sharing.hearing import Hearing
from ui.sharing.presence import SharedPresence
from ui.sharing.waiting_line import WaitingLine
from ui.widgets.banner import Banner
from ui.widgets.page import Place

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.server.shared_office import SharedOffice
    from ui.desk import Desk
    from ui.frame.frame import Frame
    from ui.main_window import MainWindow


_AT_LATEST_MS = 1_000
"""When the listening begins although the first page is still not painted."""


class Living(QObject):
    """Stands between one open shared office and the window; not made for a local one."""

    login_ended = Signal(object)
    """A `Refused`: this login has no access any more."""

    def __init__(self, desk: Desk, window: MainWindow, office: SharedOffice) -> None:
        """Stand ready for an office that was just opened; `begin` once its first page is painted.

        What changes until then is heard too: the listener begins with having all asked anew.
        """
        super().__init__(window)
        self._desk, self._window, self._office = desk, window, office
        self._banner: Banner | None = None
        self._locked: Banner | None = None
        self._is_lost = self._was_told = self._has_begun = False
        self._hearing = Hearing(self)
        self._hearing.changes_heard.connect(self._on_changes_heard)
        self._hearing.link_lost.connect(self._on_link_lost)
        self._hearing.link_found.connect(self._on_link_found)
        self._hearing.login_ended.connect(self._on_login_ended)
        self.waiting = WaitingLine(desk, self._frame, office.stop_running, self)
        self._listener: Listener | None = None
        if office.new_line is not None:
            self._listener = Listener(office.new_line, office, self._hearing)
            self._presence = SharedPresence(self._listener, self)
            self._hearing.presence_moved.connect(self._presence.moved)
            desk.presence = self._presence
            desk.presence_changed.emit()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.begin)
        self._late.start(_AT_LATEST_MS)

    @property
    def is_lost(self) -> bool:
        """Whether the server cannot be reached now."""
        return self._is_lost

    def begin(self) -> None:
        """Listen, and take along what was typed while the server was away."""
        if self._has_begun:
            return
        self._has_begun = True
        self._late.stop()
        if self._listener is not None:
            self._listener.start()
        self._catch_up()

    def stop(self) -> None:
        """Listen no longer: the office is being closed."""
        self._late.stop()
        self._desk.presence = None
        self._desk.presence_changed.emit()
        self._hide()
        self.waiting.hide()
        if self._listener is not None and self._has_begun:
            self._listener.stop()
        self.deleteLater()

    def show_again(self) -> None:
        """Show the banner in a window whose parts were made anew."""
        self._hide()
        if self._is_lost:
            self._show()

    def sentence(self) -> str:
        """Answer what the banner says, "" while there is none."""
        banner = self._banner
        return banner.accessibleName() if banner is not None and isValid(banner) else ""

    def _on_changes_heard(self, features: frozenset[str]) -> None:
        if self._desk.is_open:
            self._desk.hear_others(features)

    def _on_link_lost(self) -> None:
        self._is_lost = True
        self.show_again()

    def _on_link_found(self) -> None:
        self._is_lost = False
        self._hide()
        self._window.frame.messages.clear()
        self._catch_up()

    def _on_login_ended(self, refused: Refused) -> None:
        self.login_ended.emit(refused)

    def _catch_up(self) -> None:
        """Take to the server what was typed while it was away."""
        pending = self._desk.run(self._office.catch_up)
        pending.if_unavailable(self._on_not_caught_up).if_refused(self._on_not_caught_up)
        if not self._was_told:
            self._was_told = True
            counting = self._desk.run(locked_drafts, self._office).then(self._on_locked_known)
            counting.if_unavailable(self._on_not_caught_up)

    def _on_not_caught_up(self, _trouble: Unavailable | Refused) -> None:
        """Leave it to the next act: what was typed stays on this computer until then."""

    def _on_locked_known(self, count: int) -> None:
        """Say once that drafts wait behind an earlier password, and where they are brought back."""
        if not count:
            return
        sentence = _("Drafts of yours wait behind an earlier password.")
        self._locked = Banner("hint", sentence, _("Bring them back"), closable=True)
        self._locked.acted.connect(self._on_locked_wanted)
        self._window.frame.show_above(self._locked)

    def _on_locked_wanted(self) -> None:
        if self._locked is not None and isValid(self._locked):
            self._locked.hide()
        self._window.go_to(Place("sharing"))

    def _frame(self) -> Frame:
        return self._window.frame

    def _show(self) -> None:
        self._banner = Banner(
            "attention",
            _("The office cannot be reached. What you type is kept here."),
            _("Try again now"),
        )
        self._banner.acted.connect(self._on_try_now)
        self._window.frame.show_above(self._banner)

    def _hide(self) -> None:
        banner, self._banner = self._banner, None
        if banner is not None and isValid(banner):
            banner.hide()
            banner.deleteLater()

    def _on_try_now(self) -> None:
        if self._listener is not None:
            self._listener.try_now()
