"""A text read once for all that is said of it: its sentences with their words.

While somebody types, all sentences but one stay what they were: they are read once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from app.letters.readability.sentences import sentences
from app.letters.readability.words import Word, words

_TEXTS = 8
_SENTENCES = 4096


class Read(NamedTuple):
    """A sentence where it stands in its text, and its words where they stand in the sentence."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]


@lru_cache(maxsize=_TEXTS)
def read(text: str, language: str) -> tuple[Read, ...]:
    """Answer the sentences of a text in a language of `rules.LANGUAGES`."""
    return tuple(
        Read(start, end, text[start:end], words_of(text[start:end]))
        for start, end in sentences(text, language)
    )


@lru_cache(maxsize=_SENTENCES)
def words_of(sentence: str) -> tuple[Word, ...]:
    """Answer the words of a sentence, with places that count from its beginning."""
    return tuple(words(sentence))
