"""One line of My day: when, what, a quiet line below it, a button and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.my_day.row_memory import mark_row
from ui.palette import Role
from ui.style import length, spacing
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.labels import quiet, strong
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QAbstractButton, QPushButton

    from ui.my_day.day_row import DayRow

SIDE_BY_SIDE = 360
"""Pixels at 100 % from which the parts of a line stand side by side."""
WHEN_WIDTH = 84
"""Pixels at 100 % for day or time: names stand below each other in every card."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class DayLine(QWidget):
    """Says that it was acted upon, or where it leads.

    A line is made once and then shows one row after another: making it is what takes time.
    """

    place_wanted = Signal(object)
    acted = Signal(object)
    """The `DayRow`."""

    def __init__(self, row: DayRow, parent: QWidget | None = None) -> None:
        """Show a row."""
        super().__init__(parent)
        self.row = row
        self._status: StatusLabel | None = None
        self._button: QPushButton | None = None
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, spacing(4), 0, spacing(4))
        self._line.setSpacing(spacing(12))
        self._when, self._words, self._deeds = _TwoLines(), _TwoLines(), QHBoxLayout()
        self._deeds.setSpacing(spacing(12))
        self._line.addLayout(self._when)
        self._line.addLayout(self._words, 1)
        self._line.addLayout(self._deeds)
        self._when.set_width(length(WHEN_WIDTH))
        self.arrow = icon_button("chevron_right", "", Role.QUIET)
        self.arrow.clicked.connect(self._on_arrow_clicked)
        self._deeds.addWidget(self.arrow, 0, _MIDDLE)
        self._show(row)

    @property
    def button(self) -> QPushButton:
        """The button with the verb of the row; hidden while the row has none."""
        if self._button is None:
            self._button = plain_button("")
            self._button.clicked.connect(self._on_acted)
            self._deeds.insertWidget(self._deeds.indexOf(self.arrow), self._button, 0, _MIDDLE)
        return self._button

    def show_row(self, row: DayRow) -> None:
        """Show another row, changing only what it says differently."""
        if row != self.row:
            self.row = row
            self._show(row)

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the widest part: in a narrow window they stand one below another."""
        parts = (self._when, self._words, self._deeds)
        wide = max(part.minimumSize().width() for part in parts)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts below each other where a line has no room."""
        super().resizeEvent(event)
        self._find_room()

    def _find_room(self) -> None:
        """Stand side by side where no part of the line has to be cut for it."""
        direction = QBoxLayout.Direction
        words = self._when.minimumSize().width() + self._words.minimumSize().width()
        whole = words + self._deeds.sizeHint().width() + 2 * self._line.spacing()
        across = self.width() >= max(length(SIDE_BY_SIDE), whole)
        self._line.setDirection(direction.LeftToRight if across else direction.TopToBottom)

    def _show(self, row: DayRow) -> None:
        self._when.show_words(row.when, row.when_detail if row.when else "", row.tone)
        self._words.show_words(row.title, row.detail)
        self._show_status(row)
        if row.verb or self._button is not None:
            self._show_button(self.button, row)
        self.arrow.setVisible(row.has_arrow)
        name = row.open_name or _("Show: {what}").format(what=row.title)
        _name(self.arrow, name)
        self.arrow.setToolTip(name)
        mark_row(self.arrow, row.key, "open")
        self._find_room()

    def _show_button(self, button: QPushButton, row: DayRow) -> None:
        button.setText(row.verb.replace("&", "&&"))
        _name(button, row.act_name or f"{row.verb}: {row.title}")
        mark_row(button, row.key, "act")
        button.setVisible(bool(row.verb))

    def _show_status(self, row: DayRow) -> None:
        if row.status is not None and self._status is None:
            self._status = StatusLabel("")
            self._deeds.insertWidget(0, self._status, 0, _MIDDLE)
        if self._status is not None:
            self._status.setVisible(row.status is not None)
            if row.status is not None:
                self._status.set_status(row.status.words, row.status.tone, row.status.icon)

    def _on_acted(self) -> None:
        self.button.setFocus()
        self.acted.emit(self.row)

    def _on_arrow_clicked(self) -> None:
        self.arrow.setFocus()
        self.place_wanted.emit(self.row.place)


class _TwoLines(QVBoxLayout):
    """Words that carry the weight, and quiet ones below them; what is empty takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._first, self._second = strong(""), quiet("")
        self._tone = ""
        self.setSpacing(0)
        self.addWidget(self._first)
        self.addWidget(self._second)
        self.addStretch(1)

    def set_width(self, pixels: int) -> None:
        """Keep the same width whatever the words are."""
        self._first.setFixedWidth(pixels)
        self._second.setFixedWidth(pixels)

    def show_words(self, first: str, second: str, tone: str = "") -> None:
        """Show both lines, the first in a tone."""
        for label, words in ((self._first, first), (self._second, second)):
            label.setText(words)
            label.setVisible(bool(words))
        if tone != self._tone:
            self._tone = tone
            self._first.set_tone(tone)


def _name(button: QAbstractButton, name: str) -> None:
    """Name a button for those who hear it; the same name again would be said again."""
    if button.accessibleName() != name:
        button.setAccessibleName(name)
