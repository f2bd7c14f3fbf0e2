"""The shaped glyphs of a PDF: embedded beside its plain text, read back as they were typed."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN

from forms.shaping import glyph_width
from forms.unicode_map import unicode_map

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

    from forms.shaping import Glyph

_FIRST_CODE = 0xE000
_PER_SUBSET = 255


class GlyphFont:
    """The glyphs of one font that one document uses, embedded beside its plain characters.

    reportlab maps glyphs to presentation forms or private codes, which then depend on what
    the process printed before; here each document counts its own, from the first glyph on.
    """

    def __init__(self, font: TTFont) -> None:
        """Begin without a glyph."""
        self.fontName = f"{font.fontName}-shaped"
        self._font = font
        self._codes: dict[tuple[int, str], int] = {}
        self._internal = ""

    def code(self, glyph: Glyph) -> tuple[int, int]:
        """Answer the subset and the byte that print a glyph."""
        key = (glyph.number, glyph.text)
        place = self._codes.setdefault(key, len(self._codes))
        return place // _PER_SUBSET, place % _PER_SUBSET + 1

    def subset_name(self, subset: int, doc: Any) -> str:  # noqa: ANN401 - reportlab has no types
        """Answer the name of a subset in the page's font table."""
        if not self._internal:
            self._internal = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{self._internal}"
            doc.delayedFonts.append(self)
        return f"/{self._internal}+{subset}"

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - called by reportlab
        """Embed the used glyphs, at most 255 in each font object."""
        keys = list(self._codes)
        for subset, start in enumerate(range(0, len(keys), _PER_SUBSET)):
            self._add_subset(doc, subset, keys[start : start + _PER_SUBSET])

    def _add_subset(self, doc: Any, subset: int, keys: list[tuple[int, str]]) -> None:  # noqa: ANN401 - as above
        face: Any = copy(self._font.face)
        codes = range(_FIRST_CODE, _FIRST_CODE + len(keys))
        face.charToGlyph = {code: number for code, (number, _text) in zip(codes, keys, strict=True)}
        tag = f"S{SUBSETN(subset).decode('ascii')[1:]}"
        base_name = f"{tag}+{face.name.decode('ascii')}"
        entry: Any = pdfdoc.PDFTrueTypeFont()
        entry.Name = f"{self._internal}+{subset}"
        entry.BaseFont = base_name
        entry.FirstChar = 0
        entry.LastChar = len(keys)
        widths = [glyph_width(self._font, number) for number, _text in keys]
        entry.Widths = pdfdoc.PDFArray([0, *widths])
        entry.ToUnicode = doc.Reference(_to_unicode(doc, keys), f"toUnicode:{entry.Name}")
        entry.FontDescriptor = face.addSubsetObjects(doc, base_name, [0, *codes])
        doc.Reference(entry, entry.Name)
        doc.idToObject["BasicFonts"].dict[entry.Name] = entry


def _to_unicode(doc: Any, keys: list[tuple[int, str]]) -> pdfdoc.PDFStream:  # noqa: ANN401 - as above
    pairs = [(place, text) for place, (_number, text) in enumerate(keys, start=1) if text]
    stream = pdfdoc.PDFStream()
    stream.content = unicode_map(pairs)
    if doc.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream
