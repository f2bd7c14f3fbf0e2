"""One search for the shortest routes with PyVRP; slow to import, so only a search imports it."""

from __future__ import annotations

import time
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from pyvrp import Client, Depot, ProblemData, VehicleType, solve
from pyvrp.exceptions import PenaltyBoundWarning

if TYPE_CHECKING:
    from app.visiting.day_plans.job import Search

_FINEST = 1e6
"""Steps into which one unit of time, distance or load is divided: PyVRP counts in integers."""
_ROOM = 1e10
"""Largest number of steps, so that penalties times excess stay within 64 bits."""
_NEVER = 2**62
"""Costs above it are those of a plan that breaks a rule."""


@dataclass(slots=True)
class _Until:
    """Stops at a time of day, or earlier when no plan serves everybody by then."""

    deadline: float
    patience: float

    def __call__(self, best_cost: float) -> bool:
        now = time.time()
        return now >= self.deadline or (best_cost > _NEVER and now >= self.patience)


def find_routes(search: Search) -> tuple[tuple[int, ...], ...]:
    """Answer routes through the possible stops, as many of them as could be found room for."""
    if search.may_serve_all:
        patience = search.begin + search.patience * (search.deadline - search.begin)
        found = _run(search, _Until(search.deadline, patience), everybody=True)
        if found is not None:
            return found
    return _run(search, _Until(search.deadline, search.deadline), everybody=False) or ()


def _run(search: Search, until: _Until, *, everybody: bool) -> tuple[tuple[int, ...], ...] | None:
    with warnings.catch_warnings():
        # It says that the task may have no answer, which is known here and told in words.
        warnings.simplefilter("ignore", PenaltyBoundWarning)
        data = _data(search, everybody=everybody)
        best = solve(data, until, seed=search.seed, collect_stats=False, display=False).best
    if not best.is_feasible():
        return None
    return tuple(
        tuple(search.stops[place - 1] for place in route.visits()) for route in best.routes()
    )


def _data(search: Search, *, everybody: bool) -> ProblemData:
    """Answer the task in integers: times rounded against the plan, so that it holds in doubles."""
    task, places = search.task, [0, *(stop + 1 for stop in search.stops)]
    exact = np.array([[search.travel.distances[a][b] for b in places] for a in places])
    horizon = task.depot.close - task.depot.open
    longest = float(exact.max(initial=1.0))
    scale = min(_FINEST, _ROOM / max(horizon, longest, longest * search.travel.pace))
    distances = np.rint(exact * scale).astype(np.int64)
    durations = np.ceil(exact * (search.travel.pace * scale) - 1e-6).astype(np.int64)
    # More than any detour, but not so much more that the search would rather break the hours.
    prize = 2 * int(distances.max(initial=0)) + 1
    return ProblemData(
        _clients(search, scale, None if everybody else prize),
        [Depot(task.depot.x, task.depot.y)],
        [_vehicles(search, int(horizon * scale))],
        [distances],  # type: ignore[list-item] # its stub takes the type for the shape
        [durations],  # type: ignore[list-item] # as above
    )


def _clients(search: Search, scale: float, prize: int | None) -> list[Client]:
    """Answer the stops; with a prize they may be left out, which costs more than any detour."""
    task, load = search.task, _load_scale(search)
    zero, last = task.depot.open, task.depot.close
    stops = [task.stops[index] for index in search.stops]
    return [
        Client(
            stop.x,
            stop.y,
            delivery=[] if load is None else [int(np.ceil(stop.demand * load - 1e-6))],
            service_duration=int(np.ceil(stop.service * scale - 1e-6)),
            tw_early=int(np.ceil((max(stop.open, zero) - zero) * scale - 1e-6)),
            tw_late=int(np.floor((min(stop.close, last) - zero) * scale + 1e-6)),
            prize=prize or 0,
            required=prize is None,
        )
        for stop in stops
    ]


def _vehicles(search: Search, horizon: int) -> VehicleType:
    load = _load_scale(search)
    capacity = search.task.capacity
    return VehicleType(
        min(search.task.vehicles, len(search.stops)),
        [] if load is None or capacity is None else [int(capacity * load + 1e-6)],
        tw_late=horizon,
    )


def _load_scale(search: Search) -> float | None:
    """Answer the steps of one unit of load; None when all stops fit into one route."""
    capacity = search.task.capacity
    whole = sum(search.task.stops[stop].demand for stop in search.stops)
    if capacity is None or whole <= capacity:
        return None
    return min(_FINEST, _ROOM / max(capacity, 1.0))
