"""What a map shows: numbered stops in their order, the office, and outlines of districts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.areas.coordinates.outlines import OutlineRow
    from app.areas.rules.spots import Spot

_NEAR = 0.25
"""Part of the width around the stops in which districts are drawn as well."""


@dataclass(frozen=True, slots=True)
class MapStop:
    """A stop as it is drawn."""

    number: int
    name: str
    spoken: str
    """What is read aloud and shown as a tip."""
    spot: Spot | None
    is_home: bool = False


@dataclass(frozen=True, slots=True)
class MapSheet:
    """Everything on a map."""

    stops: tuple[MapStop, ...] = ()
    """In the order in which they are driven to."""
    office: Spot | None = None
    outlines: tuple[OutlineRow, ...] = ()

    def placed(self) -> tuple[MapStop, ...]:
        """Answer the stops whose place is known."""
        return tuple(stop for stop in self.stops if stop.spot is not None)

    def spots(self) -> tuple[Spot, ...]:
        """Answer the places that must be seen."""
        found = [stop.spot for stop in self.stops if stop.spot is not None]
        return (*found, *((self.office,) if self.office is not None and found else ()))

    def near_outlines(self) -> tuple[OutlineRow, ...]:
        """Answer the outlines of districts that lie around the stops."""
        spots = self.spots()
        if not spots:
            return ()
        return tuple(row for row in self.outlines if any(_touches(r, spots) for r in row.rings))


def _touches(ring: Sequence[tuple[float, float]], spots: Sequence[Spot]) -> bool:
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    wide, high = max(east - west, 0.02) * _NEAR, max(north - south, 0.02) * _NEAR
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    across = max(xs) >= west - wide and min(xs) <= east + wide
    return across and max(ys) >= south - high and min(ys) <= north + high
