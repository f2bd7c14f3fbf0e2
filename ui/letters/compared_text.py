"""A text beside an older one: words that came are underlined, words that went are struck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.letters.studio.comparing import Fate
from ui.palette import Role
from ui.style import changes, colour
from ui.widgets.fields import LongTextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.letters.studio.comparing import Stretch

_LINES = 5


class ComparedText(LongTextField):
    """Read only; line and strike say the same as the colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_LINES, parent)
        self.set_read_only(True)
        self._stretches: Sequence[Stretch] = ()
        changes.look_changed.connect(self._on_look_changed)

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Show a text with what became of its words."""
        self._stretches = stretches
        self.clear()
        cursor = QTextCursor(self.document())
        for each in stretches:
            cursor.insertText(each.text, _format(each.fate))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_look_changed(self) -> None:
        self.show_stretches(self._stretches)


def _format(fate: Fate) -> QTextCharFormat:
    found = QTextCharFormat()
    if fate is Fate.NEW:
        found.setFontUnderline(True)
        found.setForeground(colour(Role.DONE))
    elif fate is Fate.GONE:
        found.setFontStrikeOut(True)
        found.setForeground(colour(Role.DANGER))
    return found
