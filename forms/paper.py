"""Paper: a PDF that is drawn on in millimetres from the top left, all its fonts embedded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from forms.archive import About, add_catalogue, add_pages
from forms.bidi import cleaned
from forms.font_case import FontCase
from forms.logo import picture_object
from forms.operators import Operators, pen
from forms.page import HEIGHT, POINTS, WIDTH
from forms.pdf import PdfFile, packed
from forms.structure import add_structure
from forms.tags import ARTIFACT, Tags, block, figure
from forms.typeset import one_line

if TYPE_CHECKING:
    from forms.logo import Logo
    from forms.operators import Ink
    from forms.tags import Path
    from forms.typeset import Line

Align = Literal["left", "right", "center"]

BLACK: Ink = (0, 0, 0)
GREY: Ink = (0.32, 0.35, 0.38)
"""Small print; 7:1 on white."""
ACCENT: Ink = (0.043, 0.361, 0.388)
"""The program's teal, for the letterhead and its rule."""
HAIRLINE: Ink = (0.7, 0.72, 0.74)

_SHARE = {"center": 0.5, "right": 1.0}


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
        self._about = About(title, author, language)
        self._box = f"[0 0 {width * POINTS:.2f} {self._height * POINTS:.2f}]"
        self._tags = Tags()
        self._fonts = FontCase()
        self._now = Operators(self._fonts)
        self._pages: list[bytes] = []
        self._pictures: dict[Logo, str] = {}
        self._shown = ""

    @property
    def page_count(self) -> int:
        """How many pages there are, the one that is drawn on among them."""
        return len(self._pages) + 1

    def new_page(self) -> None:
        """Finish this page and begin the next."""
        self._end_page()
        self._tags.new_page()

    def finished(self) -> bytes:
        """Finish the document and answer it."""
        self._end_page()
        file = PdfFile()
        # Before the fonts: papers that are bound into one file share all up to them.
        pictures = [(name, file.add(picture_object(p))) for p, name in self._pictures.items()]
        self._shown = "".join(f"/{name} {number} 0 R" for name, number in pictures)
        fonts = self._fonts.embed(file)
        contents = [file.add(page) for page in self._pages]
        above = file.reserve()
        pages = [self._add_page(file, at, above, fonts) for at in enumerate(contents)]
        add_pages(file, above, pages)
        tree = add_structure(file, self._tags, pages)
        file.finish(*add_catalogue(file, self._about, above, tree))
        return file.content()

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
        across = x * POINTS
        if align != "left":
            across -= _SHARE[align] * line.width(size)
        self._now.text(line, across, self._up(baseline), size, ink)

    def rule(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        width: float = 0.5,
        ink: Ink = HAIRLINE,
        inside: Path = ARTIFACT,
    ) -> None:
        """Draw a straight line between two points (millimetres), `width` in points."""
        self._begin(inside)
        start, end = (x * POINTS, self._up(y)), (to_x * POINTS, self._up(to_y))
        self._now.line(start, end, pen(ink, width))

    def drawing(self, instead: str, x: float, y: float, width: float, height: float) -> Path:
        """Answer the block of a drawing in a rectangle (millimetres) with words instead of it."""
        left, low, across, up = x * POINTS, self._up(y + height), width * POINTS, height * POINTS
        return figure(cleaned(instead), (left, low, left + across, low + up))

    def picture(self, logo: Logo, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture into a rectangle from its top left corner (millimetres)."""
        left, low, across, up = x * POINTS, self._up(y + height), width * POINTS, height * POINTS
        self._begin(figure(cleaned(logo.words), (left, low, left + across, low + up)))
        name = self._pictures.setdefault(logo, f"P{len(self._pictures) + 1}")
        self._now.picture(name, left, low, across, up)

    def frame(
        self, x: float, y: float, width: float, height: float, *, ink: Ink = HAIRLINE
    ) -> None:
        """Draw a rectangle from its top left corner (millimetres)."""
        self._begin(ARTIFACT)
        lower = self._up(y + height)
        self._now.rectangle(x * POINTS, lower, width * POINTS, height * POINTS, pen(ink, 0.5))

    def _begin(self, path: Path) -> None:
        """Mark what is drawn next as part of a block."""
        self._now.mark(self._tags.begin(path))

    def _up(self, y: float) -> float:
        """Answer in points from below what is given in millimetres from above."""
        return (self._height - y) * POINTS

    def _end_page(self) -> None:
        self._now.mark(self._tags.end())
        self._pages.append(packed(self._now.content()))
        self._now = Operators(self._fonts)

    def _add_page(self, file: PdfFile, page: tuple[int, int], above: int, fonts: int) -> int:
        number, content = page
        pictures = f"/XObject<<{self._shown}>>" if self._shown else ""
        return file.add(
            (
                f"<</Type/Page/Parent {above} 0 R/MediaBox{self._box}/Contents {content} 0 R"
                f"/Resources<</Font {fonts} 0 R{pictures}>>/StructParents {number}/Tabs/S>>"
            ).encode("ascii")
        )
