"""Which further figures must be withheld so that no withheld one can be computed back.

Figures that add up are the edges of a network: a figure that rises must be made up for by others
along a circle, so that every total stays as it is told. A withheld figure is safe when there is
such a circle: then a table with another number in its place agrees with everything that is told.
For tables of rows, columns and totals this is exact, not an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure between the two sums that it belongs to."""

    key: Hashable
    start: int
    end: int
    value: int
    low: int
    """The lowest number that a reader who knows how figures are withheld holds possible."""
    high: int | None = None
    """The highest; None is any."""
    is_total: bool = False
    """Whether it is what others add up to, so that it rises where they fall."""
    is_withheld: bool = False
    """Whether it is withheld for itself."""
    price: int | None = None
    """What it costs to withhold it for the sake of others; None is never."""

    def can_change(self, step: int) -> bool:
        """Answer whether the reader must hold one more (1) or one less (-1) possible."""
        changed = self.value + step
        return self.low <= changed and (self.high is None or changed <= self.high)


@dataclass(frozen=True, slots=True)
class _Way:
    """Going along a cell in one direction: it rises or falls."""

    cell: int
    to: int
    price: int


class _Network:
    """The ways between sums; withheld cells are free, others have their price."""

    def __init__(self, cells: Sequence[Cell], withheld: set[Hashable]) -> None:
        self._cells, self._withheld = cells, withheld
        self._from: dict[int, list[_Way]] = {}
        for at, cell in enumerate(cells):
            self._take(at, cell)

    def _take(self, at: int, cell: Cell) -> None:
        is_free = cell.key in self._withheld
        if not is_free and cell.price is None:
            return
        price = 0 if is_free else 1 + (cell.price or 0)
        rise = -1 if cell.is_total else 1
        if cell.can_change(rise):
            self._from.setdefault(cell.start, []).append(_Way(at, cell.end, price))
        if cell.can_change(-rise):
            self._from.setdefault(cell.end, []).append(_Way(at, cell.start, price))

    def circle(self, at: int) -> tuple[int, frozenset[Hashable]] | None:
        """Answer the cheapest circle through a cell: its price and the cells that it costs."""
        cell = self._cells[at]
        rise = -1 if cell.is_total else 1
        found = []
        if cell.can_change(rise):
            found.append(self._way(cell.end, cell.start, at))
        if cell.can_change(-rise):
            found.append(self._way(cell.start, cell.end, at))
        return min((one for one in found if one is not None), key=_price, default=None)

    def _way(self, start: int, end: int, without: int) -> tuple[int, frozenset[Hashable]] | None:
        """Answer the cheapest way between two sums that does not use one cell."""
        queue: list[tuple[int, int]] = [(0, start)]
        best = {start: 0}
        came: dict[int, tuple[int, _Way]] = {}
        while queue:
            price, here = heappop(queue)
            if here == end:
                return price, self._cost(start, end, came)
            if price > best[here]:
                continue
            for way in self._from.get(here, ()):
                further = price + way.price
                if way.cell != without and further < best.get(way.to, further + 1):
                    best[way.to], came[way.to] = further, (here, way)
                    heappush(queue, (further, way.to))
        return None

    def _cost(
        self, start: int, end: int, came: Mapping[int, tuple[int, _Way]]
    ) -> frozenset[Hashable]:
        cost, here = set(), end
        while here != start:
            here, way = came[here]
            if way.price:
                cost.add(self._cells[way.cell].key)
        return frozenset(cost)


def secured(cells: Sequence[Cell]) -> frozenset[Hashable] | None:
    """Answer the keys of all cells to be withheld; None when that keeps nothing secret.

    Those withheld for themselves come first, the smallest before others; what is withheld for
    their sake is as cheap as possible each time.
    """
    withheld = {cell.key for cell in cells if cell.is_withheld}
    order = sorted(
        (at for at, cell in enumerate(cells) if cell.is_withheld),
        key=lambda at: (cells[at].value, at),
    )
    network = _Network(cells, withheld)
    for at in order:
        circle = network.circle(at)
        if circle is None:
            return None
        if circle[1]:
            # More that is withheld only ever adds ways: who was safe stays safe.
            withheld |= circle[1]
            network = _Network(cells, withheld)
    return frozenset(withheld)


def exposed(cells: Sequence[Cell], withheld: Iterable[Hashable]) -> frozenset[Hashable]:
    """Answer the withheld cells whose number can be computed from what is told."""
    hidden = set(withheld)
    told = [cell for cell in cells if cell.key in hidden]
    network = _Network(told, hidden)
    return frozenset(cell.key for at, cell in enumerate(told) if network.circle(at) is None)


def _price(found: tuple[int, frozenset[Hashable]]) -> int:
    return found[0]
