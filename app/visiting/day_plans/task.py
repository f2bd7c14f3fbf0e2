"""What is to be planned for a day, and the plan that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.errors import Problem
    from app.visiting.given import Id

SPEED = 20.0
"""Usual speed in town between two visits, in km/h: bus, bicycle and short walks."""
DETOUR = 1.3
"""How much longer a way is than the straight line, as a factor."""


class Metric(StrEnum):
    """How coordinates become distances."""

    EUCLIDEAN = "euclidean"
    """A plane: distance and travel time are the same number."""
    HAVERSINE = "haversine"
    """x is longitude and y latitude in degrees: kilometres and minutes."""


@dataclass(frozen=True, slots=True)
class Depot:
    """Where every route begins and ends, and between when."""

    x: float
    y: float
    open: float
    close: float


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit: it begins between `open` and `close` and lasts `service`."""

    id: Id
    x: float
    y: float
    open: float
    close: float
    service: float
    demand: float


@dataclass(frozen=True, slots=True)
class DayTask:
    """The visits of a day and those who can make them."""

    metric: Metric
    vehicles: int
    capacity: float | None
    """What one visitor can carry or do; None is unlimited."""
    depot: Depot
    stops: tuple[Stop, ...]
    speed: float = SPEED
    detour: float = DETOUR


@dataclass(frozen=True, slots=True)
class Route:
    """One visitor's way: stops by their place in the task, departure and return."""

    stops: tuple[int, ...]
    distance: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Unserved:
    """A visit that is not in the plan, and the constraint that keeps it out."""

    stop: int
    reason: Problem


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The routes of a day and the visits that found no place in them."""

    routes: tuple[Route, ...]
    unserved: tuple[Unserved, ...]
    total: float
    """Distance of all routes together."""
