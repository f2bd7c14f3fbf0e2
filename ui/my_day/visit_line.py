"""One visit as a line of My day: time, person, where and by whom, and its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.visiting.rules import VisitStatus
from resources.text import _
from ui import formats
from ui.my_day.row_memory import mark_row
from ui.palette import Role
from ui.style import length, spacing
from ui.visiting.words import status_icon, status_tone, status_words, what_words
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.labels import quiet, strong
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from app.visiting.rows import VisitRow

SIDE_BY_SIDE = 360
"""Pixels at 100 % from which the parts of a line stand side by side."""
WHEN_WIDTH = 84
"""Pixels at 100 % for day or time: names stand below each other in every card."""


class VisitLine(QWidget):
    """A visit that can be opened and, while nobody has said how it went, recorded."""

    opened = Signal(object)
    """The visit's id."""
    record_wanted = Signal(object)
    """The visit's id."""

    def __init__(
        self,
        visit: VisitRow,
        now: datetime,
        *,
        with_day: bool = False,
        with_visitor: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show a visit; `with_day` shows the day instead of the end of the visit.

        Without `with_visitor` it is one of the person's own, and only the place is said.
        """
        super().__init__(parent)
        self.visit = visit
        words, deeds = QWidget(), QWidget()
        words.setLayout(self._who(with_visitor=with_visitor))
        self._parts = (self._when(with_day=with_day), words, deeds)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, spacing(4), 0, spacing(4))
        self._line.setSpacing(spacing(12))
        for part, stretch in zip(self._parts, (0, 1, 0), strict=True):
            self._line.addWidget(part, stretch)
        layout = QHBoxLayout(deeds)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        middle = Qt.AlignmentFlag.AlignVCenter
        if visit.status is VisitStatus.PLANNED:
            layout.addWidget(self._record_button(), 0, middle)
        else:
            tone = status_tone(visit, now).replace("quiet", "plain")
            status = StatusLabel(status_words(visit, now), tone, status_icon(visit, now))
            layout.addWidget(status, 0, middle)
        layout.addWidget(self._open_button(), 0, middle)

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the widest part: in a narrow window they stand one below another."""
        wide = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts below each other where a line has no room."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        across = self.width() >= length(SIDE_BY_SIDE)
        self._line.setDirection(direction.LeftToRight if across else direction.TopToBottom)

    def _when(self, *, with_day: bool) -> QWidget:
        time = formats.show_time(self.visit.start)
        day = formats.show_short_date(self.visit.start.date())
        words = QWidget()
        words.setFixedWidth(length(WHEN_WIDTH))
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strong(day if with_day else time))
        column.addWidget(quiet(time if with_day else formats.show_time(self.visit.end)))
        column.addStretch(1)
        return words

    def _who(self, *, with_visitor: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strong(self.visit.client_name))
        where = what_words(self.visit) if with_visitor else _(self.visit.place.label)
        column.addWidget(quiet(where))
        return column

    def _record_button(self) -> QWidget:
        button = plain_button(_("Record"))
        button.setAccessibleName(_("Record visit of {name}").format(name=self.visit.client_name))
        mark_row(button, f"visit:{self.visit.id}", "act")
        button.clicked.connect(self._on_record_clicked)
        self._record = button
        return button

    def _open_button(self) -> QWidget:
        button = icon_button(
            "chevron_right",
            _("Show visit of {name}").format(name=self.visit.client_name),
            Role.QUIET,
        )
        mark_row(button, f"visit:{self.visit.id}", "open")
        button.clicked.connect(self._on_open_clicked)
        self._open = button
        return button

    def _on_open_clicked(self) -> None:
        self._open.setFocus()
        self.opened.emit(self.visit.id)

    def _on_record_clicked(self) -> None:
        self._record.setFocus()
        self.record_wanted.emit(self.visit.id)
