"""What one search for routes is given, as it is sent to a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.visiting.day_plans.task import DayTask
    from app.visiting.day_plans.travel import Travel

Routes = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What one search is to do, and until when (seconds since 1970)."""

    task: DayTask
    travel: Travel
    stops: tuple[int, ...]
    """The stops that somebody could serve, by their places in the task."""
    seed: int
    begin: float
    deadline: float
    patience: float
    """Part of the time after which a search stops hoping to serve everybody."""

    @property
    def may_serve_all(self) -> bool:
        """Whether all stops together are within what all visitors can carry."""
        if self.task.capacity is None:
            return True
        demand = sum(self.task.stops[stop].demand for stop in self.stops)
        return demand <= self.task.capacity * self.task.vehicles
