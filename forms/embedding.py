"""The fonts of a document: what it uses of them is put into the file, made once in a process."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from forms.coding import COMMON, code_of, marks_of, part_of
from forms.pdf import packed, ready
from forms.shaping import glyph_width
from forms.unhinted import unhinted
from forms.unicode_map import unicode_map

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

    from forms.pdf import Ready

_FEW = 16
"""Above so many used characters their whole blocks are embedded: other letters use the same."""
_BLOCK = 32
_SYMBOLIC, _NONSYMBOLIC = 4, 32
_STAND_IN = 0xE000
"""Where glyphs without a character of their own are looked up while a font is cut."""
_cutting = Lock()
"""A font is read at one place at a time, by whichever thread."""

Codes = tuple[tuple[int, int, str], ...]
"""Codes in order, each with the glyph that it prints and what that stands for."""
Plain: TypeAlias = "tuple[str, TTFont, int, frozenset[str]]"
"""How pages call a part of a font, and the marks that are used of it."""
Shaped: TypeAlias = "tuple[str, TTFont, Codes]"
"""How pages call a part of the shaped glyphs of a font, and these."""


@lru_cache(maxsize=64)
def fonts_object(first: int, plain: tuple[Plain, ...], shaped: tuple[Shaped, ...]) -> Ready:
    """Answer fonts as objects from a number on; the last of them is the table of their names."""
    bodies: list[bytes] = []
    named = b""
    used = [(name, font, _codes(font, part, marks)) for name, font, part, marks in plain]
    for name, font, codes in (*used, *shaped):
        bodies += _numbered(first + len(bodies), _objects(font, codes))
        named += b"/%b %d 0 R" % (name.encode("ascii"), first + len(bodies) - 1)
    return ready(first, (*bodies, b"<<%b>>" % named))


def _numbered(first: int, objects: tuple[bytes, bytes, bytes, bytes, bytes]) -> tuple[bytes, ...]:
    """Answer a font with the numbers of what it is made of; it comes last."""
    name, program, readable, descriptor, entry = objects
    return (
        program,
        readable,
        b"<<%b/FontFile2 %d 0 R>>" % (descriptor, first),
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b%b/FontDescriptor %d 0 R/ToUnicode %d 0 R>>"
        % (name, entry, first + 2, first + 1),
    )


@lru_cache(maxsize=512)
def _codes(font: TTFont, part: int, marks: frozenset[str]) -> Codes:
    known: Any = font.face.charToGlyph
    places = marks_of(COMMON) if part == COMMON else {code_of(one): one for one in _wider(marks)}
    return tuple(
        (code, known[ord(mark)], mark)
        for code, mark in sorted(places.items())
        if ord(mark) in known
    )


def _wider(marks: frozenset[str]) -> frozenset[str]:
    """Answer all characters of the blocks that a text uses, where it uses many."""
    if len(marks) <= _FEW:
        return marks
    part = part_of(next(iter(marks)))
    blocks = {ord(mark) // _BLOCK for mark in marks}
    return marks | {mark for mark in marks_of(part).values() if ord(mark) // _BLOCK in blocks}


@lru_cache(maxsize=64)
def _objects(font: TTFont, codes: Codes) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    """Answer the name of a font, and its program, character map, descriptor and entry."""
    content = unhinted(_cut(font, codes))
    name = f"{_tag(content, codes)}+{_name_of(font)}".encode("ascii")
    program = packed(content, f"/Length1 {len(content)}")
    readable = packed(unicode_map([(code, text) for code, _glyph, text in codes if text]).encode())
    return name, program, readable, _descriptor(font, name), _entry(font, codes)


def _cut(font: TTFont, codes: Codes) -> bytes:
    """Answer the font with these glyphs only."""
    with _cutting:
        face: Any = copy(font.face)
        looked_up = {_STAND_IN + at: glyph for at, (_code, glyph, _text) in enumerate(codes)}
        places = {code: _STAND_IN + at for at, (code, _glyph, _text) in enumerate(codes)}
        face.charToGlyph = looked_up
        return bytes(face.makeSubset([places.get(code, 0) for code in range(max(places) + 1)]))


def _tag(content: bytes, codes: Codes) -> str:
    """Answer the six letters that tell one cut of a font from another (ISO 32000-1, 9.6.4)."""
    digest = blake2b(content + repr(codes).encode("utf-8", "replace"), digest_size=6).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest)


def _name_of(font: TTFont) -> str:
    face: Any = font.face
    return str(face.name.decode("ascii"))


def _descriptor(font: TTFont, name: bytes) -> bytes:
    face: Any = font.face
    flags = face.flags & ~_NONSYMBOLIC | _SYMBOLIC
    box = " ".join(f"{edge:g}" for edge in face.bbox)
    return (
        f"/Type/FontDescriptor/FontName/{name.decode('ascii')}/Flags {flags}/FontBBox[{box}]"
        f"/ItalicAngle {face.italicAngle:g}/Ascent {face.ascent:g}/Descent {face.descent:g}"
        f"/CapHeight {face.capHeight:g}/StemV {face.stemV:g}/MissingWidth {face.defaultWidth:g}"
    ).encode("ascii")


def _entry(font: TTFont, codes: Codes) -> bytes:
    widths = {code: glyph_width(font, glyph) for code, glyph, _text in codes}
    first, last = min(widths), max(widths)
    shown = " ".join(f"{widths.get(code, 0):g}" for code in range(first, last + 1))
    return f"/FirstChar {first}/LastChar {last}/Widths[{shown}]".encode("ascii")
