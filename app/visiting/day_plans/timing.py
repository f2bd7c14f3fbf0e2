"""Walking a route by the clock: an independent check of whatever proposes one."""

from __future__ import annotations

import math
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from app.visiting.day_plans.task import Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.visiting.day_plans.task import DayTask
    from app.visiting.day_plans.travel import Travel

SLACK = 1e-9
"""What rounding may add to a time or a load, relative to its size."""


class Fault(StrEnum):
    """Why a route cannot be walked."""

    OVERLOAD = "overload"
    LATE = "late"
    """A visit would begin after its window."""
    NOT_BACK = "not_back"
    """The return would be after the depot closes."""


def beyond(value: float, limit: float) -> bool:
    """Answer whether a value is above its limit by more than rounding."""
    return value > limit + SLACK * max(1.0, abs(limit))


def walk(task: DayTask, travel: Travel, stops: Sequence[int]) -> Route | Fault:
    """Answer the route through some stops, by their places in the task, or why there is none.

    The visitor is back as early as possible, and leaves as late as that allows.
    """
    load = math.fsum(task.stops[stop].demand for stop in stops)
    if task.capacity is not None and beyond(load, task.capacity):
        return Fault.OVERLOAD
    begins = _beginnings(task, travel, stops, task.depot.open)
    if isinstance(begins, Fault):
        return begins
    end = _back(task, travel, stops, begins)
    if beyond(end, task.depot.close):
        return Fault.NOT_BACK
    start = _latest_start(task, travel, stops, begins)
    return Route(tuple(stops), length(travel, stops), start, end)


def length(travel: Travel, stops: Sequence[int]) -> float:
    """Answer the distance of a route, from the depot and back."""
    places = [0, *(stop + 1 for stop in stops), 0]
    return math.fsum(travel.distances[here][there] for here, there in pairwise(places))


def _beginnings(
    task: DayTask, travel: Travel, stops: Sequence[int], start: float
) -> list[float] | Fault:
    """Answer when each visit begins at the earliest."""
    begins, here, clock = [], 0, start
    for index in stops:
        stop = task.stops[index]
        clock = max(stop.open, clock + travel.time(here, index + 1))
        if beyond(clock, stop.close):
            return Fault.LATE
        begins.append(clock)
        here, clock = index + 1, clock + stop.service
    return begins


def _back(task: DayTask, travel: Travel, stops: Sequence[int], begins: list[float]) -> float:
    if not stops:
        return task.depot.open
    return begins[-1] + task.stops[stops[-1]].service + travel.time(stops[-1] + 1, 0)


def _latest_start(
    task: DayTask, travel: Travel, stops: Sequence[int], begins: list[float]
) -> float:
    """Answer the latest departure that begins the last visit no later."""
    if not stops:
        return task.depot.open
    latest = begins[-1]
    for here, there in zip(stops[-2::-1], stops[:0:-1], strict=True):
        way = travel.time(here + 1, there + 1)
        latest = min(task.stops[here].close, latest - way - task.stops[here].service)
    start = max(task.depot.open, latest - travel.time(0, stops[0] + 1))
    # Rounding must not make the visitor late who leaves at the last moment.
    again = _beginnings(task, travel, stops, start)
    return start if not isinstance(again, Fault) else task.depot.open
