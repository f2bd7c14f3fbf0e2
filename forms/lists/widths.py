"""How wide the columns of a list are on paper, and whether the page stands or lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.page import HEIGHT, POINTS, WIDTH
from forms.typeset import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 15.0
"""Left and right of the list, in millimetres."""
PADDING = 1.5
"""Left and right in a cell, in millimetres."""
_MEASURED_ROWS = 200
_MEASURED_SIGNS = 80
_WIDEST = 70.0
_LONGEST_WORD = 34.0
_NARROWEST = 8.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a list in millimetres, and whether the page lies (landscape)."""

    lying: bool
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """The width of the whole list."""
        return sum(self.widths)


def shape(titles: Sequence[str], rows: Sequence[tuple[str, ...]], size: float) -> Shape:
    """Answer how a list is laid out at a font size in points; its first rows decide."""
    measured = rows[:_MEASURED_ROWS]
    columns = [[row[at] for row in measured] for at in range(len(titles))]
    wanted = [_wanted(title, cells, size) for title, cells in zip(titles, columns, strict=True)]
    least = [_least((title, *cells), size) for title, cells in zip(titles, columns, strict=True)]
    standing = WIDTH - 2 * MARGIN
    lying = sum(wanted) > standing
    room = HEIGHT - 2 * MARGIN if lying else standing
    return Shape(lying, tuple(_shared(room, wanted, least)))


def _wanted(title: str, cells: Sequence[str], size: float) -> float:
    longest = max((_width(cell[:_MEASURED_SIGNS], size) for cell in cells), default=0.0)
    return max(min(longest, _WIDEST), _least((title, *cells), size))


def _least(texts: Sequence[str], size: float) -> float:
    """Answer the width of the longest word of some texts, the first of them bold."""
    words = {(word, at == 0) for at, text in enumerate(texts) for word in _words(text)}
    longest = max((_width(word, size, bold=bold) for word, bold in words), default=0.0)
    return max(_NARROWEST, min(longest, _LONGEST_WORD))


def _words(text: str) -> list[str]:
    """Answer the parts that are not broken; a no-break space joins."""
    return text[:_MEASURED_SIGNS].replace("-", "- ").replace("/", "/ ").split(" ")


def _width(text: str, size: float, *, bold: bool = False) -> float:
    return one_line(text, bold=bold).width(size) / POINTS + 2 * PADDING + 0.2


def _shared(room: float, wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Share the room out: what is spare goes to all alike, what lacks is taken from the wide."""
    spare = room - sum(least)
    if spare <= 0:
        return [width * room / sum(least) for width in least]
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(more) >= spare:
        share = spare / sum(more)
        return [low + share * extra for low, extra in zip(least, more, strict=True)]
    return [want * room / sum(wanted) for want in wanted]
