"""Says on every page when one has waited long enough for an answer about somebody who is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from resources.text import _, ngettext
from ui import formats
from ui.widgets.banner import Banner
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import datetime

    from app.escalation.rows import ConcernRow
    from ui.desk import Desk
    from ui.main_window import MainWindow

_MOST_MS = 24 * 60 * 60 * 1000
_FIRST_LOOK_MS = 10_000
"""After opening, My day comes first and says the same."""
_LATE_MS = 500
"""How much later than planned the clock is looked at, so that the minute has come."""


class ConcernReminder(QObject):
    """Holds the banner above every page from the moment at which the next step is due.

    How long one waits after each step is the office's choice, in the steps of the chain.
    """

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        """Listen to the desk; nothing is asked before `begin`."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._due: list[ConcernRow] = []
        self._began: datetime | None = None
        self.banner: Banner | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        desk.touched.connect(self._on_touched)

    def begin(self) -> None:
        """Look soon: an office was opened. What was due before, My day says."""
        self._began = self._began or self._desk.local_now
        self._timer.start(_FIRST_LOOK_MS)

    def look(self) -> None:
        """Look which steps are due, as when a step was noted or a waiting ends."""
        if not self._desk.is_open:
            return
        from app.escalation.queries import open_concerns  # noqa: PLC0415 - after the first page

        asked = self._desk.ask(open_concerns, self._desk.local_now.date())
        asked.then(self._on_found).if_unavailable(self._on_unavailable)

    def stop(self) -> None:
        """Say nothing more: the office is being closed."""
        self._timer.stop()
        self._due = []
        self._hide()

    def _on_touched(self, features: frozenset[str]) -> None:
        if "escalation" in features:
            self.look()

    def _on_found(self, concerns: tuple[ConcernRow, ...]) -> None:
        now = self._desk.local_now
        waiting = [row.next_due for row in concerns if row.next_due and row.next_due > now]
        self._timer.stop()
        if waiting:
            left = int((min(waiting) - now).total_seconds() * 1000) + _LATE_MS
            self._timer.start(min(left, _MOST_MS))
        self._due = [row for row in concerns if row.calls_on(now) and self._is_new(row)]
        self.show_again()

    def _is_new(self, row: ConcernRow) -> bool:
        return self._began is None or (row.next_due is not None and row.next_due > self._began)

    def show_again(self) -> None:
        """Show what is due, also in a window whose parts were made anew."""
        self._hide()
        due = self._due
        if not due:
            return
        sentence = _words(due[0])
        if len(due) > 1:
            more = ngettext("{count} more person waits.", "{count} more people wait.", len(due) - 1)
            sentence = f"{sentence} {more}"
        self.banner = Banner("danger", sentence, _("Note step"))
        self.banner.acted.connect(self._on_acted)
        self._window.frame.show_above(self.banner)

    def _hide(self) -> None:
        if self.banner is not None and isValid(self.banner):
            self.banner.hide()
            self.banner.deleteLater()
        self.banner = None

    def _on_acted(self) -> None:
        if self._due:
            self._window.go_to(Place("concerns", self._due[0].id, "step"))

    def _on_unavailable(self, _trouble: object) -> None:
        """Leave what is shown: the window says that the office cannot be asked."""


def _words(row: ConcernRow) -> str:
    time = formats.show_time(row.next_due) if row.next_due is not None else ""
    return _("{name} is still missed. Next, since {time}: {step}").format(
        name=row.person_name, time=time, step=_(row.next_title)
    )
