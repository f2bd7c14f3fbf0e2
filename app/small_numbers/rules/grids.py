"""A table of rows and columns with the totals of both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.small_numbers.rules.network import Cell, secured

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

    from app.small_numbers.rules.safeguard import Safeguard

Place = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class ProtectedGrid:
    """Which figures within a table are told; which totals are was settled before."""

    withheld: frozenset[Place]
    is_left_out: bool = False
    """Whether nothing within the table can be told."""
    hides_zero: bool = False
    """Whether 0 is withheld as well, since few lines have anything else."""


def protect_grid(
    values: Sequence[Sequence[int]],
    safeguard: Safeguard,
    *,
    rows_withheld: Collection[int] = (),
    columns_withheld: Collection[int] = (),
) -> ProtectedGrid:
    """Answer which figures within a table are withheld.

    The totals of rows and columns stand in tables of their own as well: which of them are
    withheld is settled there (`protect_column`) and said here, and no other one is.
    """
    for hides_zero in dict.fromkeys((not safeguard.tells_zero, True)):
        cells = grid_cells(
            values, safeguard, rows_withheld, columns_withheld, hides_zero=hides_zero
        )
        withheld = secured(cells)
        if withheld is not None:
            return ProtectedGrid(_inner(withheld, values), hides_zero=hides_zero)
    width = len(values[0]) if values else 0
    every = frozenset((row, at) for row in range(len(values)) for at in range(width))
    return ProtectedGrid(every, is_left_out=True)


def _inner(keys: Iterable[Hashable], values: Sequence[Sequence[int]]) -> frozenset[Place]:
    width = len(values[0]) if values else 0
    return frozenset(
        key for key in keys if isinstance(key, tuple) and key[0] < len(values) and key[1] < width
    )


def grid_cells(
    values: Sequence[Sequence[int]],
    safeguard: Safeguard,
    rows_withheld: Collection[int] = (),
    columns_withheld: Collection[int] = (),
    *,
    hides_zero: bool | None = None,
) -> tuple[Cell, ...]:
    """Answer a table with its totals as a network: each row and each column is a sum.

    Within the table 0 may be withheld although it is told elsewhere.
    """
    inside = safeguard if hides_zero is None else replace(safeguard, tells_zero=not hides_zero)
    height, width = len(values), len(values[0]) if values else 0
    first = height + 1
    sums = [sum(line[c] for line in values) for c in range(width)]
    # Where a total of 0 is told, nothing else can stand beside it.
    empty_rows = {r for r, line in enumerate(values) if not sum(line) and r not in rows_withheld}
    empty_columns = {c for c in range(width) if not sums[c] and c not in columns_withheld}

    def cell(row: int, column: int, value: int, *, withheld: bool | None = None) -> Cell:
        is_total = (row == height) != (column == width)
        rule = safeguard if row == height or column == width else inside
        is_small = rule.is_small(value)
        hidden = is_small if withheld is None else withheld
        low = rule.lowest if is_small else (safeguard.least if value else 0)
        high = safeguard.least - 1 if is_small else (None if value else 0)
        price = value if withheld is None and value and not is_small else None
        place = (row, column)
        return Cell(place, row, first + column, value, low, high, is_total, hidden, price)

    inner = [
        cell(r, c, value, withheld=False if r in empty_rows or c in empty_columns else None)
        for r, line in enumerate(values)
        for c, value in enumerate(line)
    ]
    rows = [cell(r, width, sum(line), withheld=r in rows_withheld) for r, line in enumerate(values)]
    columns = [
        cell(height, c, value, withheld=c in columns_withheld) for c, value in enumerate(sums)
    ]
    whole = sum(sums)
    corner = cell(height, width, whole, withheld=safeguard.is_small(whole))
    return (*inner, *rows, *columns, corner)
