"""Hard places of what is typed into a letter: marked in the fields, listed, replaced by a press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resources.text import _
from ui.letters.studio_hints import HintsView
from ui.letters.studio_marks import FindingMarks, selection, units
from ui.style import length
from ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QWidget

    from app.letters.composing.queries import LetterSheet
    from app.letters.readability.rules import Finding
    from ui.letters.letter_fields import LetterFields
    from ui.widgets.fields import LongTextField

_HEIGHT = 240
"""Of the list with its button, in pixels at 100 %."""


class LetterHints(Section):
    """Closed until somebody looks; its title says how many places there are."""

    def __init__(self, fields: LetterFields, parent: QWidget | None = None) -> None:
        """Begin without hints for these fields."""
        super().__init__(_("Hints"), is_open=False, parent=parent)
        self._fields = fields
        self._sheet: LetterSheet | None = None
        self._marks: dict[str, FindingMarks] = {}
        self.view = HintsView()
        self.view.setMinimumHeight(length(_HEIGHT))
        self.body.addWidget(self.view)
        self.view.wanted.connect(self._on_wanted)
        self.view.replaced.connect(self._on_replaced)

    def show_sheet(self, sheet: LetterSheet) -> None:
        """Mark and list the hard places of a text that was measured."""
        self._sheet = sheet
        for marks in self._marks.values():
            marks.clear()
        self._marks = {}
        here: dict[str, list[Finding]] = {}
        for finding in sheet.findings:
            for code, place in self._place(finding):
                here.setdefault(code, []).append(place)
        for code, places in here.items():
            field = self._fields.long_field(code)
            if field is not None:
                self._marks[code] = FindingMarks(field)
                self._marks[code].show(field.value(), places)
        self.view.show_hints(sheet.typed_text, sheet.findings, sheet.report)
        count = len(sheet.findings)
        self.head.setText(_("Hints ({count})").format(count=count) if count else _("Hints"))
        self.setVisible(sheet.report is not None)

    def _place(self, finding: Finding) -> Iterator[tuple[str, Finding]]:
        """Answer the field that a place stands in, and the place there; nothing once it changed."""
        if self._sheet is None:
            return
        at = 0
        typed = [(code, text) for code, text in self._fields.typed() if text.strip()]
        if "\n".join(text for _code, text in typed) != self._sheet.typed_text:
            return
        for code, text in typed:
            if at <= finding.start and finding.end <= at + len(text):
                yield code, replace(finding, start=finding.start - at, end=finding.end - at)
                return
            at += len(text) + 1

    def _cursor(self, finding: Finding) -> tuple[LongTextField, QTextCursor] | None:
        for code, place in self._place(finding):
            field = self._fields.long_field(code)
            if field is not None:
                text = field.value()
                start, end = units(text[: place.start]), units(text[: place.end])
                return field, selection(field, start, end)
            self._fields.form.focus_field(code)
        return None

    def _on_wanted(self, finding: Finding) -> None:
        found = self._cursor(finding)
        if found is not None:
            field, cursor = found
            field.setTextCursor(cursor)
            field.ensureCursorVisible()
            field.setFocus()

    def _on_replaced(self, finding: Finding, words: str) -> None:
        found = self._cursor(finding)
        if found is not None:
            field, cursor = found
            large = cursor.selectedText()[:1].isupper()
            cursor.insertText(words[:1].upper() + words[1:] if large else words)
            field.setTextCursor(cursor)
            field.setFocus()
