"""Outlines of districts: read from GeoJSON, matched with areas, made as simple as a map needs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from app.areas.rules.folding import city_key
from app.areas.rules.spots import is_on_earth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

Ring: TypeAlias = "tuple[tuple[float, float], ...]"
"""Points of longitude and latitude, or of east and north in metres."""
MOST_POINTS = 400
"""Points of one district; more are never seen on paper."""
_LEAST_RING = 4
_FINEST = 1e-6


class Shape(NamedTuple):
    """One district of a file: its properties and its rings."""

    facts: Mapping[str, str]
    rings: tuple[Ring, ...]


def read_shapes(data: Any) -> tuple[Shape, ...]:  # noqa: ANN401 - what a file holds
    """Answer the districts of a GeoJSON file; raises `ValueError` where it is none."""
    if not isinstance(data, dict) or not isinstance(data.get("features"), list):
        message = "no feature collection"
        raise ValueError(message)  # noqa: TRY004 - what a file holds, not what was given
    found = []
    for feature in data["features"]:
        if not isinstance(feature, dict):
            continue
        facts, shape = feature.get("properties"), feature.get("geometry")
        rings = tuple(_rings(shape)) if isinstance(shape, dict) else ()
        if rings and isinstance(facts, dict):
            plain = {
                str(k): str(v).strip() for k, v in facts.items() if isinstance(v, (str, int, float))
            }
            found.append(Shape(plain, rings))
    return tuple(found)


def match_shapes(
    shapes: Sequence[Shape], areas: Iterable[tuple[UUID, str, str]]
) -> dict[UUID, Shape]:
    """Answer the shapes of areas (key, code, name) by the property that names most of them."""
    by_key: dict[str, UUID] = {}
    for area, code, name in areas:
        for words in (code, name):
            if key := _plain(words):
                by_key.setdefault(key, area)
    best: dict[UUID, Shape] = {}
    for prop in dict.fromkeys(name for shape in shapes for name in shape.facts):
        found = {
            by_key[key]: shape
            for shape in shapes
            if (key := _plain(shape.facts.get(prop, ""))) in by_key
        }
        if len(found) > len(best):
            best = found
    return best


def is_in_metres(shapes: Iterable[Shape]) -> bool:
    """Answer whether the points are metres of UTM instead of degrees."""
    return any(
        not is_on_earth(y, x) for shape in shapes for ring in shape.rings[:1] for x, y in ring[:1]
    )


def simple(ring: Ring, most: int = MOST_POINTS) -> Ring:
    """Answer a ring of at most so many points that looks the same."""
    if len(ring) <= most:
        return ring
    wide = max(x for x, _y in ring) - min(x for x, _y in ring)
    fine = max(wide / 2000, _FINEST)
    found = ring
    while len(found) > most:
        found, fine = _thinned(ring, fine), fine * 1.6
    return found


def _thinned(ring: Ring, fine: float) -> Ring:
    """Douglas and Peucker: keep the points that lie off the line between their neighbours."""
    kept, spans = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = 0.0, 0
        for between in range(first + 1, last):
            away = _off(ring[between], ring[first], ring[last])
            if away > far:
                far, at = away, between
        if far > fine:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return tuple(ring[at] for at in sorted(kept))


def _off(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    wide, high = b[0] - a[0], b[1] - a[1]
    long = math.hypot(wide, high)
    if long == 0:
        return math.hypot(point[0] - a[0], point[1] - a[1])
    return abs(wide * (a[1] - point[1]) - high * (a[0] - point[0])) / long


def _rings(shape: dict[str, Any]) -> Iterator[Ring]:
    """Answer the outer rings; holes are not drawn."""
    parts = shape.get("coordinates")
    if shape.get("type") == "Polygon":
        parts = [parts]
    elif shape.get("type") != "MultiPolygon":
        return
    for polygon in parts if isinstance(parts, list) else ():
        if not isinstance(polygon, list) or not polygon or not isinstance(polygon[0], list):
            continue
        ring = tuple((float(point[0]), float(point[1])) for point in polygon[0] if _is_point(point))
        if len(ring) >= _LEAST_RING:
            yield ring


def _is_point(point: object) -> bool:
    return (
        isinstance(point, list)
        and len(point) > 1
        and all(isinstance(one, (int, float)) and math.isfinite(one) for one in point[:2])
    )


def _plain(words: str) -> str:
    """Answer what names and codes are compared by: "04" and "4" are one."""
    return city_key(words).lstrip("0")
