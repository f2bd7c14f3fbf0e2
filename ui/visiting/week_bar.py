"""Which week is shown, with the ways to the one before, this one and the next."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.style import spacing
from ui.visiting.words import week_words
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.labels import heading

WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """Answer the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


class WeekBar(QWidget):
    """One week, Monday to Sunday; Ctrl+Left and Ctrl+Right turn the pages."""

    week_wanted = Signal(object)
    """The Monday of the week that the user wants to see."""
    this_week_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a week."""
        super().__init__(parent)
        self.monday = date.min
        self._words = heading("").unwrapped()
        earlier = icon_button("chevron_left", _("Previous week (Ctrl+Left)"))
        later = icon_button("chevron_right", _("Next week (Ctrl+Right)"))
        self.this_week = plain_button(_("This week"))
        earlier.clicked.connect(self.go_back)
        later.clicked.connect(self.go_on)
        self.this_week.clicked.connect(self.this_week_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (earlier, self._words, later, self.this_week):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        QShortcut(QKeySequence("Ctrl+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence("Ctrl+Right"), self).activated.connect(self.go_on)

    def show_week(self, monday: date, today: date) -> None:
        """Say which week is shown."""
        self.monday = monday
        span = formats.show_date_span(monday, monday + WEEK - timedelta(days=1))
        self._words.setText(f"{week_words(monday)} · {span}")
        self.this_week.setEnabled(monday != monday_of(today))

    def go_back(self) -> None:
        """Want the week before."""
        self.week_wanted.emit(self.monday - WEEK)

    def go_on(self) -> None:
        """Want the next week."""
        self.week_wanted.emit(self.monday + WEEK)
