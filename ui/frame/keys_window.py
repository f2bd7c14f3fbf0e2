"""The list of keys that F1 shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.text import _
from ui.frame.shortcuts import ADVICE, APPOINTMENTS, CALENDAR, EVERYWHERE, PLACES, WINDOW, Keys
from ui.style import length, margins, spacing
from ui.widgets.buttons import primary_button
from ui.widgets.labels import heading, text, title
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages import RailEntry


class KeysWindow(QDialog):
    """Every key and what it does; Escape closes."""

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        """List the keys of the places, of the window and of every list and form."""
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.resize(length(560), min(length(620), 700))
        places = [Keys(keys, entry.title) for keys, entry in zip(PLACES, entries, strict=False)]
        body = ScrollBody()
        for words, keys in (
            (_("Places"), places),
            (_("Window"), WINDOW),
            (_("Lists and forms"), EVERYWHERE),
            (_("Calendar of visits"), CALENDAR),
            (_("Appointments of mobile advice"), APPOINTMENTS),
            (_("Advice and tours"), ADVICE),
        ):
            body.add(heading(words))
            body.add(_key_grid(keys))
        body.end()
        close = primary_button(_("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(24))
        layout.setSpacing(spacing(16))
        layout.addWidget(title(_("Keys")))
        layout.addWidget(body, 1)
        layout.addLayout(foot)


def _key_grid(keys: Sequence[Keys]) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(spacing(16))
    grid.setVerticalSpacing(spacing(8))
    grid.setColumnStretch(1, 1)
    for row, one in enumerate(keys):
        shown = QKeySequence(one.sequence).toString(QKeySequence.SequenceFormat.NativeText)
        cap = QLabel(shown)
        cap.setTextFormat(Qt.TextFormat.PlainText)
        cap.setProperty("kind", "key")
        cap.setMinimumWidth(length(80))
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(text(_(one.does)), row, 1)
    return part
