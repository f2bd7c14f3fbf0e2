"""Notes of several lines: Tab leaves, and a paste that is too long is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from resources.text import _
from ui import formats
from ui.style import length
from ui.widgets.labels import restyle, shown

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
LONGEST = 20_000
"""Letters that one note holds."""


class LongTextField(QPlainTextEdit):
    """Several lines of plain text, up to 20,000 letters."""

    changed = Signal()

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        """Be `lines` lines high at first; it grows with its layout."""
        super().__init__(parent)
        self._lines = lines
        self._refused = ""
        self.setTabChangesFocus(True)
        self.setMinimumHeight(length(20) * lines + length(14))
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """Answer the text as typed, lines ended by newlines."""
        # Qt's own plain text would turn a space that must not break into any space.
        return self.document().toRawText().translate(_LINE_ENDS)

    def set_value(self, value: str) -> None:
        """Show a text, from its beginning."""
        self._refused = ""
        if value or not self.document().isEmpty():
            self.setPlainText(shown(value))

    def text_value(self) -> str:
        """Answer the text for a draft."""
        return self.value()

    def restore_text(self, text: str) -> None:
        """Put a draft's text back."""
        self.set_value(text)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the text be read and copied only."""
        self.setReadOnly(on)
        restyle(self)

    def trouble(self) -> str:
        """Answer a sentence when a paste was refused or the text is too long."""
        too_many = self.document().characterCount() - 1 - LONGEST
        if too_many <= 0:
            return self._refused
        sentence = _("This note is too long by {count} characters. Split it into two notes.")
        return sentence.format(count=formats.show_number(too_many))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste whole or, when it does not fit, not at all."""
        pasted = source.text()
        if len(pasted) + self.document().characterCount() - 1 > LONGEST:
            sentence = _(
                "The pasted text has {count} characters; {most} fit into one note. "
                "Nothing was inserted."
            )
            self._refused = sentence.format(
                count=formats.show_number(len(pasted)), most=formats.show_number(LONGEST)
            )
            self.changed.emit()
            return
        self.insertPlainText(shown(pasted))

    def _on_text_changed(self) -> None:
        self._refused = ""
        self.changed.emit()
