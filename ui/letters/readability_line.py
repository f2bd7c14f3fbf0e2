"""How easily a letter reads, as one quiet line that never stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.readability.report import report
from app.letters.readability.rules import LANGUAGES, Index
from resources.text import _
from ui import formats
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FIGURES = {"de": Index.FLESCH_AMSTAD, "da": Index.LIX, "en": Index.FLESCH_READING_EASE}


class ReadabilityLine(Label):
    """Shows the figure that is usual for the language, and the length of sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__("", "small", parent)
        self.hide()

    def show_text(self, text: str, language: str) -> None:
        """Measure a text; languages that nobody can measure have no line."""
        found = report(text, language) if language in LANGUAGES else None
        self.setVisible(found is not None and bool(found.counts.words))
        if found is None or not found.counts.words:
            return
        figure = _FIGURES[language]
        words = _("Readability: {name} {value} · {words} words in a sentence, on average")
        self.setText(
            words.format(
                name=_(figure.label),
                value=formats.show_number(round(found.indices[figure])),
                words=formats.show_number(round(found.indices[Index.AVERAGE_SENTENCE_LENGTH])),
            )
        )
