"""Looks words up in the dictionaries of several languages and tells which language a text is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.journal.spelling.dictionaries import find_dictionaries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

MOST_SUGGESTIONS = 7
_TRIED = 200
"""Words by which the language of a text is told."""
_LEAST_KNOWN = 0.5
"""Share of known words below which a text is in no language that has a dictionary."""
_FEW = 4
"""So few words tell no language."""


class Lookup(Protocol):
    """One dictionary."""

    def spell(self, word: str) -> bool:
        """Answer whether the word is in the dictionary, as it is or put together."""

    def suggest(self, word: str) -> Sequence[str]:
        """Answer similar words that are."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a text: its language ("" if none is known) and its misspelt words."""

    language: str
    misspelt: frozenset[str]


class Checker:
    """Answers for whole texts; each word is looked up once."""

    def __init__(self, dictionaries: Mapping[str, Lookup]) -> None:
        """Stand on dictionaries by their language."""
        self._dictionaries = dictionaries
        self._known: dict[str, dict[str, bool]] = {language: {} for language in dictionaries}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a dictionary."""
        return tuple(self._dictionaries)

    def check(self, words: Sequence[str], preferred: str) -> Verdict:
        """Answer the misspelt ones of a text's words; `preferred` is the likely language."""
        language = self._language_of(words, preferred)
        if not language:
            return Verdict("", frozenset())
        return Verdict(language, frozenset(w for w in words if not self._is_known(language, w)))

    def suggest(self, word: str, language: str) -> tuple[str, ...]:
        """Answer what may have been meant, likeliest first."""
        dictionary = self._dictionaries.get(language)
        if dictionary is None:
            return ()
        try:
            return tuple(dictionary.suggest(word))[:MOST_SUGGESTIONS]
        except UnicodeError:
            return ()

    def _language_of(self, words: Sequence[str], preferred: str) -> str:
        ranked = sorted(self._dictionaries, key=lambda language: language != preferred)
        if not ranked:
            return ""
        if len(words) < _FEW:
            return ranked[0] if ranked[0] == preferred else ""
        tried = words[:_TRIED]
        shares = {language: self._share(language, tried) for language in ranked}
        best = max(ranked, key=shares.__getitem__)
        return best if shares[best] >= _LEAST_KNOWN else ""

    def _share(self, language: str, words: Sequence[str]) -> float:
        return sum(self._is_known(language, word) for word in words) / len(words)

    def _is_known(self, language: str, word: str) -> bool:
        known = self._known[language]
        if word not in known:
            known[word] = self._look_up(language, word)
        return known[word]

    def _look_up(self, language: str, word: str) -> bool:
        plain = word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        try:
            return bool(self._dictionaries[language].spell(plain))
        except UnicodeError:  # a script that this dictionary cannot write, such as a name
            return True


def load_checker(folders: Iterable[Path] | None = None) -> Checker:
    """Load the dictionaries of this computer; takes up to a second. A broken one is left out."""
    from hunspell import Hunspell  # noqa: PLC0415 - in the process that checks only

    loaded: dict[str, Lookup] = {}
    for files in find_dictionaries(folders):
        try:
            loaded[files.language] = Hunspell(files.name, hunspell_data_dir=str(files.folder))
        except (OSError, ValueError, RuntimeError):
            continue
    return Checker(loaded)
