"""One column of figures and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.small_numbers.rules.network import Cell, secured

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.small_numbers.rules.safeguard import Safeguard

_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Protected:
    """Which figures of a column are told."""

    withheld: frozenset[int]
    """Places of the figures that are withheld, counted from 0."""
    is_total_withheld: bool
    is_left_out: bool = False
    """Whether the column cannot be told at all: too few to keep anybody apart."""


def protect_column(
    values: Sequence[int],
    safeguard: Safeguard,
    *,
    total: int | None = None,
    also: Collection[int] = (),
    most: Sequence[int | None] = (),
) -> Protected:
    """Answer which figures are withheld.

    `total` is what is told as the total where that is less than all together, such as people
    of whom some are counted in two lines. `also` are places that are withheld in any case, and
    `most` says how high each figure can be. The total itself is withheld only when it is small:
    other tables tell it as well.
    """
    cells = column_cells(values, safeguard, total=total, also=also, most=most)
    withheld = secured(cells)
    if withheld is None:
        every = frozenset(range(len(values)))
        return Protected(every, cells[-1].is_withheld, is_left_out=True)
    places = frozenset(key for key in withheld if isinstance(key, int))
    return Protected(places, _TOTAL in withheld)


def column_cells(
    values: Sequence[int],
    safeguard: Safeguard,
    *,
    total: int | None = None,
    also: Collection[int] = (),
    most: Sequence[int | None] = (),
) -> tuple[Cell, ...]:
    """Answer the figures of a column and their total as a network of two sums."""
    parts = tuple(
        _part(at, value, safeguard, also=at in also, most=most[at] if most else None)
        for at, value in enumerate(values)
    )
    whole = sum(values)
    is_small = safeguard.is_small(whole if total is None else total)
    high = safeguard.least - 1 if is_small and total is None else None
    low = safeguard.lowest if is_small else safeguard.least
    ending = Cell(_TOTAL, 0, 1, whole, low, high, is_total=True, is_withheld=is_small)
    return (*parts, ending)


def _part(at: int, value: int, safeguard: Safeguard, *, also: bool, most: int | None) -> Cell:
    if safeguard.is_small(value):
        high = safeguard.least - 1 if most is None else min(most, safeguard.least - 1)
        return Cell(at, 0, 1, value, safeguard.lowest, high, is_withheld=True)
    if also:
        return Cell(at, 0, 1, value, 0, most, is_withheld=True)
    if value == 0:
        return Cell(at, 0, 1, value, 0, 0)
    return Cell(at, 0, 1, value, safeguard.least, most, price=value)
