"""The part of a note that shows why it was found."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from app.journal.rules.searching import is_found, word_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 180
"""Characters of an excerpt, without what says that the note goes on."""
_BEFORE = 40
"""Characters in front of the first hit."""
_MOST_HITS = 12
_MORE = "…"
_BREAK = re.compile(r"\s")

Span = tuple[int, int]


class Excerpt(NamedTuple):
    """A piece of a note on one line, and where in it the found words stand."""

    text: str
    spans: tuple[Span, ...]


def excerpt(text: str, wanted: Sequence[str]) -> Excerpt:
    """Answer the piece of a note around the first of the wanted folded words.

    Without a hit it is the beginning of the note.
    """
    hits = tuple(islice(_hits(text, wanted), _MOST_HITS))
    start = _beginning(text, hits[0][0]) if hits else 0
    end = _end(text, start)
    before, after = _MORE if start else "", _MORE if end < len(text) else ""
    shift = len(before) - start
    spans = tuple((first + shift, min(last, end) + shift) for first, last in hits if first < end)
    return Excerpt(before + _BREAK.sub(" ", text[start:end]) + after, spans)


def _hits(text: str, wanted: Sequence[str]) -> Iterator[Span]:
    first = -1
    for word, start, end in word_places(text):
        if first >= 0 and start >= first + WIDTH:
            return
        if any(is_found(word, one) for one in wanted):
            first = start if first < 0 else first
            yield start, end


def _beginning(text: str, hit: int) -> int:
    """Answer where to begin: at a word, some characters before the first hit."""
    if hit <= _BEFORE:
        return 0
    space = _BREAK.search(text, hit - _BEFORE, hit)
    return space.end() if space else hit


def _end(text: str, start: int) -> int:
    """Answer where to end: behind a word, unless the word itself is too long."""
    if len(text) <= start + WIDTH:
        return len(text)
    spaces = [space.start() for space in _BREAK.finditer(text, start + WIDTH // 2, start + WIDTH)]
    return spaces[-1] if spaces else start + WIDTH
