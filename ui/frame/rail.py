"""The left rail: where one can go, as icon and word, with Ctrl and a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from resources.text import _
from ui.icons import icon
from ui.palette import Role
from ui.style import length, spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages import RailEntry


class Rail(QFrame):
    """One button per place; the one where I am is marked by colour, weight and state."""

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing(8), spacing(12), spacing(8), spacing(12))
        layout.setSpacing(spacing(4))
        for at, entry in enumerate(entries):
            layout.addWidget(self._button(at, entry))
        layout.addStretch()
        self._group.idClicked.connect(self._on_clicked)

    def mark(self, word: str) -> None:
        """Mark where I am."""
        if word in self._words:
            self._group.button(self._words.index(word)).setChecked(True)

    def marked(self) -> str:
        """Answer the word of the marked place, "" when there is none."""
        at = self._group.checkedId()
        return self._words[at] if at >= 0 else ""

    def _button(self, at: int, entry: RailEntry) -> QToolButton:
        words = _(entry.title)
        button = _RailButton(entry.icon)
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolTip(_("{place} (Ctrl+{number})").format(place=words, number=at + 1))
        self._group.addButton(button, at)
        return button

    def _on_clicked(self, at: int) -> None:
        self.wanted.emit(self._words[at])


class _RailButton(QToolButton):
    """Icon and word; the icon is tinted as the word is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setProperty("kind", "rail")
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
