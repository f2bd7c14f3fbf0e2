"""A page that covers the whole window: one calm column, with nothing else to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.style import length, spacing
from ui.widgets.labels import Label, text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class CoverPage(QScrollArea):
    """A column in the middle of the window; it scrolls where the window is small."""

    def __init__(self, heading: str, sentence: str = "", *, width: int = 560) -> None:
        """Begin with a heading and a sentence; `width` is in pixels at 100 %."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(heading)
        self.column = QVBoxLayout()
        self.column.setSpacing(spacing(12))
        self.heading = Label(heading, "display")
        self.sentence = text(sentence)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.sentence)
        self.column.addSpacing(spacing(8))
        self.setWidget(self._middle(width))
        self.sentence.setVisible(bool(sentence))

    def _middle(self, width: int) -> QWidget:
        holder = QWidget()
        holder.setMaximumWidth(length(width))
        holder.setLayout(self.column)
        self.column.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 1000)
        across.addStretch(1)
        page = QWidget()
        down = QVBoxLayout(page)
        gap = spacing(24)
        down.setContentsMargins(gap, gap, gap, gap)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        return page

    def add_buttons(self, primary: QPushButton, *others: QPushButton) -> None:
        """Add the row of buttons: the one that leads on, and quieter ones beside it."""
        row = QHBoxLayout()
        row.setSpacing(spacing(12))
        row.addWidget(primary)
        for button in others:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addSpacing(spacing(12))
        self.column.addLayout(row)
