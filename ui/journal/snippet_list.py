"""The list of short words that drops down at the cursor: typed further, chosen with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QListView

from app.journal.snippets import SIGN, typed_before
from resources.text import _
from ui.style import length, spacing
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QPlainTextEdit

_SHOWN = 60
"""Characters of a text that its line shows."""


class SnippetList(QCompleter):
    """Offers the short words that begin as typed; never opens by itself."""

    picked = Signal(str)
    """A short word, without its sign."""

    def __init__(self, field: QPlainTextEdit) -> None:
        """Hang below the cursor of `field`."""
        super().__init__(field)
        self._field = field
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setWidget(field)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.lines = QListView()
        self.lines.setProperty("kind", "popup")
        self.lines.setAccessibleName(_("Text snippets"))
        self.setPopup(self.lines)
        self.activated.connect(self._on_activated)

    def offer(self, snippets: Mapping[str, str]) -> None:
        """Drop down with what begins as typed before the cursor."""
        lines = [f"{SIGN}{word}   {_line(text)}" for word, text in sorted(snippets.items())]
        self._model.setStringList(lines)
        self.narrow()

    def narrow(self) -> None:
        """Show what still fits what is typed; close when nothing does."""
        cursor = self._field.textCursor()
        typed = typed_before(cursor.block().text()[: cursor.positionInBlock()])
        self.setCompletionPrefix(SIGN + (typed.word if typed else ""))
        if not self.completionCount():
            self.lines.hide()
            return
        self.lines.setCurrentIndex(self.completionModel().index(0, 0))
        # The completer knows nothing of the room that the style leaves around the lines.
        count = min(self.completionCount(), self.maxVisibleItems())
        self.lines.setFixedHeight(count * self.lines.sizeHintForRow(0) + 2 * spacing(4) + 4)
        place = self._field.cursorRect()
        place.setWidth(min(length(420), self._field.viewport().width()))
        self.complete(place)

    def is_open(self) -> bool:
        """Answer whether the list is on the screen."""
        return self.lines.isVisible()

    def _on_activated(self, line: str) -> None:
        self.picked.emit(line.split(" ", 1)[0].removeprefix(SIGN))


def _line(text: str) -> str:
    line = shown(" ".join(text.split()))
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()} …"
