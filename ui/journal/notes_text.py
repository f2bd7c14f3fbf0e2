"""Writes notes into a document one below the other, and knows which line belongs to which note."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from app.journal.rules import FollowUp
from ui.journal.note_words import detail_line, follow_up_line, head_line
from ui.palette import Role
from ui.style import colour, font_size
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from app.journal.queries import NoteRow

_SMALL = 0.9


class NotesText:
    """The notes of one person in one document: 200 of them cost as much as one."""

    def __init__(self, document: QTextDocument) -> None:
        """Write into `document`."""
        self._document = document
        self.notes: tuple[NoteRow, ...] = ()
        self.starts: list[int] = []
        """The line on which each written note begins."""
        self._line = 0

    @property
    def written(self) -> int:
        """How many notes are written."""
        return len(self.starts)

    def begin(self, notes: Sequence[NoteRow]) -> None:
        """Empty the document for other notes."""
        self._document.clear()
        self.notes = tuple(notes)
        self.starts = []
        self._line = 0

    def write(self, count: int) -> None:
        """Write the next notes below those that stand there."""
        formats = _Formats()
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for note in self.notes[self.written : self.written + count]:
            if self.starts:
                cursor.insertText("\n\n", formats.gap)
                self._line += 2
            self.starts.append(self._line)
            for text, look in _lines(note, formats):
                cursor.insertText(text, look)
                self._line += text.count("\n")
        cursor.endEditBlock()

    def note_at(self, line: int) -> int:
        """Answer the place of the note that a line belongs to; -1 without notes."""
        return bisect_right(self.starts, line) - 1


class _Formats:
    """The looks of a note's lines, in the theme in use."""

    def __init__(self) -> None:
        self.head = _format(Role.QUIET, bold=True)
        self.detail = _format(Role.QUIET)
        self.open = _format(Role.ATTENTION, bold=True)
        self.closed = _format(Role.DONE)
        self.gap = QTextCharFormat()
        self.body = QTextCharFormat()
        self.body.setForeground(colour(Role.TEXT))


def _format(role: Role, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontPointSize(font_size(_SMALL))
    made.setForeground(colour(role))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _lines(note: NoteRow, formats: _Formats) -> Iterator[tuple[str, QTextCharFormat]]:
    yield f"{head_line(note)}\n", formats.head
    if details := detail_line(note):
        yield f"{details}\n", formats.detail
    if note.follow_up:
        look = formats.open if note.follow_up == FollowUp.OPEN else formats.closed
        yield f"{_one_line(follow_up_line(note))}\n", look
    yield shown(note.text).translate(_BREAKS), formats.body


def _one_line(text: str) -> str:
    return " ".join(text.split())


_BREAKS = str.maketrans({"\r": "\n", "\u2029": "\n", "\u2028": "\n"})
"""What Qt would begin a new line for: here each is counted as one."""
