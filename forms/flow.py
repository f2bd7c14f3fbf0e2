"""Body text that flows down the page and over to the next: rows, never torn from their heading."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from forms.page import POINTS
from forms.tags import block, item, new_list, new_table, row
from forms.typeset import break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.paper import Paper
    from forms.tags import Path, Role
    from forms.typeset import Line

BODY_SIZE = 12.0
"""Points; older readers need 12 at least (domain D.6)."""
LINE_SPACING = 1.35
"""Line height in font sizes; at least 1.2 (domain D.6)."""
_DASH = 4.5
"""Indent of a list, in millimetres."""
_ASCENT = 0.95
"""Baseline below the upper edge of a row, in font sizes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text in a row, `x` millimetres from the left edge of the body."""

    x: float
    line: Line
    size: float
    inside: Path


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the body: its height in millimetres and what stands in it."""

    height: float
    pieces: tuple[Piece, ...] = ()
    keeps_next: bool = False
    """Never the last row of a page."""


@lru_cache(maxsize=256)
def gap(height: float = 4.0, *, keeps_next: bool = False) -> Row:
    """Answer white space of a height in millimetres."""
    return Row(height, keeps_next=keeps_next)


def paragraph(
    text: str,
    width: float,
    *,
    size: float = BODY_SIZE,
    bold: bool = False,
    keep: bool = False,
    role: Role = "P",
    language: str = "",
) -> tuple[Row, ...]:
    """Set a paragraph ragged right into `width` millimetres.

    `keep` holds all of it together with what follows, as headings need; otherwise its first
    two lines stay together, and its last two. `language` is a BCP 47 tag where it is not the
    document's language.
    """
    lines = break_lines(text, width * POINTS, size, bold=bold)
    last = len(lines) - 1
    inside = block(role, language=language)
    return tuple(
        Row(row_height(size), (Piece(0, line, size, inside),), keeps_next=keep or _stays(at, last))
        for at, line in enumerate(lines)
    )


def _stays(at: int, last: int) -> bool:
    """Answer whether a line must not be the last on its page."""
    return at < last and at in {0, last - 1}


def bullets(items: Sequence[str], width: float, *, size: float = BODY_SIZE) -> tuple[Row, ...]:
    """Set a list, each item behind a dash and indented below it."""
    whole = new_list()
    return tuple(
        found
        for text in items
        for found in _pair(("–", text), item(whole), (_DASH, width), size, bold=False)
    )


def table(
    rows: Sequence[tuple[str, str]],
    width: float,
    *,
    label_width: float,
    size: float = BODY_SIZE,
    space: float = 0,
) -> tuple[Row, ...]:
    """Set labels with their values beside them; label and value stay on one page.

    Below each row there is `space` (millimetres).
    """
    whole = new_table()
    between = (gap(space),) if space else ()
    return tuple(
        found
        for pair in rows
        for found in (*_pair(pair, row(whole), (label_width, width), size, bold=True), *between)
    )


def _pair(
    texts: tuple[str, str],
    places: tuple[Path, Path],
    widths: tuple[float, float],
    size: float,
    *,
    bold: bool,
) -> Iterator[Row]:
    """Set a label with its value beside it; `widths` are of the label and of the whole."""
    x, whole = widths
    left = break_lines(texts[0], x * POINTS, size)
    right = break_lines(texts[1], (whole - x) * POINTS, size, bold=bold)
    count = max(len(left), len(right))
    for at in range(count):
        labels = [Piece(0, line, size, places[0]) for line in left[at : at + 1]]
        values = [Piece(x, line, size, places[1]) for line in right[at : at + 1]]
        yield Row(row_height(size), (*labels, *values), at < count - 1)


def row_height(size: float) -> float:
    """Answer the height of a row in millimetres for a font size in points."""
    return size * LINE_SPACING / POINTS


def pages(rows: Sequence[Row], first: float, following: float) -> tuple[tuple[Row, ...], ...]:
    """Share rows out over pages whose bodies are `first` and then `following` mm high."""
    found: list[tuple[Row, ...]] = []
    rest = list(rows)
    while rest:
        count = _fitting(rest, following if found else first)
        found.append(tuple(rest[:count]))
        rest = _without_leading_gaps(rest[count:])
    return tuple(found)


def _fitting(rows: Sequence[Row], height: float) -> int:
    """Answer how many rows go on a page: all that fit, less those that must not be last."""
    count = bisect_right(list(accumulate(row.height for row in rows)), height)
    if count == len(rows):
        return count
    kept = count
    while kept and rows[kept - 1].keeps_next:
        kept -= 1
    return max(kept or count, 1)


def _without_leading_gaps(rows: list[Row]) -> list[Row]:
    start = next((at for at, row in enumerate(rows) if row.pieces), len(rows))
    return rows[start:]


def draw(paper: Paper, rows: Sequence[Row], x: float, top: float) -> float:
    """Print rows from an upper left corner (millimetres); answer where they end.

    What belongs to one block is printed in one go, also where another stands beside it: so the
    text is read and copied as it was typed.
    """
    blocks: dict[Path, list[tuple[Piece, float]]] = {}
    for line in rows:
        for piece in line.pieces:
            blocks.setdefault(piece.inside, []).append((piece, top))
        top += line.height
    for piece, at in chain.from_iterable(blocks.values()):
        baseline = at + piece.size * (LINE_SPACING + _ASCENT) / 2 / POINTS - 0.6
        paper.text(x + piece.x, baseline, piece.line, piece.size, inside=piece.inside)
    return top
