"""One choice among few: as chips where there is room, or else from a list that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style import length
from ui.widgets.chips import FilterBar
from ui.widgets.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.palette import Role

T = TypeVar("T")
CHOICE_WIDTHS = (168, 112)
"""Pixels at 100 % of a list that opens: usually, and where there is little room."""


class OneOf(QWidget, Generic[T]):
    """The same options twice; whichever is seen says what is chosen."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[T, str]], name: str) -> None:
        """Offer `options`, each (value, words); `name` is what is chosen."""
        super().__init__()
        self.chips = FilterBar(options, name)
        self.choice: ChoiceField[T] = ChoiceField(options)
        self.choice.setAccessibleName(name)
        self.choice.setFixedWidth(length(CHOICE_WIDTHS[0]))
        self.choice.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chips)
        layout.addWidget(self.choice)
        self._words = dict(options)
        self._is_quiet = False
        self.chips.chosen.connect(self._on_chip_chosen)
        self.choice.changed.connect(self._on_choice_changed)

    def value(self) -> T:
        """Answer what is chosen."""
        return self.chips.value()

    def set_value(self, value: T) -> None:
        """Choose without saying so."""
        self._is_quiet = True
        self.chips.set_value(value)
        self.choice.set_value(value)
        self._is_quiet = False

    def set_words(self, words: dict[T, str]) -> None:
        """Show other words for the values."""
        if words == self._words:
            return
        self._words = words
        for value, shown in words.items():
            self.chips.set_words(value, shown)
        self.choice.set_options(list(words.items()))

    def set_icon(self, value: T, name: str, role: Role) -> None:
        """Show an icon on the chip of a value."""
        self.chips.set_icon(value, name, role)

    def set_compact(self, *, on: bool) -> None:
        """Show a list that opens in place of the chips, or the chips again."""
        self.chips.setVisible(not on)
        self.choice.setVisible(on)

    def _on_chip_chosen(self, value: T) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _on_choice_changed(self) -> None:
        if not self._is_quiet:
            value = self.choice.value()
            self.chips.set_value(value)
            self.chosen.emit(value)
