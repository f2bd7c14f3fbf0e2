"""Offers to give up what a server takes long to answer."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from resources.text import _
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from ui.frame.frame import Frame

LONG_S = 2.0
"""From when on an answer takes long, in seconds."""
_LOOK_MS = 500


class WaitingLine(QObject):
    """Looks now and then for how long the office has been at work; the window goes on."""

    def __init__(
        self, desk: Desk, frame: Callable[[], Frame], stop: Callable[[], None], parent: QObject
    ) -> None:
        """Show the offer in a frame; `stop` gives up, which may take a second."""
        super().__init__(parent)
        self._desk, self._frame, self._stop = desk, frame, stop
        self.banner: Banner | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Show the offer while something takes long, and take it away afterwards."""
        if self._desk.busy_for_s() < LONG_S:
            self.hide()
        elif self.banner is None or not isValid(self.banner):
            self.banner = Banner("hint", _("The server takes long to answer."), _("Give up"))
            self.banner.acted.connect(self._on_given_up)
            self._frame().show_above(self.banner)

    def hide(self) -> None:
        """Take the offer away."""
        banner, self.banner = self.banner, None
        if banner is not None and isValid(banner):
            banner.hide()
            banner.deleteLater()

    def _on_given_up(self) -> None:
        self.hide()
        Thread(target=self._stop, name="giving up", daemon=True).start()
