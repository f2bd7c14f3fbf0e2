"""Where the pieces of a letter stand: below each other, beside each other, and held together."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from forms.flow import Row, gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_END = 9
"""So many lines, with the space between them, a page holds of the end of a letter."""


def stacked(pieces: Iterable[Sequence[Row]], space: float) -> tuple[Row, ...]:
    """Put pieces below each other with so many millimetres between them."""
    found: list[Row] = []
    for rows in filter(None, pieces):
        if found:
            found.append(gap(space, keeps_next=found[-1].keeps_next or rows[0].keeps_next))
        found.extend(rows)
    return tuple(found)


def ended(rows: Sequence[Row], line: float) -> tuple[Row, ...]:
    """Keep the end of a letter together, so that a name never stands alone on a page.

    A line is so many millimetres high.
    """
    room = _END * line
    found = list(rows)
    for at in range(len(found) - 1, -1, -1):
        room -= found[at].height
        if room <= 0:
            break
        if at < len(found) - 1:
            found[at] = held_row(found[at])
    return tuple(found)


def held_row(row: Row) -> Row:
    """Answer a row that is not the last of its page."""
    return row if row.keeps_next else Row(row.height, row.pieces, keeps_next=True)


def side_by_side(
    left: Sequence[Sequence[Row]], right: Sequence[Sequence[Row]], space: float
) -> tuple[Row, ...]:
    """Put pieces in two columns, each beside its translation."""
    pairs = [tuple(beside(one, other)) for one, other in zip_longest(left, right, fillvalue=())]
    return stacked(pairs, space)


def beside(one: Sequence[Row], other: Sequence[Row]) -> Iterator[Row]:
    """Put rows beside others, each row as high as the higher of the two."""
    for left, right in zip_longest(one, other, fillvalue=Row(0)):
        yield Row(
            max(left.height, right.height),
            (*left.pieces, *right.pieces),
            left.keeps_next or right.keeps_next,
        )
