"""The fonts of one document: under which names its pages use them, and what they use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from forms.coding import coded
from forms.embedding import embed_part
from forms.glyphs import GlyphFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.ttfonts import TTFont

    from forms.pdf import PdfFile
    from forms.shaping import Glyph


class FontCase:
    """A font has the same names in every document, so that pages can be bound together."""

    def __init__(self) -> None:
        """Begin without any."""
        self._marks: dict[tuple[TTFont, int], set[str]] = {}
        self._shaped: dict[TTFont, GlyphFont] = {}

    def plain(self, font: TTFont, text: str) -> Iterator[tuple[str, str]]:
        """Answer the pieces of a text as they are written, each behind the name of its font."""
        name = _name(font)
        for piece in coded(text):
            self._marks.setdefault((font, piece.part), set()).update(piece.marks)
            yield f"{name}{piece.part or ''}", piece.written

    def shaped(self, font: TTFont, glyph: Glyph) -> tuple[str, int]:
        """Answer the name of the font that has a glyph, and the byte that prints it."""
        known = self._shaped.get(font)
        if known is None:
            known = self._shaped[font] = GlyphFont(font)
        part, byte = known.code(glyph)
        return f"{_name(font)}s{part or ''}", byte

    def embed(self, file: PdfFile) -> int:
        """Put what is used into a file; answer the number of the table of fonts."""
        return file.add(f"<<{''.join(self._embedded(file))}>>".encode("ascii"))

    def _embedded(self, file: PdfFile) -> Iterator[str]:
        for (font, part), marks in self._marks.items():
            yield f"/{_name(font)}{part or ''} {embed_part(file, font, part, marks)} 0 R"
        for font, shaped in self._shaped.items():
            for part, number in shaped.embedded(file):
                yield f"/{_name(font)}s{part or ''} {number} 0 R"


@cache
def _name(font: TTFont) -> str:
    """Answer "R" for Noto Sans Regular, "SA" for Noto Sans Arabic SemiBold."""
    script, _hyphen, weight = font.fontName.removeprefix("NotoSans").partition("-")
    return f"{weight[0]}{script[:1]}"
