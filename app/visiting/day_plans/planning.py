"""Planning a day: screen, search, put in who was left out, check by the clock."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from app.visiting.day_plans import exact
from app.visiting.day_plans.job import Search
from app.visiting.day_plans.screening import crowded_out, impossible
from app.visiting.day_plans.searching import side_by_side
from app.visiting.day_plans.task import DayPlan, Route, Unserved
from app.visiting.day_plans.timing import walk
from app.visiting.day_plans.travel import Travel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.errors import Problem
    from app.visiting.day_plans.task import DayTask

_FEW = 10
"""Up to so many stops a short search is enough."""
_SECONDS_FOR_FEW = 1.0
_LAST_STEPS = 0.1
"""Seconds kept for checking the answer."""
_PATIENCE = (0.5, 0.2)
"""How long each of the two searches hopes to serve everybody; they part on hard days."""


def plan_day(task: DayTask, seconds: float) -> DayPlan:
    """Answer the shortest plan found within some seconds that serves as many stops as can be.

    A day of up to nine stops is planned at once, and no plan for it is better.

    Raises `RuntimeError` when a search comes back with a plan that the clock refutes.
    """
    travel = Travel.of(task)
    excluded = {
        stop: reason
        for stop in range(len(task.stops))
        if (reason := impossible(task, travel, stop)) is not None
    }
    possible = tuple(stop for stop in range(len(task.stops)) if stop not in excluded)
    if len(possible) <= exact.MOST:
        found = [exact.ShortDay(task, travel, possible).best()]
    else:
        found = side_by_side(_searches(task, travel, possible, seconds))
    plans = [_completed(task, travel, routes, possible) for routes in found]
    return _plan(task, excluded, possible, min(plans, key=_worth))


def _searches(
    task: DayTask, travel: Travel, possible: tuple[int, ...], seconds: float
) -> list[Search]:
    few = len(possible) <= _FEW
    begin = time.time()
    deadline = begin + max(min(seconds, _SECONDS_FOR_FEW) if few else seconds - _LAST_STEPS, 0.05)
    return [
        Search(task, travel, possible, seed, begin, deadline, patience)
        for seed, patience in enumerate(_PATIENCE[: 1 if few else 2], start=1)
    ]


def _completed(
    task: DayTask, travel: Travel, found: Iterable[tuple[int, ...]], possible: tuple[int, ...]
) -> tuple[Route, ...]:
    """Answer the routes, checked, with every stop put in that still has room somewhere."""
    routes = [_checked(task, travel, stops) for stops in found if stops]
    served = [stop for route in routes for stop in route.stops]
    if len(set(served)) != len(served) or len(routes) > task.vehicles:
        message = "a search served a stop twice or sent out too many visitors"
        raise RuntimeError(message)
    for stop in sorted(set(possible) - set(served)):
        _put_in(task, travel, routes, stop)
    return tuple(routes)


def _checked(task: DayTask, travel: Travel, stops: tuple[int, ...]) -> Route:
    route = walk(task, travel, stops)
    if not isinstance(route, Route):
        message = f"a search answered a route that is {route}: {stops}"
        raise RuntimeError(message)  # noqa: TRY004 - what was searched is wrong, not what was given
    return route


def _put_in(task: DayTask, travel: Travel, routes: list[Route], stop: int) -> None:
    """Put a stop where it costs least, if it has room anywhere."""
    ways = [(place, *way) for place in range(len(routes)) for way in _ways(routes[place], stop)]
    if len(routes) < task.vehicles:
        ways.append((len(routes), (stop,), 0.0))
    choices = [
        (route.distance - before, place, route)
        for place, stops, before in ways
        if isinstance(route := walk(task, travel, stops), Route)
    ]
    if choices:
        _, place, route = min(choices, key=lambda choice: choice[:2])
        routes[place : place + 1] = [route]


def _ways(route: Route, stop: int) -> Iterator[tuple[tuple[int, ...], float]]:
    for place in range(len(route.stops) + 1):
        yield (*route.stops[:place], stop, *route.stops[place:]), route.distance


def _worth(routes: tuple[Route, ...]) -> tuple[int, float]:
    """Answer what makes a plan better when it is smaller: more stops first, then less way."""
    return -sum(len(route.stops) for route in routes), _total(routes)


def _total(routes: tuple[Route, ...]) -> float:
    return math.fsum(route.distance for route in routes)


def _plan(
    task: DayTask,
    excluded: dict[int, Problem],
    possible: tuple[int, ...],
    routes: tuple[Route, ...],
) -> DayPlan:
    served = {stop for route in routes for stop in route.stops}
    reasons = {stop: crowded_out(task, possible) for stop in possible if stop not in served}
    reasons |= excluded
    unserved = tuple(Unserved(stop, reasons[stop]) for stop in sorted(reasons))
    ordered = tuple(sorted(routes, key=lambda route: (route.start, route.stops)))
    return DayPlan(ordered, unserved, _total(routes))
