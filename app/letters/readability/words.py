"""Words of a text: where they stand, and how many letters and syllables they have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.letters.readability.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = r"(?:https?://|www\.)[^\s<>]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PLAIN = r"[^\W_]+(?:(?:[-'’·\u00ad\u2010\u2011]|(?<=\d)[.,:/](?=\d))[^\W_]+)*"
_WORD = re.compile(rf"(?:{_ADDRESS})|{_PLAIN}")


class Word(NamedTuple):
    """A word where it stands in its text."""

    start: int
    end: int
    text: str


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Find the words in a piece of a text; places count from the text's beginning."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(found.start(), found.end(), found.group())


@lru_cache(maxsize=65536)
def size(word: str, language: str) -> tuple[int, int]:
    """Answer letters and syllables of a word; addresses and figures are seen, not read."""
    if _is_address(word):
        return 0, 1
    return sum(map(str.isalpha, word)), syllables(word, language)


def _is_address(word: str) -> bool:
    return "@" in word or "://" in word or word.startswith("www.")
