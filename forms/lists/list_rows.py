"""The rows of a list on paper: their cells broken into lines, and shared out over pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.flow import row_height
from forms.lists.widths import PADDING
from forms.page import POINTS
from forms.tags import cells
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.tags import Block, Path
    from forms.typeset import Line

SIZE = 9.5
"""Font size of a list in points: it is looked up in, not read through."""
LINE = row_height(SIZE)
"""Height of a line in millimetres."""
SPACE = 2.0
"""White above and below the lines of a row together, in millimetres."""
_LONGEST = 250
"""Characters in a line of a cell, at most: its width decides."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row, or as much of a very long one as fits on a page."""

    lines: tuple[tuple[Line, ...], ...]
    """The lines of each cell."""
    places: tuple[Path, ...]
    """What each cell is a part of."""

    @property
    def height(self) -> float:
        """The height in millimetres."""
        return max(map(len, self.lines)) * LINE + SPACE


def set_row(
    texts: Sequence[str], widths: Sequence[float], places: Sequence[Path], *, bold: bool = False
) -> Band:
    """Break the texts of a row into lines of the widths of its columns (millimetres)."""
    lines = tuple(
        break_lines(text, (width - 2 * PADDING) * POINTS, SIZE, bold=bold, longest=_LONGEST)
        for text, width in zip(texts, widths, strict=True)
    )
    return Band(lines, tuple(places))


def bands(
    rows: Sequence[tuple[str, ...]], widths: Sequence[float], table: Block, highest: float
) -> Iterator[Band]:
    """Set rows; one that is higher than `highest` millimetres goes on in further bands."""
    most = int((highest - SPACE) / LINE)
    for row in rows:
        whole = set_row(row, widths, cells(table, len(row)))
        longest = max(map(len, whole.lines))
        for start in range(0, longest, most):
            part = tuple(lines[start : start + most] for lines in whole.lines)
            yield Band(part, whole.places)


def share_out(
    whole: Sequence[Band], first: float, following: float
) -> tuple[tuple[Band, ...], ...]:
    """Share bands out over pages with `first` and then `following` millimetres of room."""
    pages: list[list[Band]] = [[]]
    room = first
    for band in whole:
        if band.height > room and (pages[-1] or room < following):
            pages.append([])
            room = following
        pages[-1].append(band)
        room -= band.height
    return tuple(map(tuple, pages))
