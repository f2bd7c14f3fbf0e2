"""What happened, newest first: a line of marks with a time, a title and a few words each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import Label, small, strong
from ui.widgets.leading_row import LeadingRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

_TONES = {
    "": Role.QUIET,
    "primary": Role.PRIMARY,
    "done": Role.DONE,
    "attention": Role.ATTENTION,
    "danger": Role.DANGER,
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened: when (in words), what, more about it, and what can be opened."""

    when: str
    title: str
    text: str = ""
    icon: str = "dot"
    tone: str = ""
    action: str = ""
    record: UUID | None = None


class Timeline(QWidget):
    """Entries below each other along a line; `acted` carries the record of an entry."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without entries."""
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other entries."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, entry in enumerate(entries):
            row = _Row(entry, last=at == len(entries) - 1)
            row.acted.connect(self.acted)
            self._layout.addWidget(row)
        self._layout.addStretch()


class _Row(QWidget):
    """One entry with its mark and the line to the next."""

    acted = Signal(object)

    def __init__(self, entry: TimelineEntry, *, last: bool) -> None:
        super().__init__()
        self._record = entry.record
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing(12))
        grid.setVerticalSpacing(spacing(2))
        grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        grid.addWidget(IconLabel(entry.icon, _TONES[entry.tone]), 0, 0, middle)
        grid.addLayout(self._head(entry), 0, 1)
        if entry.text:
            grid.addWidget(Label(entry.text).selectable(), 1, 1)
        grid.setRowMinimumHeight(2, spacing(12))
        if not last:
            line = QFrame()
            line.setProperty("kind", "line")
            line.setFixedWidth(1)
            grid.addWidget(line, 1, 0, 2, 1, Qt.AlignmentFlag.AlignHCenter)

    def _head(self, entry: TimelineEntry) -> LeadingRow:
        head = LeadingRow(strong(entry.title), small(entry.when).unwrapped())
        if entry.action:
            button = quiet_button(entry.action)
            button.clicked.connect(self._on_clicked)
            head.addWidget(button)
        return head

    def _on_clicked(self) -> None:
        self.acted.emit(self._record)
