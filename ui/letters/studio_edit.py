"""The field in which templates are written: fields by keyboard, hard places one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor

from resources.text import _
from ui.letters.studio_fields import FieldList, begun_before
from ui.letters.studio_marks import FindingMarks, MarkupColours, selection, units
from ui.widgets.fields import LongTextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.letters.readability.rules import Finding

_LIST_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class TemplateEdit(LongTextField):
    """Ctrl+Space or an open brace offers fields; F7 goes to the next hard place."""

    finding_reached = Signal(object)
    """A `Finding` that the cursor was brought to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(12, parent)
        self.setAccessibleName(_("Text of the template"))
        self.setAccessibleDescription(
            _("Ctrl+Space inserts a field. F7 goes to the next place that is hard to read.")
        )
        self.colours = MarkupColours(self)
        self.marks = FindingMarks(self)
        self.list = FieldList(self)
        self.list.picked.connect(self.insert_field)
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, text: str, findings: Sequence[Finding]) -> None:
        """Mark hard places of `text`; a text that changed meanwhile keeps its older marks."""
        if text == self.value():
            self._findings = tuple(findings)
            self.marks.show(text, findings)

    def go_to(self, finding: Finding) -> None:
        """Select a hard place."""
        start, end = self._place(finding)
        self.setTextCursor(selection(self, start, end))
        self.ensureCursorVisible()
        self.setFocus()

    def go_to_line(self, number: int) -> None:
        """Go to the beginning of a line, counted from 1."""
        block = self.document().findBlockByNumber(max(0, number - 1))
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
        self.setFocus()

    def next_finding(self) -> None:
        """Go to the first hard place after the cursor, else to the first of all."""
        if not self._findings:
            return
        here = self.textCursor().selectionStart()
        later = [each for each in self._findings if self._place(each)[0] > here]
        found = later[0] if later else self._findings[0]
        self.go_to(found)
        self.finding_reached.emit(found)

    def replace(self, finding: Finding, words: str) -> None:
        """Put other words in place of a hard place, as one step for undo."""
        cursor = selection(self, *self._place(finding))
        begins_large = cursor.selectedText()[:1].isupper()
        cursor.insertText(words[:1].upper() + words[1:] if begins_large else words)
        self.setTextCursor(cursor)
        self.setFocus()

    def insert_field(self, code: str) -> None:
        """Put a field at the cursor, in place of what was typed to find it."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        begun = begun_before(self)
        typed = len(begun) + 1 if begun or before.endswith("{") else 0
        back, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.beginEditBlock()
        cursor.movePosition(back, keep, typed)
        cursor.insertText(f"{{{code}}}")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus()

    def insert_block(self, block: str) -> None:
        """Begin a block below the line of the cursor."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        gap = "\n\n" if cursor.block().text().strip() else "\n"
        cursor.insertText(f"{gap if cursor.position() else ''}[{block}]\n")
        self.setTextCursor(cursor)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of fields and hard places; write all others."""
        if self.list.is_open() and event.key() in _LIST_KEYS:
            event.ignore()  # the list takes them
            return
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == _CONTROL:
            self.list.offer()
        elif event.key() == Qt.Key.Key_F7 and not event.modifiers():
            self.next_finding()
        else:
            super().keyPressEvent(event)
            if self.list.is_open() or event.text() == "{":
                self.list.offer()

    def _place(self, finding: Finding) -> tuple[int, int]:
        text = self.value()
        return units(text[: finding.start]), units(text[: finding.end])
