"""Looks the words of notes up in the dictionaries of this computer, beside everything else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.journal.spelling.checker import Verdict
from app.journal.spelling.dictionaries import find_dictionaries
from app.journal.spelling.process import SpellingProcess
from resources.text import language
from ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ui.desk import Pending


class Speller(QObject):
    """Answers later, on the UI thread; without a dictionary nothing is ever misspelt."""

    own_words_changed = Signal()

    def __init__(
        self, folders: Iterable[Path] | None = None, parent: QObject | None = None
    ) -> None:
        """Look for dictionaries in `folders`, or in the usual places, at the first question."""
        super().__init__(parent)
        self._folders = None if folders is None else tuple(folders)
        # A desk without an office: a thread that answers in order, and nothing more is needed.
        self._worker = Desk(self)
        self._process: SpellingProcess | None = None
        self._has_looked = False
        self._own: frozenset[str] = frozenset()

    def check(self, words: Sequence[str]) -> Pending[Verdict]:
        """Ask which of a text's words are misspelt; the window's language is the likely one."""
        return self._worker.run(self._checked, tuple(words), language())

    def suggest(self, word: str, in_language: str) -> Pending[tuple[str, ...]]:
        """Ask what may have been meant."""
        return self._worker.run(self._suggested, word, in_language)

    def languages(self) -> Pending[tuple[str, ...]]:
        """Ask which languages have a dictionary on this computer."""
        return self._worker.run(self._found)

    def is_own(self, word: str) -> bool:
        """Answer whether the office has this word in its own list, in whichever case."""
        return word.casefold() in self._own

    def set_own_words(self, words: Iterable[str]) -> None:
        """Take the office's own list; what is in it is not misspelt."""
        own = frozenset(word.casefold() for word in words)
        if own != self._own:
            self._own = own
            self.own_words_changed.emit()

    def forget(self) -> None:
        """Forget every word that was looked up: the office is locked."""
        self._own = frozenset()
        self._worker.run(self._end_process)

    def stop(self) -> None:
        """End the process; the program is about to end."""
        if self._process is not None:
            self._process.stop()
        self._worker.stop()

    def _checked(self, words: tuple[str, ...], preferred: str) -> Verdict:
        process = self._started()
        return process.check(words, preferred) if process else Verdict("", frozenset())

    def _suggested(self, word: str, in_language: str) -> tuple[str, ...]:
        process = self._started()
        return process.suggest(word, in_language) if process else ()

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.stop()
        self._process, self._has_looked = None, False

    def _found(self) -> tuple[str, ...]:
        return tuple(files.language for files in find_dictionaries(self._folders))

    def _started(self) -> SpellingProcess | None:
        """Start the process when there is something to look words up in."""
        if not self._has_looked:
            self._has_looked = True
            if self._found():
                self._process = SpellingProcess(self._folders)
        return self._process


@cache
def the_speller() -> Speller:
    """Answer the one speller of the program; it ends with it."""
    app = QCoreApplication.instance()
    speller = Speller(parent=app)
    if app is not None:
        app.aboutToQuit.connect(speller.stop)
    return speller
