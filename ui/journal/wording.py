"""What the office has put together for writing: its snippets, and its own words for spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.journal.actions import add_own_word
from app.journal.queries.writing_help import writing_help
from ui import formats
from ui.journal.speller import the_speller

if TYPE_CHECKING:
    from app.journal.queries.writing_help import WritingHelp
    from ui.desk import Desk
    from ui.journal.note_edit import NoteEdit


class Wording(QObject):
    """Fills one field with it; a word that is added there is added for the whole office."""

    def __init__(self, desk: Desk, field: NoteEdit) -> None:
        """Stand behind `field`."""
        super().__init__(field)
        self._desk, self._field = desk, field
        self._name = ""
        field.word_taken.connect(self._on_word_taken)
        desk.closed.connect(self._on_closed)

    def ask_for(self, name: str) -> None:
        """Ask for everything; the note is about the person `name`."""
        self._name = name
        self._desk.ask(writing_help).then(self._on_found)

    def _on_found(self, found: WritingHelp) -> None:
        self._field.set_snippets(found.snippets)
        today = formats.show_date(self._desk.local_now.date())
        places = {"name": self._name, "me": self._desk.who, "date": today, "today": today}
        self._field.set_places(places)
        the_speller().set_own_words(found.words)

    def _on_closed(self) -> None:
        self._field.set_snippets({})
        the_speller().forget()

    def _on_word_taken(self, word: str, language: str) -> None:
        self._desk.act(add_own_word, language, word).then(self._on_added)

    def _on_added(self, _nothing: None) -> None:
        self.ask_for(self._name)
