"""Days to plan, and the best plan by trying every order: slow, and independent of any search."""

from __future__ import annotations

from functools import cache
from itertools import combinations, permutations

from app.visiting.day_plans.task import DayTask, Depot, Metric, Route, Stop
from app.visiting.day_plans.timing import walk
from app.visiting.day_plans.travel import Travel


def stop(
    name: str, x: float, y: float, opens: float = 0, closes: float = 100, **more: float
) -> Stop:
    """Answer a stop; it lasts 1 and needs 1 unless something else is said."""
    return Stop(name, x, y, opens, closes, more.get("service", 1), more.get("demand", 1))


def day(*stops: Stop, vehicles: int = 1, capacity: float | None = None) -> DayTask:
    """Answer a day on a plane around (0, 0), from 0 to 100."""
    return DayTask(Metric.EUCLIDEAN, vehicles, capacity, Depot(0, 0, 0, 100), stops)


def best_by_trying(task: DayTask) -> tuple[int, float]:
    """Answer how many stops can be served at most, and the least distance for so many."""
    travel = Travel.of(task)
    everybody = range(len(task.stops))
    shortest: dict[frozenset[int], float] = {}
    for count in range(1, len(task.stops) + 1):
        for group in combinations(everybody, count):
            ways = [walk(task, travel, order) for order in permutations(group)]
            lengths = [way.distance for way in ways if isinstance(way, Route)]
            if lengths:
                shortest[frozenset(group)] = min(lengths)

    @cache
    def best(left: frozenset[int], vehicles: int) -> tuple[int, float]:
        choices = [(0, 0.0)]
        if vehicles:
            for group, length in shortest.items():
                if group <= left:
                    served, way = best(left - group, vehicles - 1)
                    choices.append((served - len(group), way + length))
        return min(choices)

    served, way = best(frozenset(everybody), task.vehicles)
    return -served, way
