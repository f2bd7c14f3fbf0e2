"""Paper: a PDF that is drawn on in millimetres from the top left, all its fonts embedded."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from reportlab.pdfgen.canvas import Canvas

from forms.archive import Finish
from forms.fonts import family
from forms.glyphs import GlyphFont
from forms.page import HEIGHT, POINTS, WIDTH
from forms.tags import ARTIFACT, Tags, block
from forms.typeset import one_line

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

    from forms.tags import Path
    from forms.typeset import Line, Run

Align = Literal["left", "right", "center"]
Ink = tuple[float, float, float]

BLACK: Ink = (0, 0, 0)
GREY: Ink = (0.32, 0.35, 0.38)
"""Small print; 7:1 on white."""
ACCENT: Ink = (0.043, 0.361, 0.388)
"""The program's teal, for the letterhead and its rule."""
HAIRLINE: Ink = (0.7, 0.72, 0.74)

_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}


class Paper:
    """A document of A4 pages, or of another size. The same drawing gives the same bytes."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        language: str,
        lying: bool = False,
        page: tuple[float, float] = (WIDTH, HEIGHT),
    ) -> None:
        """Begin with an empty first page; `language` is a BCP 47 tag, `lying` means landscape.

        `page` is width and height in millimetres.
        """
        width, self._height = reversed(page) if lying else page
        self._buffer = BytesIO()
        self._glyph_fonts: dict[str, GlyphFont] = {}
        self.page_count = 1
        self._tags = Tags()
        self._finish = Finish(self._tags, title=title, author=author, language=language)
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=(width * POINTS, self._height * POINTS),
            pageCompression=1,
            invariant=1,
            initialFontName=_first_font(),
            lang=language,
        )
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def new_page(self) -> None:
        """Finish this page and begin the next."""
        self._end_page()
        self._tags.new_page()
        self.page_count += 1

    def finished(self) -> bytes:
        """Finish the document and answer it."""
        self._end_page()
        self._canvas._doc.delayedFonts.append(self._finish)  # noqa: SLF001 - the last to be asked
        self._canvas.save()
        return self._buffer.getvalue()

    def text(
        self,
        x: float,
        baseline: float,
        text: str | Line,
        size: float,
        *,
        bold: bool = False,
        align: Align = "left",
        ink: Ink = BLACK,
        inside: Path | None = None,
    ) -> None:
        """Print one line at `x`, standing on `baseline` (millimetres), `size` in points.

        It belongs to the block `inside`; without one it is a paragraph of its own.
        """
        line = one_line(text, bold=bold) if isinstance(text, str) else text
        self._begin(block("P") if inside is None else inside)
        self._tags.say(line.typed, goes_on=line.goes_on, is_turned=line.is_turned)
        self._canvas.setFillColorRGB(*ink)
        across = x * POINTS - _SHARE[align] * line.width(size)
        for run in line.printed:
            self._print(run, across, (self._height - baseline) * POINTS, size)
            across += run.width * size

    def rule(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        width: float = 0.5,
        ink: Ink = HAIRLINE,
    ) -> None:
        """Draw a straight line between two points (millimetres), `width` in points."""
        self._begin(ARTIFACT)
        self._canvas.setStrokeColorRGB(*ink)
        self._canvas.setLineWidth(width)
        self._canvas.line(
            x * POINTS, (self._height - y) * POINTS, to_x * POINTS, (self._height - to_y) * POINTS
        )

    def frame(
        self, x: float, y: float, width: float, height: float, *, ink: Ink = HAIRLINE
    ) -> None:
        """Draw a rectangle from its top left corner (millimetres)."""
        self._begin(ARTIFACT)
        self._canvas.setStrokeColorRGB(*ink)
        self._canvas.setLineWidth(0.5)
        self._canvas.rect(
            x * POINTS, (self._height - y - height) * POINTS, width * POINTS, height * POINTS
        )

    def _begin(self, path: Path) -> None:
        """Mark what is drawn next as part of a block."""
        self._canvas._code.extend(self._tags.begin(path))  # noqa: SLF001 - the only door

    def _end_page(self) -> None:
        self._canvas._code.extend(self._tags.end())  # noqa: SLF001 - as above
        self._canvas.showPage()

    def _print(self, run: Run, x: float, y: float, size: float) -> None:
        pen: Any = self._canvas.beginText(x, y)
        pen.setFont(run.font.fontName, size)
        if run.is_plain:
            pen.textOut(run.text)
        else:
            pen._code.append(self._glyph_operators(run, size))  # noqa: SLF001 - the only door
        self._canvas.drawText(pen)

    def _glyph_operators(self, run: Run, size: float) -> str:
        """Answer the PDF operators for shaped glyphs, each shifted as its font wants."""
        font = self._glyph_font(run.font)
        parts = []
        for glyph in run.glyphs:
            subset, byte = font.code(glyph)
            name = font.subset_name(subset, self._canvas._doc)  # noqa: SLF001 - as textobject does
            behind = glyph.width - glyph.advance + glyph.dx
            parts.append(
                f"{name} {size:g} Tf {glyph.dy * size / 1000:.3f} Ts "
                f"[{-glyph.dx:.3f} <{byte:02X}> {behind:.3f}] TJ"
            )
        return " ".join((*parts, "0 Ts"))

    def _glyph_font(self, font: TTFont) -> GlyphFont:
        return self._glyph_fonts.setdefault(font.fontName, GlyphFont(font))


def _first_font() -> Any:  # noqa: ANN401 - reportlab's stub says float
    """Answer the font that pages begin with: ours, else Helvetica would stand in every file."""
    return family()[0].fontName
