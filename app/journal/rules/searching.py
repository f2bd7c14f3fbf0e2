"""The words of a text as the index keeps them and as a search finds them again."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from app.clients.rules.names import WORD_LENGTH, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_WORDS = 8
"""Typed words that are looked for; the longest of more."""

MARK = "\u00a4"
"""Begins what is no word; a currency sign, which never stands in a folded word."""

_CHUNK = re.compile(r"\S+")
_LONG_CHUNK = 60
"""Characters of a piece between spaces that is kept in mind; longer ones are no words."""

Place = tuple[str, int, int]
"""A folded word, and where it begins and ends in the text as written."""


def word_places(text: str) -> Iterator[Place]:
    """Answer the folded words of a text in order, each with its place.

    The words are those of `app.clients.rules.names.fold`, letters and digits only: what a
    name is found by finds it in a note too.
    """
    for chunk in _CHUNK.finditer(text):
        piece, at = chunk[0], chunk.start()
        for word, start, end in piece_places(piece):
            yield word, at + start, at + end


def piece_places(piece: str) -> tuple[Place, ...]:
    """Answer the folded words of a piece of text without spaces, each with its place in it."""
    return _places(piece) if len(piece) <= _LONG_CHUNK else _found(piece)


def index_words(text: str) -> tuple[str, ...]:
    """Answer the folded words of a text, each once."""
    return tuple(dict.fromkeys(word for word, _start, _end in word_places(text)))


def typed_words(typed: str) -> tuple[str, ...]:
    """Answer the folded words that are looked for, the longest first.

    Everything but letters and digits separates words; nothing typed has another meaning.
    """
    return tuple(sorted(index_words(typed), key=len, reverse=True)[:MOST_WORDS])


def filter_marks(author: str, medium: str, topics: str) -> tuple[str, ...]:
    """Answer the marks that stand among a note's words, so that filters are found like words.

    No folded word contains their sign. `topics` are codes with spaces between them.
    """
    marks = [f"a{''.join(index_words(author))}"] if author else []
    marks += [f"m{medium}"] if medium else []
    marks += [f"t{topic}" for topic in topics.split()]
    return tuple(MARK + mark.replace("_", "") for mark in marks)


def is_found(word: str, wanted: str) -> bool:
    """Answer whether a folded word of a text is what a folded typed word looks for.

    Typed words are beginnings; a single letter is a whole word.
    """
    return word.startswith(wanted) if len(wanted) > 1 else word == wanted


def has_all(text: str, wanted: Sequence[str]) -> bool:
    """Answer whether a text has a word for each wanted folded word."""
    missing = set(wanted)
    for word, _start, _end in word_places(text):
        if not missing:
            break
        missing = {one for one in missing if not is_found(word, one)}
    return not missing


@lru_cache(maxsize=16_384)
def _places(piece: str) -> tuple[Place, ...]:
    """Answer the words of a piece without spaces; the same ones come again and again."""
    return _found(piece)


def _found(piece: str) -> tuple[Place, ...]:
    """Fold a piece from left to right as `fold` does, remembering where each word stands."""
    places: list[Place] = []
    word: list[str] = []
    before, start, end = " ", 0, 0
    for at, character in enumerate(piece):
        for letter in letters(character):
            if (letter == "e" and before in "aou") or (letter == "a" and before == "a"):
                before = before if letter == "a" else "-"
                continue
            before = letter
            kind = category(letter)[0]
            if kind in "LN":
                start = start if word else at
                word.append(letter)
            elif kind != "M" and word:
                # One character such as ½ can be two words: each covers it whole.
                places.append(("".join(word)[:WORD_LENGTH], start, max(end, start + 1)))
                word = []
        end = at + 1
    if word:
        places.append(("".join(word)[:WORD_LENGTH], start, end))
    return tuple(places)
