"""Chooses whole sentences: a tick before each, and the words wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style import spacing
from ui.widgets.check_field import CheckField
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QMouseEvent


class _Sentence(QWidget):
    """One sentence with its tick; a click on the words ticks it as well."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tick = CheckField("")
        self.tick.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing(8))
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words), 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick it, or not."""
        if self.tick.isEnabled() and event.button() == Qt.MouseButton.LeftButton:
            self.tick.toggle()


class SentencesField(QWidget):
    """An input of a form; its value is the codes of the chosen sentences, in their order."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without sentences."""
        super().__init__(parent)
        self._parts: dict[str, _Sentence] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(8))

    def offer(self, sentences: Sequence[tuple[str, str]], chosen: Iterable[str]) -> None:
        """Offer other sentences, some of them ticked."""
        for part in self._parts.values():
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = {}
        wanted = set(chosen)
        for code, words in sentences:
            part = _Sentence(words, self)
            part.tick.setChecked(code in wanted)
            part.tick.changed.connect(self.changed)
            self._parts[code] = part
            self._layout.addWidget(part)
        if self._parts:
            self.setFocusProxy(next(iter(self._parts.values())).tick)
        self.changed.emit()

    def tick_of(self, code: str) -> CheckField:
        """Answer the tick of a sentence that is offered."""
        return self._parts[code].tick

    def value(self) -> tuple[str, ...]:
        """Answer the codes of what is ticked."""
        return tuple(code for code, part in self._parts.items() if part.tick.value())

    def set_value(self, codes: Iterable[str]) -> None:
        """Tick sentences; what is not offered is left out."""
        wanted = set(codes)
        for code, part in self._parts.items():
            part.tick.setChecked(code in wanted)

    def text_value(self) -> str:
        """Answer the codes as text, for a draft."""
        return " ".join(self.value())

    def restore_text(self, text: str) -> None:
        """Put a draft's choice back."""
        self.set_value(text.split())

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the choice be seen only."""
        for part in self._parts.values():
            part.tick.setEnabled(not on)

    def trouble(self) -> str:
        """Answer nothing: ticks are always understood."""
        return ""
