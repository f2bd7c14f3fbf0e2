"""How places become points of a drawn map, on the screen and on paper."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.areas.rules.spots import EARTH_RADIUS, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.areas.rules.outlines import Ring

Point: TypeAlias = "tuple[float, float]"
"""Across and down, in the unit of the surface."""

LEAST_KILOMETRES = 1.0
"""What a map shows at least, so that two houses of a street do not fill it."""
_NICE = (1, 2, 5)
_PER_DEGREE = math.radians(1) * EARTH_RADIUS
_GRID = 6
"""Lines that cross a map about."""
_TURN = 2.399963
"""Golden angle: places in a spiral never lie upon each other."""


@dataclass(frozen=True, slots=True)
class MapFrame:
    """Which part of the earth lies on which part of a surface."""

    middle: Spot
    scale: float
    """Units of the surface for one kilometre."""
    width: float
    height: float

    def place(self, spot: Spot) -> Point:
        """Answer where a place lies; it may lie outside of the surface."""
        narrow = math.cos(math.radians(self.middle.latitude))
        east = (spot.longitude - self.middle.longitude) * _PER_DEGREE * narrow
        north = (spot.latitude - self.middle.latitude) * _PER_DEGREE
        return self.width / 2 + east * self.scale, self.height / 2 - north * self.scale

    def ring(self, ring: Ring) -> tuple[Point, ...]:
        """Answer where the points of an outline lie."""
        return tuple(self.place(Spot(y, x)) for x, y in ring)

    def bar(self, most: float) -> tuple[float, float]:
        """Answer a round number of kilometres and how long it is drawn, at most `most`."""
        kilometres = nice_below(most / self.scale)
        return kilometres, kilometres * self.scale

    def grid(self) -> tuple[tuple[float, ...], tuple[float, ...], float]:
        """Answer where lines of a plain grid cross, across and down, and their kilometres."""
        step = nice_below(2 * max(self.width, self.height) / self.scale / _GRID)
        wide = step * self.scale
        return _lines(self.width, wide), _lines(self.height, wide), step


def frame_of(spots: Sequence[Spot], width: float, height: float, margin: float) -> MapFrame | None:
    """Answer the frame that shows all places with a margin around; None without any."""
    if not spots:
        return None
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    middle = Spot((south + north) / 2, (west + east) / 2)
    narrow = math.cos(math.radians(middle.latitude))
    wide = max((east - west) * _PER_DEGREE * narrow, LEAST_KILOMETRES)
    high = max((north - south) * _PER_DEGREE, LEAST_KILOMETRES)
    room = max(width - 2 * margin, 1.0), max(height - 2 * margin, 1.0)
    return MapFrame(middle, min(room[0] / wide, room[1] / high), width, height)


def spread(points: Sequence[Point], apart: float) -> tuple[Point, ...]:
    """Answer the points moved as little as needed, so that all can be read side by side."""
    kept: list[Point] = []
    for x, y in points:
        place, turn = (x, y), 0
        while any(math.dist(place, other) < apart for other in kept):
            turn += 1
            far = apart * 0.35 * math.sqrt(turn)
            place = x + far * math.cos(turn * _TURN), y + far * math.sin(turn * _TURN)
        kept.append(place)
    return tuple(kept)


def nice_below(value: float) -> float:
    """Answer the largest of 1, 2, 5, 10, … that is not above a value (above 0)."""
    power = 10.0 ** math.floor(math.log10(value))
    return max(nice * power for nice in _NICE if nice * power <= value * (1 + 1e-9))


def _lines(length: float, step: float) -> tuple[float, ...]:
    first = (length / 2) % step
    count = int((length - first) / step) + 1
    return tuple(first + at * step for at in range(count))
