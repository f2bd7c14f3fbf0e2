"""All notes about a client as one text to read, select and copy, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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
        changes.look_changed.connect(self._on_look_changed)

    def show_notes(self, notes: Sequence[ClientNoteRow]) -> None:
        """Show other notes, from the newest."""
        self._notes = tuple(notes)
        head, body, gap = self._formats()
        document = self.document()
        self.setUpdatesEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for at, note in enumerate(self._notes):
            if at:
                cursor.insertText("\n\n", gap)
            cursor.insertText(f"{_head_line(note)}\n", head)
            cursor.insertText(shown(note.text), body)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUpdatesEnabled(True)

    def notes(self) -> tuple[ClientNoteRow, ...]:
        """Answer what is shown."""
        return self._notes

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
