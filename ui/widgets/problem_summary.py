"""The summary on top of a form: what has to be put right, each line leading to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from resources.text import ngettext
from ui.style import margins, spacing
from ui.widgets.labels import Label, strong
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class ProblemSummary(QFrame):
    """A box that takes the focus when problems are shown, so that a screen reader reads it."""

    field_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("kind", "summary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*margins(12))
        self._layout.setSpacing(spacing(2))

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show problems, each (field name or "", label, sentence); hide when there are none."""
        self._clear()
        self.setVisible(bool(lines))
        if not lines:
            return
        sentences = "\n".join(sentence for _name, _label, sentence in lines)
        if any(name for name, _label, _sentence in lines):
            words = ngettext(
                "One thing has to be put right:", "{count} things have to be put right:", len(lines)
            )
            heading = strong(words)
            heading.setContentsMargins(spacing(4), 0, 0, 0)
            self._layout.addWidget(heading)
            self.setAccessibleName(words)
            self.setAccessibleDescription(sentences)
        else:
            # A right that is missing is nothing that could be put right in a field.
            self.setAccessibleName(sentences)
            self.setAccessibleDescription("")
        for name, label, sentence in lines:
            self._layout.addWidget(self._line(name, label, sentence))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, name: str, label: str, sentence: str) -> QWidget:
        if not name:
            return Label(sentence, "problem")
        button = _Line(f"{label}: {sentence}" if label else sentence)
        button.setObjectName(name)
        button.clicked.connect(self._on_line_clicked)
        return button

    def _on_line_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.field_wanted.emit(sender.objectName())

    def _clear(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()


class _Line(WordsButton):
    """A problem that leads to its field; long sentences wrap."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("kind", "problem_line")
        self.setAccessibleName(words)
        self.row.setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4))
        self.row.addWidget(Label(words, "problem"))
        self.finish()
