"""What the editor of templates paints: blocks and fields as typed, hard places when measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.letters.readability.rules import Kind
from ui.palette import Role
from ui.style import changes, colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QPlainTextEdit

    from app.letters.readability.rules import Finding

_HEAD = re.compile(r"\[[a-z]+(?:\.[a-z_]+)?\]\s*")
_FIELD = re.compile(r"\{[^{}]*\}")
_LAST_OF_PLANE = "\uffff"
_MOST = 400
"""So many places are marked; a text with more of them is too hard anyway."""


class MarkupColours(QSyntaxHighlighter):
    """Sets the heads of blocks and the fields off from the words of the letter."""

    def __init__(self, field: QPlainTextEdit) -> None:
        """Colour what is typed into `field`, line by line."""
        super().__init__(field.document())
        self._take_colours()
        changes.look_changed.connect(self._on_look_changed)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if _HEAD.fullmatch(text):
            self.setFormat(0, len(text), self._head)
            return
        for found in _FIELD.finditer(text):
            start = units(text[: found.start()])
            self.setFormat(start, units(found[0]), self._field)

    def _take_colours(self) -> None:
        self._head = QTextCharFormat()
        self._head.setForeground(colour(Role.PRIMARY))
        self._head.setFontWeight(QFont.Weight.DemiBold)
        self._field = QTextCharFormat()
        self._field.setForeground(colour(Role.PRIMARY))
        self._field.setBackground(colour(Role.PRIMARY_TINT))

    def _on_look_changed(self) -> None:
        self._take_colours()
        self.rehighlight()


class FindingMarks:
    """Marks hard places in a field; the marks move along with what is typed before them."""

    def __init__(self, field: QPlainTextEdit) -> None:
        """Begin without marks."""
        self._field = field

    def show(self, text: str, findings: Iterable[Finding]) -> None:
        """Mark these places of `text`, which is what stands in the field."""
        wide = max(text, default="") > _LAST_OF_PLANE
        marks = []
        for finding in list(findings)[:_MOST]:
            mark = QTextEdit.ExtraSelection()
            start, end = finding.start, finding.end
            if wide:
                start, end = units(text[:start]), units(text[:end])
            mark.cursor = selection(self._field, start, end)
            mark.format = _format(finding.kind)
            marks.append(mark)
        self._field.setExtraSelections(marks)

    def clear(self) -> None:
        """Take all marks away."""
        self._field.setExtraSelections([])


def selection(field: QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """Answer a cursor that has selected from `start` to `end`, as Qt counts."""
    last = field.document().characterCount() - 1
    cursor = QTextCursor(field.document())
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(text: str) -> int:
    """Answer the length of a text as Qt counts it: characters of higher planes take two."""
    return len(text) + sum(character > _LAST_OF_PLANE for character in text)


def _format(kind: Kind) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setUnderlineColor(colour(Role.ATTENTION))
    if kind is Kind.LONG_SENTENCE:
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    else:
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        found.setBackground(colour(Role.ATTENTION_TINT))
    return found
