"""The readability of one text: its counts, its indices, its longest words and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from app.errors import Refused
from app.letters.readability.reading import read
from app.letters.readability.rules import (
    LONG_WORD_LETTERS,
    MANY_SYLLABLES,
    Counts,
    check_language,
    measure,
)
from app.letters.readability.words import size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.letters.readability.rules import Index

_SHOWN = 10
"""How many of the longest words and sentences are shown."""


class Long(NamedTuple):
    """A long word or sentence: as it is written, and its letters or words."""

    text: str
    size: int


@dataclass(frozen=True, slots=True)
class Report:
    """How easily a text reads; a text without words has no indices."""

    counts: Counts
    indices: Mapping[Index, float]
    longest_words: tuple[Long, ...]
    longest_sentences: tuple[Long, ...]


def report(text: str, language: str) -> Report:
    """Measure a text in a language of `LANGUAGES`; raises `Refused` for another one."""
    if problems := check_language(language):
        raise Refused(*problems)
    found: list[Long] = []
    sizes: dict[str, tuple[int, int]] = {}
    written: list[str] = []
    for sentence in read(text, language):
        if sentence.words:
            written += [word.text for word in sentence.words]
            found.append(Long(sentence.text, len(sentence.words)))
    for word in written:
        if word not in sizes:
            sizes[word] = size(word, language)
    counts = _counted([sizes[word] for word in written], len(found))
    return Report(
        counts,
        measure(counts) if counts.words else {},
        _longest_words(sizes),
        tuple(nlargest(_SHOWN, found, key=lambda sentence: sentence.size)),
    )


def _counted(sizes: list[tuple[int, int]], found: int) -> Counts:
    return Counts(
        words=len(sizes),
        sentences=found,
        syllables=sum(syllables for _letters, syllables in sizes),
        long_words=sum(letters > LONG_WORD_LETTERS for letters, _syllables in sizes),
        one_syllable_words=sum(syllables == 1 for _letters, syllables in sizes),
        three_plus_syllable_words=sum(syllables >= MANY_SYLLABLES for _letters, syllables in sizes),
    )


def _longest_words(sizes: Mapping[str, tuple[int, int]]) -> tuple[Long, ...]:
    long = (Long(word, size[0]) for word, size in sizes.items() if size[0] > LONG_WORD_LETTERS)
    return tuple(nlargest(_SHOWN, long, key=lambda word: word.size))
