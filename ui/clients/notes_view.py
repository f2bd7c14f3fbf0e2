"""All notes about a client as one text to read, select and copy, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from resources.text import _
from ui import formats
from ui.palette import Role
from ui.style import changes, colour, font_size
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.clients.queries import ClientNoteRow

_SMALL = 0.9
LEAST_LINES = 3
"""Lines that the shortest note takes, with its head and the gap below."""
REST_MS = 50
"""When the others are written, in milliseconds: then the first are on the screen."""


class NotesView(QPlainTextEdit):
    """One document instead of a widget for each note: 200 notes cost as much as one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without notes."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(_("Notes, newest first"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._notes: tuple[ClientNoteRow, ...] = ()
        self._written = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._on_rest_wanted)
        changes.look_changed.connect(self._on_look_changed)

    def show_notes(self, notes: Sequence[ClientNoteRow]) -> None:
        """Show other notes, from the newest; what is out of sight follows a moment later."""
        self._rest.stop()
        self._notes = tuple(notes)
        self.setUpdatesEnabled(False)
        self.document().clear()
        self._written = 0
        self._write(self._in_sight())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUpdatesEnabled(True)
        self.go_on()

    def pause(self) -> None:
        """Write no more of these notes: somebody else is about to be shown."""
        self._rest.stop()

    def go_on(self) -> None:
        """Write what a pause has left out."""
        if self._written < len(self._notes):
            self._rest.start(REST_MS)

    def notes(self) -> tuple[ClientNoteRow, ...]:
        """Answer what is shown."""
        return self._notes

    def _in_sight(self) -> int:
        """Answer how many notes can be in sight at most: they are written before the paint."""
        least = LEAST_LINES * self.fontMetrics().lineSpacing() * _SMALL
        return int(self.height() / least) + 2

    def _write(self, count: int) -> None:
        """Write the next notes below those that stand there."""
        head, body, gap = self._formats()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for note in self._notes[self._written : self._written + count]:
            if self._written:
                cursor.insertText("\n\n", gap)
            cursor.insertText(f"{_head_line(note)}\n", head)
            cursor.insertText(shown(note.text), body)
            self._written += 1
        cursor.endEditBlock()

    def _on_rest_wanted(self) -> None:
        self._write(len(self._notes))

    def _formats(self) -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
        head = QTextCharFormat()
        head.setFontWeight(QFont.Weight.DemiBold)
        head.setFontPointSize(font_size(_SMALL))
        head.setForeground(colour(Role.QUIET))
        body = QTextCharFormat()
        body.setForeground(colour(Role.TEXT))
        return head, body, QTextCharFormat()

    def _on_look_changed(self) -> None:
        self.show_notes(self._notes)


def _head_line(note: ClientNoteRow) -> str:
    when = formats.show_datetime(note.written_at.astimezone().replace(tzinfo=None))
    return f"{when} · {shown(note.author)}"
