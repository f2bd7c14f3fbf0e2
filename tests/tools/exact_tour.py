"""The proven shortest order of one vehicle with time windows, to hold a search against.

Every set of stops is looked at with its last stop; of two ways through the same set that end at
the same stop, one that is neither shorter nor earlier is dropped (Dumas and others, 1995), and so
is one after which a stop could not be reached any more. Windows keep the sets few.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.visiting.day_plans.office.day import OfficeDay

_Ends: TypeAlias = "dict[tuple[int, int], list[tuple[int, int]]]"
"""By the set of stops (a bit each) and the last of them: tenths so far, and when it ends."""


def shortest_tenths(day: OfficeDay) -> int | None:
    """Answer the tenths of the shortest order through all calls of a day with one goer.

    None where no order serves all of them.
    """
    count, span = len(day.calls), day.goers[0].shifts[0]
    layer: _Ends = {}
    for first in range(count):
        begins = max(day.calls[first].opens, span.first)
        if begins <= day.calls[first].closes:
            ends = begins + day.calls[first].minutes
            layer[1 << first, first] = [(day.ways[0][first + 1].tenths, ends)]
    for _step in range(count - 1):
        layer = _longer(day, layer)
    found = [
        tenths + day.ways[last + 1][0].tenths
        for (_set, last), ends in layer.items()
        for tenths, clock in ends
        if clock <= span.last
    ]
    return min(found, default=None)


def _longer(day: OfficeDay, layer: _Ends) -> _Ends:
    """Answer the ways through one stop more."""
    found: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for (served, last), ends in layer.items():
        rest = [at for at in range(len(day.calls)) if not served >> at & 1]
        ways = day.ways[last + 1]
        for tenths, clock in ends:
            if any(clock + ways[at + 1].minutes > day.calls[at].closes for at in rest):
                continue
            for at in rest:
                call, way = day.calls[at], ways[at + 1]
                begins = max(call.opens, clock + way.minutes)
                found[served | 1 << at, at].append((tenths + way.tenths, begins + call.minutes))
    return {key: _undominated(ends) for key, ends in found.items()}


def _undominated(ends: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for tenths, clock in sorted(ends):
        if not kept or clock < kept[-1][1]:
            kept.append((tenths, clock))
    return kept
