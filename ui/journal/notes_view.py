"""All notes about a person as one text to read, select and copy, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from resources.text import _
from ui.journal.notes_gutter import NotesGutter
from ui.journal.notes_text import NotesText
from ui.style import changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.journal.queries import NoteRow

_SMALL = 0.9
LEAST_LINES = 3
"""Lines that the shortest note takes, with its head and the gap below."""
REST_MS = 50
"""When the others are written, in milliseconds: then the first are on the screen."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NotesView(QPlainTextEdit):
    """One document instead of a widget for each note; the note at the cursor is the chosen one."""

    current_changed = Signal()
    """Another note is the chosen one."""
    opened = Signal()
    """Return was pressed on the chosen note."""

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
        self._text = NotesText(self.document())
        self._current = -1
        self._gutter = NotesGutter(self, self._text)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._on_rest_wanted)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        changes.look_changed.connect(self._on_look_changed)

    def show_notes(self, notes: Sequence[NoteRow], *, keep: bool = False) -> None:
        """Show other notes, from the newest; what is out of sight follows a moment later.

        `keep` stays where the reader is: these are the same notes, one of them changed.
        """
        chosen, at = self.current(), self.verticalScrollBar().value()
        self._rest.stop()
        self.setUpdatesEnabled(False)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._text.begin(notes)
        self._text.write(len(notes) if keep and at else self.in_sight())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if keep and chosen is not None:
            self._choose(chosen.id)
            self.verticalScrollBar().setValue(at)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.setUpdatesEnabled(True)
        self._current = self._at_cursor()
        self.current_changed.emit()
        self.go_on()

    def add_notes(self, notes: Sequence[NoteRow]) -> None:
        """Show these notes, which begin with those that are shown; nothing in sight moves."""
        self._text.notes = tuple(notes)
        self.go_on()

    def pause(self) -> None:
        """Write no more of these notes: somebody else is about to be shown."""
        self._rest.stop()

    def go_on(self) -> None:
        """Write what a pause has left out."""
        if self._text.written < len(self._text.notes):
            self._rest.start(REST_MS)

    def notes(self) -> tuple[NoteRow, ...]:
        """Answer what is shown."""
        return self._text.notes

    def current(self) -> NoteRow | None:
        """Answer the chosen note."""
        notes = self._text.notes
        return notes[self._current] if 0 <= self._current < len(notes) else None

    def show_note(self, note_id: UUID) -> bool:
        """Choose a note and bring it to the top; False when it is not among those shown."""
        if not self._choose(note_id):
            return False
        line = self.textCursor().block().firstLineNumber()
        self.verticalScrollBar().setValue(line)
        return True

    def place_of_current(self) -> int:
        """Answer the place of the chosen note; -1 without notes."""
        return self._current

    def lines_in_sight(self) -> Iterator[tuple[int, int, int]]:
        """Answer number, top and height (pixels) of each paragraph that is in sight."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < self.viewport().height():
            height = self.blockBoundingRect(block).height()
            yield block.blockNumber(), round(top), round(height)
            top += height
            block = block.next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from note to note with Ctrl and an arrow; Return goes to what can be done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() in _STEPS and event.modifiers() == _CONTROL:
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left edge."""
        super().resizeEvent(event)
        self._gutter.fit()

    def set_left_margin(self, width: int) -> None:
        """Leave room for the gutter, in pixels."""
        self.setViewportMargins(width, 0, 0, 0)

    def _step(self, by: int) -> None:
        wanted = self._current + by
        if 0 <= wanted < len(self._text.notes):
            self.show_note(self._text.notes[wanted].id)

    def _choose(self, note_id: UUID) -> bool:
        place = next((at for at, note in enumerate(self.notes()) if note.id == note_id), -1)
        if place < 0:
            return False
        if place >= self._text.written:
            self._rest.stop()
            self._text.write(len(self._text.notes))
        block = self.document().findBlockByNumber(self._text.starts[place])
        self.setTextCursor(QTextCursor(block))
        return True

    def in_sight(self) -> int:
        """Answer how many notes can be in sight at most: they are written before the paint."""
        least = LEAST_LINES * self.fontMetrics().lineSpacing() * _SMALL
        return int(self.height() / least) + 2

    def _at_cursor(self) -> int:
        return self._text.note_at(self.textCursor().blockNumber())

    def _on_cursor_moved(self) -> None:
        at = self._at_cursor()
        if at != self._current:
            self._current = at
            self._gutter.update()
            self.current_changed.emit()

    def _on_rest_wanted(self) -> None:
        self._text.write(len(self._text.notes))

    def _on_look_changed(self) -> None:
        self._gutter.fit()
        self.show_notes(self._text.notes, keep=True)
