"""One line of My day: when, what, a quiet line below it, a button and the way to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.my_day.row_memory import mark_row
from ui.my_day.visit_line import SIDE_BY_SIDE, WHEN_WIDTH
from ui.palette import Role
from ui.style import length, spacing
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.labels import Label, quiet, strong

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.widgets.page import Place


@dataclass(frozen=True, slots=True)
class DayRow:
    """What a line shows; `place` is where its arrow leads."""

    key: str
    """What the row is, such as "task:3f…"."""
    title: str
    detail: str
    place: Place
    when: str = ""
    """A day or time in the first column; "" leaves the column out."""
    when_detail: str = ""
    tone: str = ""
    """Tone of the first column: "" or "attention"."""
    verb: str = ""
    """Words of the button; "" for none."""


class DayLine(QWidget):
    """Says that it was acted upon, or where it leads."""

    place_wanted = Signal(object)
    acted = Signal(object)
    """The `DayRow`."""

    def __init__(self, row: DayRow, parent: QWidget | None = None) -> None:
        """Show a row."""
        super().__init__(parent)
        self.row = row
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, spacing(4), 0, spacing(4))
        self._line.setSpacing(spacing(12))
        self._when_words = self._when() if row.when else None
        if self._when_words is not None:
            self._line.addWidget(self._when_words)
        self._words = QWidget()
        self._words.setLayout(_two_lines(strong(row.title), quiet(row.detail)))
        self._line.addWidget(self._words, 1)
        self._deeds = QWidget()
        layout = QHBoxLayout(self._deeds)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        self._line.addWidget(self._deeds)
        middle = Qt.AlignmentFlag.AlignVCenter
        if row.verb:
            self.button = plain_button(row.verb)
            self.button.setAccessibleName(f"{row.verb}: {row.title}")
            mark_row(self.button, row.key, "act")
            self.button.clicked.connect(self._on_acted)
            layout.addWidget(self.button, 0, middle)
        self.arrow = icon_button(
            "chevron_right", _("Show: {what}").format(what=row.title), Role.QUIET
        )
        mark_row(self.arrow, row.key, "open")
        self.arrow.clicked.connect(self._on_arrow_clicked)
        layout.addWidget(self.arrow, 0, middle)

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the widest part: in a narrow window they stand one below another."""
        parts = (self._words, self._deeds, self._when_words)
        wide = max(part.minimumSizeHint().width() for part in parts if part is not None)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts below each other where a line has no room."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        across = self.width() >= length(SIDE_BY_SIDE)
        self._line.setDirection(direction.LeftToRight if across else direction.TopToBottom)

    def _when(self) -> QWidget:
        words = QWidget()
        words.setFixedWidth(length(WHEN_WIDTH))
        first = strong(self.row.when)
        first.set_tone(self.row.tone)
        words.setLayout(_two_lines(first, quiet(self.row.when_detail)))
        return words

    def _on_acted(self) -> None:
        self.button.setFocus()
        self.acted.emit(self.row)

    def _on_arrow_clicked(self) -> None:
        self.arrow.setFocus()
        self.place_wanted.emit(self.row.place)


def _two_lines(first: Label, second: Label) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first)
    if second.text():
        column.addWidget(second)
    column.addStretch(1)
    return column
