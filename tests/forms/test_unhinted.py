"""Fonts without hints: smaller, with the same outlines."""

from __future__ import annotations

from typing import Any

import uharfbuzz

from forms.fonts import family
from forms.unhinted import unhinted

TEXT = "Grüße Łódź Ελένη й €"
"""Some of its characters are composed of others."""
_STEPS = ("moveTo", "lineTo", "qCurveTo", "curveTo", "closePath", "endPath")


class _Pen:
    """Notes what is drawn."""

    def __init__(self) -> None:
        self.drawn: list[object] = []

    def __getattr__(self, step: str) -> Any:  # noqa: ANN401 - any step of a drawing
        if step not in _STEPS:
            raise AttributeError(step)
        return lambda *places: self.drawn.append((step, places))


def _cut(text: str = TEXT) -> bytes:
    face: Any = family()[0].face
    return bytes(face.makeSubset([ord(mark) for mark in text]))


def _outlines(font: bytes) -> list[object]:
    face = uharfbuzz.Face(font)
    pen = _Pen()
    for number in range(face.glyph_count):
        uharfbuzz.Font(face).draw_glyph_with_pen(number, pen)
    return pen.drawn


def test_the_outlines_stay() -> None:
    assert len(_outlines(_cut())) > 300
    assert _outlines(unhinted(_cut())) == _outlines(_cut())


def test_what_screens_needed_is_gone() -> None:
    kept = uharfbuzz.Face(unhinted(_cut())).table_tags

    assert sorted(kept) == ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"]
    assert len(unhinted(_cut())) < 0.6 * len(_cut())


def test_what_has_no_hints_stays_as_it_is() -> None:
    once = unhinted(_cut("äbc"))

    assert unhinted(once) == once
