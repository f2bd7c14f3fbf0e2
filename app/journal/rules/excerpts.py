"""The part of a note that shows why it was found."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.journal.rules.searching import piece_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 180
"""Characters of an excerpt, without what says that the note goes on."""
_BEFORE = 40
"""Characters in front of the first hit."""
_MORE = "…"
_CHUNK = re.compile(r"\S+")
_BREAK = re.compile(r"\s")

Span = tuple[int, int]


class Excerpt(NamedTuple):
    """A piece of a note on one line, and where in it the found words stand."""

    text: str
    spans: tuple[Span, ...]


class Excerpts:
    """Makes the excerpts of one search; each word of the notes is looked at once."""

    def __init__(self, wanted: Sequence[str]) -> None:
        """Look for folded words; without any, excerpts are beginnings."""
        self._begun = tuple(word for word in wanted if len(word) > 1)
        self._whole = frozenset(word for word in wanted if len(word) == 1)
        self._known: dict[str, tuple[Span, ...]] = {}

    def of(self, text: str) -> Excerpt:
        """Answer the piece of a note around the first found word."""
        hits = tuple(self._hits(text)) if self._begun or self._whole else ()
        start = _beginning(text, hits[0][0]) if hits else 0
        end = _end(text, start)
        before, after = _MORE if start else "", _MORE if end < len(text) else ""
        shift = len(before) - start
        spans = tuple((one + shift, min(two, end) + shift) for one, two in hits if one < end)
        piece = text[start:end]
        line = piece if piece.isprintable() else _BREAK.sub(" ", piece)
        return Excerpt(before + line + after, spans)

    def _hits(self, text: str) -> Iterator[Span]:
        """Answer where the first found word stands, and others near it."""
        known, last = self._known, len(text)
        for chunk in _CHUNK.finditer(text):
            piece = chunk[0]
            spans = known.get(piece)
            if spans is None:
                spans = known[piece] = self._spans(piece)
            if spans:
                at = chunk.start()
                yield from ((at + one, at + two) for one, two in spans)
                last = min(last, at + WIDTH)
            if chunk.end() > last:
                return

    def _spans(self, piece: str) -> tuple[Span, ...]:
        # As `is_found` says, for all words at once: this is most of the time of a search.
        return tuple(
            [
                (start, end)
                for word, start, end in piece_places(piece)
                if word.startswith(self._begun) or word in self._whole
            ]
        )


@lru_cache(maxsize=4)
def excerpts_of(wanted: tuple[str, ...]) -> Excerpts:
    """Answer what makes the excerpts of a search; it is asked again for each row."""
    return Excerpts(wanted)


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
    whole = text[start : start + WIDTH].rsplit(None, 1)[0]
    return start + (len(whole) if len(whole) > WIDTH // 2 else WIDTH)
