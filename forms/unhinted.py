"""Fonts without what only coarse screens need: no hints, no names, nothing but their outlines."""

from __future__ import annotations

from itertools import accumulate, pairwise
from struct import Struct, pack, unpack, unpack_from

from reportlab.pdfbase.ttfonts import TTFontMaker

_KEPT = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")
"""What a PDF needs of a TrueType font that has no hints (ISO 32000-1, 9.9)."""
_ENTRY = Struct(">4sLLL")
_FORMAT_AT, _LIMITS_AT = 50, 14
"""Where `head` names the format of `loca`, and where `maxp` begins to tell of programs."""
_OUTLINE = 10
"""Bytes before what a glyph is made of: its number of contours and its box."""
_WORDS, _SCALE, _MORE, _SCALES, _MATRIX, _HINTED = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
"""What the flags of a part of a composed glyph say (OpenType, `glyf`)."""


def unhinted(font: bytes) -> bytes:
    """Answer a TrueType font with its outlines alone."""
    tables = _tables(font)
    is_long = unpack_from(">H", tables["head"], _FORMAT_AT) != (0,)
    size, unit, kind = (4, 1, "L") if is_long else (2, 2, "H")
    places = unpack(f">{len(tables['loca']) // size}{kind}", tables["loca"])
    glyphs = [
        _glyph(tables["glyf"][unit * start : unit * end]) if end > start else b""
        for start, end in pairwise(places)
    ]
    ends = [0, *accumulate(map(len, glyphs))]
    tables["glyf"] = b"".join(glyphs)
    tables["loca"] = pack(f">{len(ends)}{kind}", *(end // unit for end in ends))
    # One zone and no program: all further limits are those of hints.
    tables["maxp"] = tables["maxp"][:_LIMITS_AT] + pack(">7H", 1, *[0] * 6) + tables["maxp"][28:]
    made = TTFontMaker()
    for name in _KEPT:
        made.add(name, tables[name])
    return bytes(made.makeStream())


def _tables(font: bytes) -> dict[str, bytes]:
    (count,) = unpack_from(">H", font, 4)
    entries = (_ENTRY.unpack_from(font, 12 + _ENTRY.size * at) for at in range(count))
    return {
        name.decode("ascii"): font[start : start + length] for name, _sum, start, length in entries
    }


def _glyph(glyph: bytes) -> bytes:
    """Answer a glyph without its hints, filled up to four bytes."""
    (contours,) = unpack_from(">h", glyph)
    short = _composed(glyph) if contours < 0 else _simple(glyph, contours)
    return short + bytes(-len(short) % 4)


def _simple(glyph: bytes, contours: int) -> bytes:
    at = _OUTLINE + 2 * contours
    (hints,) = unpack_from(">H", glyph, at)
    return glyph[:at] + b"\0\0" + glyph[at + 2 + hints :]


def _composed(glyph: bytes) -> bytes:
    """Answer a glyph made of others, whose hints stand behind the last of them."""
    made = bytearray(glyph)
    at, flags = _OUTLINE, _MORE
    while flags & _MORE:
        (flags,) = unpack_from(">H", glyph, at)
        made[at : at + 2] = pack(">H", flags & ~_HINTED)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _SCALES else 8 if flags & _MATRIX else 0
    return bytes(made[:at])
