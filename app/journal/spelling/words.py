"""Which parts of a text are words whose spelling can be looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 60
"""Characters; nothing longer is a word, and looking it up would take long."""
_LEAST = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*|\S*[\d_]\S*")


class Word(NamedTuple):
    """A word and where it begins, in characters from the start of its text."""

    text: str
    start: int


def words_of(text: str) -> Iterator[Word]:
    """Answer the words of a text in order; abbreviations, numbers and addresses are none."""
    blanked = _ADDRESS.sub(_blank, text)
    for found in _WORD.finditer(blanked):
        word = found.group()
        if _LEAST <= len(word) <= LONGEST and not word.isupper():
            yield Word(word, found.start())


def finder(words: Iterable[str]) -> re.Pattern[str] | None:
    """Answer a pattern that finds these words, as `words_of` does, faster; None for no words."""
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return None
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w@./:])(?<!\w['’\-])(?:{either})(?![\w@/:])(?!['’\-]\w)")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
