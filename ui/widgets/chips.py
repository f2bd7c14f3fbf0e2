"""Chips: a fact in a small box, and a bar of chips that filters a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QSizePolicy, QWidget

from ui.fonts import base_font
from ui.icons import icon
from ui.style import length, look, spacing
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import restyle, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.palette import Role

T = TypeVar("T")


class Chip(QLabel):
    """A fact in a small box, such as a language; colour is never its only meaning."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        """Show a word in a tone: "", "primary", "done", "attention" or "danger"."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_text(text)
        self.setProperty("kind", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another word."""
        self.setText(shown(text))

    def set_tone(self, tone: str) -> None:
        """Show the word in another tone."""
        self.setProperty("tone", tone)
        restyle(self)


class _FilterChip(QPushButton):
    """A chip that can be chosen: it is as wide as its words are in the weight of a chosen one."""

    def sizeHint(self) -> QSize:
        """Answer the room of the words, chosen or not."""
        font = base_font(look().scale)
        font.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(font).horizontalAdvance(self.text().replace("&&", "&"))
        if not self.icon().isNull():
            words += self.iconSize().width() + spacing(4)
        hint = super().sizeHint()
        return QSize(max(hint.width(), words + 2 * spacing(12) + 4), hint.height())


class FilterBar(QWidget, Generic[T]):
    """One choice among few, as chips; arrows move between them."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        accessible_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer `options`, each (value, words); the first is chosen."""
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._values = [value for value, _words in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = FlowLayout(self, spacing(8))
        for at, (_value, words) in enumerate(options):
            layout.addWidget(self._chip(at, words))
        if options:
            self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> T:
        """Answer the chosen value."""
        return self._values[max(0, self._group.checkedId())]

    def set_value(self, value: T) -> None:
        """Choose a value without saying so. Raises `ValueError` when it is not offered."""
        self._group.button(self._values.index(value)).setChecked(True)

    def set_words(self, value: T, words: str) -> None:
        """Show other words for a value, such as a new count."""
        chip = self._group.button(self._values.index(value))
        chip.setText(words.replace("&", "&&"))
        chip.setAccessibleName(words)
        chip.updateGeometry()
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def set_tip(self, value: T, words: str) -> None:
        """Say more about a value where it is pointed at, such as its key."""
        self._group.button(self._values.index(value)).setToolTip(words)

    def set_icon(self, value: T, name: str, role: Role) -> None:
        """Show an icon before the words of a value."""
        chip = self._group.button(self._values.index(value))
        chip.setIcon(icon(name, role))
        chip.setIconSize(QSize(length(16) + spacing(2), length(16)))
        chip.updateGeometry()

    def _chip(self, at: int, words: str) -> QPushButton:
        chip = _FilterChip(words.replace("&", "&&"))
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setAccessibleName(words)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.addButton(chip, at)
        return chip

    def _on_clicked(self, at: int) -> None:
        self.chosen.emit(self._values[at])
