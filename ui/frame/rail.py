"""The left rail: where one can go, as icon and word, with Ctrl and a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from resources.text import _
from ui.frame.shortcuts import PLACES
from ui.icons import icon
from ui.palette import Role
from ui.style import length, spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.pages import RailEntry


class Rail(QFrame):
    """One button per place; the one where I am is marked by colour, weight and state.

    Where the window is low for the size of text, the buttons move together; where even that
    is not enough, they scroll.
    """

    wanted = Signal(str)
    """The word of the place that was clicked."""

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        """Show `entries` from top to bottom."""
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(_("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._words = [entry.word for entry in entries]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._places = QWidget()
        self._places.setProperty("kind", "clear")
        self._column = QVBoxLayout(self._places)
        for at, entry in enumerate(entries):
            self._column.addWidget(self._button(at, entry))
        self._column.addStretch()
        self._area = _scrolling(self._places)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._is_tight: bool | None = None
        self._set_tight(tight=False)
        self._group.idClicked.connect(self._on_clicked)

    def mark(self, word: str) -> None:
        """Mark where I am."""
        if word in self._words:
            button = self._group.button(self._words.index(word))
            button.setChecked(True)
            self._area.ensureWidgetVisible(button, 0, spacing(4))

    def marked(self) -> str:
        """Answer the word of the marked place, "" when there is none."""
        at = self._group.checkedId()
        return self._words[at] if at >= 0 else ""

    def sizeHint(self) -> QSize:
        """Answer the room of all places, and of the scroll bar where they do not fit."""
        wanted = self._places.sizeHint()
        bar = self._area.verticalScrollBar().sizeHint().width()
        is_scrolling = self._is_tight and wanted.height() > self.height()
        return QSize(wanted.width() + (bar if is_scrolling else 0), wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Answer the width of all and the height of two: the rest scrolls."""
        return QSize(self.sizeHint().width(), length(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the buttons together where they do not fit otherwise."""
        super().resizeEvent(event)
        self._set_tight(tight=False)
        if self._places.sizeHint().height() > self.height():
            self._set_tight(tight=True)
        self.updateGeometry()

    def _set_tight(self, *, tight: bool) -> None:
        if tight == self._is_tight:
            return
        self._is_tight = tight
        edge = spacing(4 if tight else 12)
        self._column.setContentsMargins(spacing(8), edge, spacing(8), edge)
        self._column.setSpacing(spacing(2 if tight else 4))
        for button in self._group.buttons():
            button.setProperty("kind", "tight_rail" if tight else "rail")
            button.style().unpolish(button)
            button.style().polish(button)
            button.updateGeometry()

    def _button(self, at: int, entry: RailEntry) -> QToolButton:
        words = _(entry.title)
        button = _RailButton(entry.icon)
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolTip(words)
        if at < len(PLACES):
            number = PLACES[at].removeprefix("Ctrl+")
            with_key = _("{place} (Ctrl+{number})")
            button.setToolTip(with_key.format(place=words, number=number))
        self._group.addButton(button, at)
        return button

    def _on_clicked(self, at: int) -> None:
        self.wanted.emit(self._words[at])


def _scrolling(places: QWidget) -> QScrollArea:
    """Answer an area in which the places scroll up and down."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(places)
    return area


class _RailButton(QToolButton):
    """Icon and word; the icon is tinted as the word is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(length(20) + spacing(6), length(20)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(length(112))
        self.toggled.connect(self._on_toggled)
        self._on_toggled(on=False)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self.setIcon(icon(self._name, Role.PRIMARY if on else Role.QUIET))
