"""The best plan of a short day, by looking at every set of stops: exact, and at once."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.visiting.day_plans.timing import beyond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.visiting.day_plans.task import DayTask
    from app.visiting.day_plans.travel import Travel

MOST = 9
"""Stops up to which every set of them is looked at; the work triples with each more."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way from the depot through some stops: no other is both shorter and earlier."""

    distance: float
    clock: float
    """When the last visit ends."""
    order: tuple[int, ...]


Routes = tuple[tuple[int, ...], ...]
_Cover = tuple[float, Routes]


@dataclass(slots=True)
class ShortDay:
    """A day with few stops; a set of them is a number with a bit for each."""

    task: DayTask
    travel: Travel
    stops: tuple[int, ...]
    ways: dict[tuple[int, int], list[_Way]] = field(default_factory=dict)
    """Ways by the set of their stops and the last of them, as a place in `stops`."""

    def best(self) -> Routes:
        """Answer the routes that serve most stops, and of those the shortest."""
        routes = self._routes()
        covers: dict[int, _Cover] = {0: (0.0, ())}
        for _ in range(min(self.task.vehicles, len(self.stops))):
            covers = self._one_more(covers, routes)
        most = min(covers, key=lambda served: (-served.bit_count(), covers[served][0]))
        return covers[most][1]

    def _one_more(
        self, covers: dict[int, _Cover], routes: dict[int, tuple[float, tuple[int, ...]]]
    ) -> dict[int, _Cover]:
        """Answer the best routes for each set of stops when one more visitor may go."""
        better = dict(covers)
        for served, (length, chosen) in covers.items():
            for more, (way, order) in routes.items():
                together = served | more
                if served & more or better.get(together, (math.inf,))[0] <= length + way:
                    continue
                better[together] = length + way, (*chosen, order)
        return better

    def _routes(self) -> dict[int, tuple[float, tuple[int, ...]]]:
        """Answer the shortest route through each set of stops that one visitor can serve."""
        routes: dict[int, tuple[float, tuple[int, ...]]] = {}
        for served in range(1, 1 << len(self.stops)):
            if not self._is_light(served):
                continue
            for last in _bits(served):
                self.ways[served, last] = self._arriving(served, last)
                for way in self.ways[served, last]:
                    self._close(routes, served, way)
        return routes

    def _close(
        self, routes: dict[int, tuple[float, tuple[int, ...]]], served: int, way: _Way
    ) -> None:
        """Bring a way back to the depot, and keep it when it is in time and the shortest."""
        here = way.order[-1] + 1
        length = way.distance + self.travel.distances[here][0]
        known = routes.get(served)
        is_back = not beyond(way.clock + self.travel.time(here, 0), self.task.depot.close)
        if is_back and (known is None or length < known[0]):
            routes[served] = length, way.order

    def _arriving(self, served: int, last: int) -> list[_Way]:
        """Answer the ways through a set of stops that end at one of them."""
        before = served & ~(1 << last)
        if not before:
            earlier = [_Way(0.0, self.task.depot.open, ())]
        else:
            earlier = [way for stop in _bits(before) for way in self.ways.get((before, stop), ())]
        found = [way for one in earlier if (way := self._on(one, self.stops[last])) is not None]
        return _undominated(found)

    def _on(self, way: _Way, index: int) -> _Way | None:
        """Answer a way that goes on to one more stop; None when it comes too late."""
        stop, here = self.task.stops[index], way.order[-1] + 1 if way.order else 0
        begins = max(stop.open, way.clock + self.travel.time(here, index + 1))
        if beyond(begins, stop.close):
            return None
        distance = way.distance + self.travel.distances[here][index + 1]
        return _Way(distance, begins + stop.service, (*way.order, index))

    def _is_light(self, served: int) -> bool:
        capacity = self.task.capacity
        if capacity is None:
            return True
        load = math.fsum(self.task.stops[self.stops[place]].demand for place in _bits(served))
        return not beyond(load, capacity)


def _bits(number: int) -> Iterator[int]:
    return (place for place in range(number.bit_length()) if number >> place & 1)


def _undominated(ways: list[_Way]) -> list[_Way]:
    kept: list[_Way] = []
    for way in sorted(ways, key=lambda one: (one.distance, one.clock)):
        if not kept or way.clock < kept[-1].clock:
            kept.append(way)
    return kept
