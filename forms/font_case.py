"""The fonts of one document: under which names its pages use them, and what they use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from forms.coding import coded
from forms.embedding import fonts_object
from forms.glyphs import GlyphFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.ttfonts import TTFont

    from forms.embedding import Plain, Shaped
    from forms.pdf import PdfFile
    from forms.shaping import Glyph


@dataclass(frozen=True, slots=True)
class Written:
    """A stretch of plain text as every page writes it, in one part of a font."""

    name: str
    """How pages call the part."""
    shown: str
    """The operator that prints it."""
    font: TTFont
    part: int
    marks: frozenset[str]
    """What it needs of a part that is not embedded whole."""


def written(font: TTFont, text: str) -> tuple[Written, ...]:
    """Answer how a plain text is written, part by part."""
    name = _name(font)
    return tuple(
        Written(f"{name}{piece.part or ''}", f"{piece.written} Tj", font, piece.part, piece.marks)
        for piece in coded(text)
    )


class FontCase:
    """A font has the same names in every document, so that pages can be bound together."""

    def __init__(self) -> None:
        """Begin without any."""
        self._plain: dict[str, tuple[TTFont, int, set[str]]] = {}
        self._shaped: dict[TTFont, GlyphFont] = {}

    def use(self, piece: Written) -> None:
        """Have what a text needs in the document."""
        known = self._plain.get(piece.name)
        if known is None:
            self._plain[piece.name] = (piece.font, piece.part, set(piece.marks))
        elif piece.marks:
            known[2].update(piece.marks)

    def shaped(self, font: TTFont, glyph: Glyph) -> tuple[str, int]:
        """Answer the name of the font that has a glyph, and the byte that prints it."""
        known = self._shaped.get(font)
        if known is None:
            known = self._shaped[font] = GlyphFont()
        part, byte = known.code(glyph)
        return f"{_name(font)}s{part or ''}", byte

    def embed(self, file: PdfFile) -> int:
        """Put what is used into a file; answer the number of the table of fonts."""
        file.put_ready(fonts_object(file.count, tuple(self._parts()), tuple(self._glyphs())))
        return file.count - 1

    def _parts(self) -> Iterator[Plain]:
        for name, (font, part, marks) in self._plain.items():
            yield name, font, part, frozenset(marks)

    def _glyphs(self) -> Iterator[Shaped]:
        for font, shaped in self._shaped.items():
            for part, codes in enumerate(shaped.parts()):
                yield f"{_name(font)}s{part or ''}", font, codes


@cache
def _name(font: TTFont) -> str:
    """Answer "R" for Noto Sans Regular, "SA" for Noto Sans Arabic SemiBold."""
    script, _hyphen, weight = font.fontName.removeprefix("NotoSans").partition("-")
    return f"{weight[0]}{script[:1]}"
