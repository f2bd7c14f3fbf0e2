"""The list of fields that drops down at the cursor of a template, found by code or title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QListView

from app.letters.rules.fields import FIELDS
from resources.text import _
from ui.style import length, spacing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

_GAP = "   "


class FieldList(QCompleter):
    """Offers fields that have the typed letters in their code or title; Enter takes one."""

    picked = Signal(str)
    """The code of a field."""

    def __init__(self, field: QPlainTextEdit) -> None:
        """Hang below the cursor of `field`."""
        super().__init__(field)
        self._field = field
        lines = [f"{{{code}}}{_GAP}{_(each.title)}" for code, each in FIELDS.items()]
        self.setModel(QStringListModel(lines, self))
        self.setWidget(field)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(10)
        self.lines = QListView()
        self.lines.setProperty("kind", "popup")
        self.lines.setAccessibleName(_("Fields"))
        self.setPopup(self.lines)
        self.activated.connect(self._on_activated)

    def offer(self) -> None:
        """Drop down with the fields that fit what is typed after a brace before the cursor."""
        self.setCompletionPrefix(begun_before(self._field))
        if not self.completionCount():
            self.lines.hide()
            return
        self.lines.setCurrentIndex(self.completionModel().index(0, 0))
        # The completer knows nothing of the room that the style leaves around the lines.
        count = min(self.completionCount(), self.maxVisibleItems())
        self.lines.setFixedHeight(count * self.lines.sizeHintForRow(0) + 2 * spacing(4) + 4)
        place = self._field.cursorRect()
        place.setWidth(min(length(340), self._field.viewport().width()))
        self.complete(place)

    def is_open(self) -> bool:
        """Answer whether the list is on the screen."""
        return self.lines.isVisible()

    def _on_activated(self, line: str) -> None:
        self.picked.emit(line.split(_GAP, 1)[0].strip("{}"))


def begun_before(field: QPlainTextEdit) -> str:
    """Answer what is typed after a brace that is still open before the cursor."""
    cursor = field.textCursor()
    before = cursor.block().text()[: cursor.positionInBlock()]
    _rest, brace, begun = before.rpartition("{")
    return begun if brace and "}" not in begun and " " not in begun else ""
