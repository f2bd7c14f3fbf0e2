"""Shaping: the glyphs of a run of text, joined, mirrored and placed as its script wants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import uharfbuzz

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_FEATURES = {"kern": True, "liga": True, "dlig": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One placed glyph; measures in thousandths of the font size."""

    number: int
    text: str
    """What it stands for when the page is read, "" for a part of the glyph before."""
    width: float
    advance: float
    dx: float
    dy: float


@lru_cache(maxsize=2048)
def shape(font: TTFont, text: str, *, right_to_left: bool) -> tuple[Glyph, ...]:
    """Answer the glyphs of a run in one font and direction, from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    uharfbuzz.shape(_harfbuzz(font), buffer, _FEATURES)
    texts = _texts(text, [info.cluster for info in buffer.glyph_infos], right_to_left=right_to_left)
    face: Any = font.face
    scale = face._pdfScale  # noqa: SLF001 - reportlab's own shaping uses it too
    return tuple(
        Glyph(
            number=info.codepoint,
            text=stands_for,
            width=glyph_width(font, info.codepoint),
            advance=scale(position.x_advance),
            dx=scale(position.x_offset),
            dy=scale(position.y_offset),
        )
        for info, position, stands_for in zip(
            buffer.glyph_infos, buffer.glyph_positions, texts, strict=True
        )
    )


@cache
def _harfbuzz(font: TTFont) -> uharfbuzz.Font:
    face: Any = font.face
    return uharfbuzz.Font(uharfbuzz.Face(face._ttf_data))  # noqa: SLF001 - the file's bytes


def _texts(text: str, clusters: list[int], *, right_to_left: bool) -> list[str]:
    """Answer what each glyph stands for, its cluster's characters shared out in order.

    What a right-to-left ligature such as lam-alef stands for is given from left to right:
    readers (pdfium, poppler) turn such text around letter by letter.
    """
    ends = dict(zip(sorted(set(clusters)), [*sorted(set(clusters))[1:], len(text)], strict=True))
    order = range(len(clusters))
    answer = [""] * len(clusters)
    left = dict.fromkeys(clusters, 0)
    for place in reversed(order) if right_to_left else order:
        start = clusters[place]
        whole = text[start : ends[start]]
        at, left[start] = left[start], left[start] + 1
        is_last = left[start] == clusters.count(start)
        share = whole[at:] if is_last else whole[at : at + 1]
        answer[place] = share[::-1] if right_to_left else share
    return answer


def glyph_width(font: TTFont, number: int) -> float:
    """Answer the width of a glyph in thousandths of the font size."""
    face: Any = font.face
    return float(face._pdfScale(face.hmetrics[number][0]))  # noqa: SLF001 - as reportlab shapes
