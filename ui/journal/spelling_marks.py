"""Wavy lines below misspelt words, drawn a moment after the last key and never before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor

from app.journal.spelling.words import finder, words_of
from ui.palette import Role
from ui.style import changes, colour

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit

    from app.journal.spelling.checker import Verdict
    from ui.desk import Pending
    from ui.journal.speller import Speller

REST_MS = 400
"""When words are looked up after the last key, in milliseconds."""
_LAST_OF_PLANE = "\uffff"


class SpellingMarks(QSyntaxHighlighter):
    """Marks the misspelt words of one field; the word that is being typed is left in peace."""

    def __init__(self, field: QPlainTextEdit, speller: Speller) -> None:
        """Look at everything that is typed into `field`."""
        super().__init__(field.document())
        self._field, self._speller = field, speller
        self._pending: Pending[Verdict] | None = None
        self._misspelt: frozenset[str] = frozenset()
        self._finder: re.Pattern[str] | None = None
        self.language = ""
        """The language of the text as far as it is known, "" before."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        self._format = _wavy()
        field.document().contentsChange.connect(self._on_changed)
        speller.own_words_changed.connect(self.look)
        changes.look_changed.connect(self._on_look_changed)

    def misspelt_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Answer a selection of the misspelt word at a place; None when it is none."""
        block, at = cursor.block(), cursor.positionInBlock()
        for start, length in self._marked(block.text()):
            if start <= at <= start + length:
                return _selection(block, start, length)
        return None

    def next_misspelt(self, cursor: QTextCursor) -> QTextCursor | None:
        """Answer a selection of the first misspelt word after a place, else from the top."""
        later = self._first(cursor.block(), cursor.positionInBlock())
        return later or self._first(self.document().firstBlock(), -1)

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph; only those that changed are asked for."""
        for start, length in self._marked(text):
            self.setFormat(start, length, self._format)

    def look(self) -> None:
        """Ask for all words of the text, unless one is asked for already."""
        # An answer that failed never comes, and is waited for no longer.
        if self._pending is not None and self._pending.is_on_its_way():
            self._rest.start()
            return
        words = self._words()
        if words:
            self._pending = self._speller.check(words).then(self._on_checked)
        else:
            self._show(frozenset())

    def _words(self) -> list[str]:
        typed = self._being_typed()
        text = self.document().toPlainText()
        found = dict.fromkeys(word.text for word in words_of(text))
        found.pop(typed, None)
        return list(found)

    def _being_typed(self) -> str:
        """Answer the word that ends at the cursor while somebody writes."""
        cursor = self._field.textCursor()
        if not self._field.hasFocus() or cursor.hasSelection() or not cursor.atBlockEnd():
            return ""
        before = cursor.block().text()
        last = list(words_of(before[-80:]))
        return last[-1].text if last and before.endswith(last[-1].text) else ""

    def _marked(self, text: str) -> Iterator[tuple[int, int]]:
        """Answer begin and length of each misspelt word, both as Qt counts."""
        if self._finder is None:
            return
        wide = max(text, default="") > _LAST_OF_PLANE
        for found in self._finder.finditer(text):
            before = _units(text[: found.start()]) if wide else found.start()
            yield before, _units(found[0]) if wide else len(found[0])

    def _first(self, block: QTextBlock, after: int) -> QTextCursor | None:
        while block.isValid():
            for start, length in self._marked(block.text()):
                if start > after:
                    return _selection(block, start, length)
            block, after = block.next(), -1
        return None

    def _show(self, misspelt: frozenset[str]) -> None:
        """Mark other words; only paragraphs in which one of them stands are drawn again."""
        different = self._misspelt ^ misspelt
        if not different:
            return
        self._misspelt, self._finder = misspelt, finder(misspelt)
        touched = finder(different)
        block = self.document().firstBlock()
        while touched is not None and block.isValid():
            if touched.search(block.text()):
                self.rehighlightBlock(block)
            block = block.next()

    def _on_changed(self, _at: int, removed: int, added: int) -> None:
        if removed or added:
            self._rest.start()

    def _on_checked(self, verdict: Verdict) -> None:
        self._pending = None
        self.language = verdict.language
        own = self._speller.is_own
        self._show(frozenset(word for word in verdict.misspelt if not own(word)))

    def _on_look_changed(self) -> None:
        self._format = _wavy()
        self.rehighlight()


def _wavy() -> QTextCharFormat:
    wavy = QTextCharFormat()
    wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wavy.setUnderlineColor(colour(Role.DANGER))
    return wavy


def _units(text: str) -> int:
    """Answer the length of a text as Qt counts it: characters of higher planes take two."""
    return len(text) + sum(character > _LAST_OF_PLANE for character in text)


def _selection(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor
