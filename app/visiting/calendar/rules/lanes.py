"""Where visits stand that are at the same time: beside one another, in as few lanes as can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Times = tuple[int, int]
"""From which minute to which."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one visit stands."""

    at: int
    """Its number in what was given."""
    lane: int
    """From the left, beginning with 0."""
    wide: int
    """How many lanes it takes."""
    lanes: int
    """How many lanes share the width."""
    is_crowded: bool = False
    """Whether the last of the lanes only says how many more there are."""


@dataclass(frozen=True, slots=True)
class More:
    """Those that find no lane any more, from which minute to which; they take the last one."""

    start: int
    end: int
    lanes: int
    hidden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """Everything of one column."""

    placed: tuple[Placed, ...]
    more: tuple[More, ...]


def lay_out(times: Sequence[Times], most: int) -> Lanes:
    """Put what overlaps beside one another in at most `most` lanes (two or more).

    What stands alone takes the whole width; what has nobody on its right takes that room too.
    """
    placed: list[Placed] = []
    more: list[More] = []
    for cluster in _clusters(times):
        lanes = _lanes_of(times, cluster)
        count = max(lanes.values()) + 1
        if count > most:
            hidden = tuple(at for at in cluster if lanes[at] >= most - 1)
            start = min(times[at][0] for at in hidden)
            more.append(More(start, max(times[at][1] for at in hidden), most, hidden))
            lanes = {at: lane for at, lane in lanes.items() if lane < most - 1}
            placed += [Placed(at, lane, 1, most, is_crowded=True) for at, lane in lanes.items()]
        else:
            placed += [
                Placed(at, lane, _room(times, lanes, at, count), count)
                for at, lane in lanes.items()
            ]
    return Lanes(tuple(placed), tuple(more))


def _clusters(times: Sequence[Times]) -> Iterator[list[int]]:
    """Answer what hangs together by overlapping, each in order of time, the longer first."""
    order = sorted(range(len(times)), key=lambda at: (times[at][0], -times[at][1]))
    cluster: list[int] = []
    end = 0
    for at in order:
        if cluster and times[at][0] >= end:
            yield cluster
            cluster, end = [], 0
        cluster.append(at)
        end = max(end, times[at][1])
    if cluster:
        yield cluster


def _lanes_of(times: Sequence[Times], cluster: Sequence[int]) -> dict[int, int]:
    """Give each the first lane that is free when it begins."""
    ends: list[int] = []
    lanes: dict[int, int] = {}
    for at in cluster:
        start, end = times[at]
        lane = next((free for free, until in enumerate(ends) if until <= start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes[at] = lane
    return lanes


def _room(times: Sequence[Times], lanes: dict[int, int], at: int, count: int) -> int:
    """Answer how many lanes one can take until somebody stands in the way."""
    start, end = times[at]
    in_the_way = [
        lane
        for other, lane in lanes.items()
        if lane > lanes[at] and times[other][0] < end and start < times[other][1]
    ]
    return min(in_the_way, default=count) - lanes[at]
