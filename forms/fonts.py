"""The fonts of all paper: one family in two weights, three scripts, registered once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from forms.bidi import is_unseen
from resources import path

if TYPE_CHECKING:
    from collections.abc import Mapping

Family = tuple[TTFont, ...]

_STEMS = ("NotoSans", "NotoSansArabic", "NotoSansHebrew")
USUAL = re.compile("[ -~\n\xa0-\xff–’“”„•…€]*")
"""Characters of nearly all letters; the fonts have each of them."""
_BEYOND = 0xFFFF
"""reportlab writes character codes of four hexadecimal digits."""


@cache
def family(*, bold: bool = False) -> Family:
    """Answer the fonts of a weight; the first that has a character draws it."""
    weight = "SemiBold" if bold else "Regular"
    return tuple(_registered(f"{stem}-{weight}") for stem in _STEMS)


@cache
def _registered(name: str) -> TTFont:
    font = TTFont(name, str(path("fonts", f"{name}.ttf")))
    registerFont(font)
    return font


def has(font: TTFont, character: str) -> bool:
    """Answer whether a font can draw a character."""
    code = ord(character)
    return code <= _BEYOND and code in _characters(font)


@cache
def _characters(font: TTFont) -> frozenset[int]:
    return frozenset(font.face.charToGlyph)


@cache
def widths(font: TTFont) -> Mapping[str, float]:
    """Answer how wide each character is, in thousandths of the font size."""
    known: Any = font.face.charWidths
    return _Widths({chr(code): width for code, width in known.items()}, font.face.defaultWidth)


class _Widths(dict[str, float]):
    """A character that the font does not have is as wide as its sign for that."""

    def __init__(self, known: Mapping[str, float], other: float) -> None:
        super().__init__(known)
        self._other = other

    def __missing__(self, _mark: str) -> float:
        return self._other


@lru_cache(maxsize=4096)
def _can_draw(character: str) -> bool:
    return is_unseen(character) or any(has(font, character) for font in family())


def missing(text: str) -> tuple[str, ...]:
    """Answer the characters of a text that no font has, each once, in order."""
    if USUAL.fullmatch(text):
        return ()
    return tuple(mark for mark in dict.fromkeys(text) if not _can_draw(mark))
