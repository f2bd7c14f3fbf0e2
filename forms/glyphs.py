"""The shaped glyphs of a document: written as codes, read back as they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.embedding import Codes
    from forms.shaping import Glyph

_PER_PART = 255


class GlyphFont:
    """The glyphs of one font that one document uses, beside its plain characters.

    One glyph may stand for different letters, so each document counts its own pairs of glyph
    and text, from the first on.
    """

    def __init__(self) -> None:
        """Begin without a glyph."""
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: Glyph) -> tuple[int, int]:
        """Answer the part and the byte that print a glyph."""
        key = (glyph.number, glyph.text)
        place = self._codes.setdefault(key, len(self._codes))
        return place // _PER_PART, place % _PER_PART + 1

    def parts(self) -> Iterator[Codes]:
        """Answer what is used, part by part."""
        keys = list(self._codes)
        for start in range(0, len(keys), _PER_PART):
            yield _codes(keys[start : start + _PER_PART])


def _codes(keys: Sequence[tuple[int, str]]) -> Codes:
    return tuple((code, number, text) for code, (number, text) in enumerate(keys, start=1))
