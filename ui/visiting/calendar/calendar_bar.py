"""Which days the calendar shows, with the ways to those before, to today, and to any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.text import _
from ui.style import length, spacing
from ui.widgets.buttons import icon_button, plain_button, quiet_button, reword
from ui.widgets.calendar_popup import CalendarPopup

if TYPE_CHECKING:
    from datetime import date

EARLIER, LATER, TODAY, OTHER_DAY = "Ctrl+Left", "Ctrl+Right", "Ctrl+T", "Ctrl+G"


class CalendarBar(QWidget):
    """Ctrl+Left and Ctrl+Right turn the pages, Ctrl+T shows today, Ctrl+G asks for a day."""

    turned = Signal(int)
    today_wanted = Signal()
    day_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without days."""
        super().__init__(parent)
        self._day: date | None = None
        earlier = icon_button("chevron_left", _("Turn back (Ctrl+Left)"))
        later = icon_button("chevron_right", _("Turn on (Ctrl+Right)"))
        self.today = plain_button(_("Today"))
        self.today.setToolTip(_("Show today (Ctrl+T)"))
        self.title = quiet_button("", "calendar")
        self.title.setToolTip(_("Go to another day (Ctrl+G)"))
        earlier.clicked.connect(self.go_back)
        later.clicked.connect(self.go_on)
        self.today.clicked.connect(self.today_wanted)
        self.title.clicked.connect(self.ask_day)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        for part in (earlier, self.today, later, self.title):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for keys, slot in (
            (EARLIER, self.go_back),
            (LATER, self.go_on),
            (TODAY, self.today_wanted),
            (OTHER_DAY, self.ask_day),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def show_days(self, words: str, day: date, *, has_today: bool) -> None:
        """Say which days are shown, and whether today is one of them."""
        self._day = day
        reword(self.title, words)
        self.title.setMinimumWidth(min(self.title.sizeHint().width(), length(120)))
        self.today.setEnabled(not has_today)

    def go_back(self) -> None:
        """Want the page before."""
        self.turned.emit(-1)

    def go_on(self) -> None:
        """Want the next page."""
        self.turned.emit(1)

    def ask_day(self) -> None:
        """Open a month to choose a day from."""
        if self._day is not None:
            popup = CalendarPopup(self._day, self)
            popup.chosen.connect(self.day_wanted)
            popup.open_below(self.title)
