"""How far it is from place to place, and how long that takes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.areas.rules.spots import Spot, kilometres
from app.visiting.day_plans.task import Metric

if TYPE_CHECKING:
    from app.visiting.day_plans.task import DayTask, Depot, Stop


@dataclass(frozen=True, slots=True)
class Travel:
    """Distances between the depot (0) and the stops (1 and on), and the time they take."""

    distances: tuple[tuple[float, ...], ...]
    pace: float
    """Time for one unit of distance."""

    @classmethod
    def of(cls, task: DayTask) -> Travel:
        """Answer the distances of a task."""
        places: tuple[Depot | Stop, ...] = (task.depot, *task.stops)
        if task.metric is Metric.EUCLIDEAN:
            return cls(
                tuple(tuple(math.hypot(a.x - b.x, a.y - b.y) for b in places) for a in places), 1.0
            )
        return cls(
            tuple(
                tuple(task.detour * straight_line(a.x, a.y, b.x, b.y) for b in places)
                for a in places
            ),
            60.0 / task.speed,
        )

    def time(self, here: int, there: int) -> float:
        """Answer how long it takes from one place to another."""
        return self.distances[here][there] * self.pace


def straight_line(x: float, y: float, other_x: float, other_y: float) -> float:
    """Answer the kilometres between two points, x longitude and y latitude in degrees."""
    return kilometres(Spot(y, x), Spot(other_y, other_x))
