"""Several of a list: chips that are on or off; one stop of Tab, arrows move between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.style import spacing
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class CodesField(QWidget):
    """An input of a form; its value is the chosen codes in the order of the list."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer codes with their words; none is chosen."""
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing(4))
        self._chips: dict[str, _Chip] = {}
        self.offer(options)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other codes; none is chosen any more."""
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for code, words in options:
            chip = _Chip(words, self)
            chip.toggled.connect(self._on_toggled)
            chip.left.connect(self._on_left)
            self._chips[code] = chip
            self._flow.addWidget(chip)
        first = next(iter(self._chips.values()))
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(first)
        self.setAccessibleName(self.accessibleName())

    def offered(self) -> frozenset[str]:
        """Answer the codes that can be chosen."""
        return frozenset(self._chips)

    def value(self) -> tuple[str, ...]:
        """Answer the chosen codes."""
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    def set_value(self, codes: Iterable[str]) -> None:
        """Choose codes; what is not offered is left out."""
        wanted = set(codes)
        for code, chip in self._chips.items():
            chip.setChecked(code in wanted)

    def text_value(self) -> str:
        """Answer the codes for a draft."""
        return " ".join(self.value())

    def restore_text(self, text: str) -> None:
        """Put a draft's codes back."""
        self.set_value(text.split())

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the codes be seen only."""
        for chip in self._chips.values():
            chip.setEnabled(not on)

    def trouble(self) -> str:
        """Answer nothing: chips are always understood."""
        return ""

    def setAccessibleName(self, name: str) -> None:
        """Name the question; each chip is read with it."""
        super().setAccessibleName(name)
        for chip in self._chips.values():
            chip.setAccessibleName(f"{name}: {chip.words}")

    def _on_toggled(self, _on: bool) -> None:  # noqa: FBT001 - a slot
        self.changed.emit()

    def _on_left(self, step: int) -> None:
        chips = list(self._chips.values())
        here = next(at for at, chip in enumerate(chips) if chip.hasFocus())
        chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)


class _Chip(QPushButton):
    """One code."""

    left = Signal(int)
    """An arrow key leads to another chip, so many further."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.words = words
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Answer the size of the words as they are when chosen: a little wider."""
        strong = self.font()
        strong.setWeight(QFont.Weight.DemiBold)
        usual = self.fontMetrics().horizontalAdvance(self.text())
        wider = QFontMetrics(strong).horizontalAdvance(self.text()) - usual
        return super().sizeHint() + QSize(max(0, wider), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.left.emit(step)
        else:
            super().keyPressEvent(event)
