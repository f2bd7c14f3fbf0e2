"""The pages of a list: its heading, the heads of its columns on each page, rows, the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.flow import draw
from forms.lists.list_rows import LINE, SIZE, SPACE, bands, set_row, share_out
from forms.lists.widths import MARGIN, PADDING, shape
from forms.page import HEIGHT, POINTS, WIDTH
from forms.paper import ACCENT, GREY, HAIRLINE, Paper
from forms.tags import ARTIFACT, columns, new_table
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from forms.flow import Row
    from forms.lists.list_rows import Band
    from forms.tags import Path
    from forms.typeset import Line

_TOP = 14.0
_FOOT = 16.0
"""Height that the foot of a page takes, in millimetres."""
_FOOT_SIZE = 8.0
_BASELINE = 0.74
"""Where the letters of a line stand, in line heights."""
_PAGE_NUMBER = 30.0
"""Width of the page number in the foot, in millimetres."""


@dataclass(frozen=True, slots=True)
class PlainList:
    """A list whose every word can be printed."""

    title: str
    author: str
    language: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    """The columns that stand at the right edge: numbers."""


class ListPages:
    """Sets one list and draws it page by page."""

    def __init__(self, content: PlainList, heading: Callable[[float], Sequence[Row]]) -> None:
        """Set everything; `heading` answers the rows above the list for a width (mm)."""
        self._content = content
        self._shape = shape(content.columns, content.rows, SIZE)
        self._page_height = WIDTH if self._shape.lying else HEIGHT
        self._heading = tuple(heading(self._shape.width))
        table = new_table()
        widths = self._shape.widths
        self._head = set_row(content.columns, widths, columns(table, len(widths)), bold=True)
        following = self._page_height - _TOP - _FOOT - self._head.height
        used = sum(row.height for row in self._heading)
        whole = list(bands(content.rows, widths, table, following))
        self._pages = share_out(whole, following - used, following)

    def drawn(self, foot: Callable[[int, int], tuple[str, str]]) -> bytes:
        """Draw it; `foot` answers what stands left and right below a page of so many."""
        content = self._content
        paper = Paper(
            title=content.title,
            author=content.author,
            language=content.language,
            lying=self._shape.lying,
        )
        top = draw(paper, self._heading, MARGIN, _TOP)
        for at, page in enumerate(self._pages):
            if at:
                paper.new_page()
            top = self._draw_head(paper, _TOP if at else top, again=at > 0)
            for band in page:
                top = self._draw_band(paper, band, top)
            self._draw_foot(paper, *foot(at + 1, len(self._pages)))
        return paper.finished()

    def _draw_head(self, paper: Paper, top: float, *, again: bool) -> float:
        """Print the heads of the columns; readers hear them once, and then with each cell."""
        end = top + self._head.height
        for at, x, lines in self._cells(self._head):
            place = ARTIFACT if again else self._head.places[at]
            self._draw_cell(paper, at, (x, end - SPACE / 2 - len(lines) * LINE), lines, place)
        right = MARGIN + self._shape.width
        paper.rule(MARGIN, end, right, end, width=1, ink=ACCENT)
        return end

    def _draw_band(self, paper: Paper, band: Band, top: float) -> float:
        for at, x, lines in self._cells(band):
            self._draw_cell(paper, at, (x, top + SPACE / 2), lines, band.places[at])
        end = top + band.height
        right = MARGIN + self._shape.width
        paper.rule(MARGIN, end, right, end, width=0.4, ink=HAIRLINE)
        return end

    def _cells(self, band: Band) -> Iterator[tuple[int, float, tuple[Line, ...]]]:
        """Answer the number, the left edge and the lines of each cell."""
        x = MARGIN
        for at, (lines, width) in enumerate(zip(band.lines, self._shape.widths, strict=True)):
            yield at, x, lines
            x += width

    def _draw_cell(
        self, paper: Paper, at: int, corner: tuple[float, float], lines: Sequence[Line], place: Path
    ) -> None:
        x, top = corner
        is_right = at in self._content.right
        x += self._shape.widths[at] - PADDING if is_right else PADDING
        for step, line in enumerate(lines):
            baseline = top + (step + _BASELINE) * LINE
            paper.text(x, baseline, line, SIZE, align="right" if is_right else "left", inside=place)

    def _draw_foot(self, paper: Paper, left: str, right: str) -> None:
        end = MARGIN + self._shape.width
        baseline = self._page_height - 8
        room = (self._shape.width - _PAGE_NUMBER) * POINTS
        line = break_lines(left, room, _FOOT_SIZE, longest=200)[0]
        paper.text(MARGIN, baseline, line, _FOOT_SIZE, ink=GREY, inside=ARTIFACT)
        paper.text(end, baseline, right, _FOOT_SIZE, align="right", ink=GREY, inside=ARTIFACT)
