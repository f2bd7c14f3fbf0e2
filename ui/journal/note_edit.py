"""The field in which notes are written: marks misspelt words and takes snippets, by keyboard."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor

from app.journal.snippets import expansion, filled, typed_before
from resources.text import _
from ui.journal.snippet_list import SnippetList
from ui.journal.speller import the_speller
from ui.journal.spelling_marks import SpellingMarks
from ui.journal.spelling_menu import SpellingMenu
from ui.widgets.fields import LongTextField
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.journal.speller import Speller

_LIST_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class NoteEdit(LongTextField):
    """A long text with spelling and snippets; what is typed is never changed by itself."""

    word_taken = Signal(str, str)
    """A word for the office's own list, and its language."""

    def __init__(
        self, lines: int = 4, speller: Speller | None = None, parent: QWidget | None = None
    ) -> None:
        """Begin without snippets; `speller` is the program's unless another is given."""
        super().__init__(lines, parent)
        self._speller = speller or the_speller()
        self.marks = SpellingMarks(self, self._speller)
        self.list = SnippetList(self)
        self.list.picked.connect(self._on_picked)
        self._snippets: Mapping[str, str] = MappingProxyType({})
        self._places: Mapping[str, str] = MappingProxyType({})

    def set_snippets(self, snippets: Mapping[str, str]) -> None:
        """Take other snippets: texts by their short words, which are in lower case."""
        self._snippets = snippets

    def set_places(self, places: Mapping[str, str]) -> None:
        """Say what is filled in for {name}, {date}, {me} and {today}."""
        self._places = places

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of snippets and spelling; write all others."""
        if self.list.is_open() and event.key() in _LIST_KEYS:
            event.ignore()  # the list takes them
            return
        if self._is_for_help(event):
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._expand_typed()
        super().keyPressEvent(event)
        if self.list.is_open():
            self.list.narrow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu, above it what concerns a misspelt word."""
        at = self.textCursor()
        if event.reason() == event.Reason.Mouse:
            at = self.cursorForPosition(event.pos())
        self._open_menu(self.marks.misspelt_at(at), event.globalPos())

    def correct_next(self) -> None:
        """Go to the next misspelt word and open its menu."""
        found = self.marks.misspelt_at(self.textCursor())
        found = found or self.marks.next_misspelt(self.textCursor())
        if found is not None:
            self.setTextCursor(found)
            below = self.cursorRect().bottomLeft()
            self._open_menu(found, self.viewport().mapToGlobal(below))

    def _is_for_help(self, event: QKeyEvent) -> bool:
        """Open the snippets (Ctrl+Space) or go to the next misspelt word (F7)."""
        if self.isReadOnly():
            return False
        if event.key() == Qt.Key.Key_Space and event.modifiers() == _CONTROL:
            self.list.offer(self._snippets)
            return True
        if event.key() == Qt.Key.Key_F7 and not event.modifiers():
            self.correct_next()
            return True
        return False

    def _open_menu(self, selection: QTextCursor | None, at: QPoint) -> None:
        usual = self.createStandardContextMenu()
        if selection is None or self.isReadOnly():
            usual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            usual.popup(at)
            return
        menu = SpellingMenu(self, self._speller, selection, self.marks.language, usual)
        menu.setAccessibleName(_("Spelling"))
        menu.word_taken.connect(self._on_word_taken)
        menu.popup(at)

    def _expand_typed(self) -> None:
        cursor = self.textCursor()
        typed = typed_before(cursor.block().text()[: cursor.positionInBlock()])
        text = expansion(typed.word, self._snippets) if typed and typed.word else None
        if typed is not None and text is not None and not cursor.hasSelection():
            self._put(cursor, typed.length, text)

    def _on_picked(self, word: str) -> None:
        cursor = self.textCursor()
        typed = typed_before(cursor.block().text()[: cursor.positionInBlock()])
        text = expansion(word, self._snippets)
        if text is not None:
            self._put(cursor, typed.length if typed else 0, text)

    def _put(self, cursor: QTextCursor, instead_of: int, text: str) -> None:
        """Put a snippet in place of what is typed, as one step for undo."""
        back, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.beginEditBlock()
        cursor.movePosition(back, keep, instead_of)
        cursor.insertText(shown(filled(text, self._places)))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _on_word_taken(self, word: str) -> None:
        self.word_taken.emit(word, self.marks.language)
