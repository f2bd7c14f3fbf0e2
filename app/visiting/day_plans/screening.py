"""Stops that nobody could serve, even on a route of their own, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.visiting.day_plans.timing import Fault, walk

if TYPE_CHECKING:
    from app.visiting.day_plans.task import DayTask
    from app.visiting.day_plans.travel import Travel

NOBODY = N_("There is nobody who could visit.")
TOO_LATE = N_("It can be reached at {reached} at the earliest, and its window closes at {close}.")
DEPOT_CLOSED = N_(
    "It ends too late: the return would be at {back}, and the depot closes at {close}."
)
TOO_MUCH = N_("The visit needs {demand}, and one visitor has {capacity}.")
ALL_LOADED = N_("All visits together need {demand}, and all visitors together have {capacity}.")
ALL_BUSY = N_("There are too few visitors: within these hours no route has room for this visit.")


def impossible(task: DayTask, travel: Travel, stop: int) -> Problem | None:
    """Answer the constraint that excludes a stop in itself; None when it could be served."""
    if task.vehicles == 0:
        return Problem(NOBODY)
    fault = walk(task, travel, (stop,))
    return _reason(task, travel, stop, fault) if isinstance(fault, Fault) else None


def _reason(task: DayTask, travel: Travel, index: int, fault: Fault) -> Problem:
    stop = task.stops[index]
    if fault is Fault.OVERLOAD:
        values = {"demand": f"{stop.demand:g}", "capacity": f"{task.capacity:g}"}
        return Problem(TOO_MUCH, values=values)
    reached = max(stop.open, task.depot.open + travel.time(0, index + 1))
    if fault is Fault.LATE:
        return Problem(TOO_LATE, values={"reached": _time(reached), "close": _time(stop.close)})
    back = reached + stop.service + travel.time(index + 1, 0)
    return Problem(DEPOT_CLOSED, values={"back": _time(back), "close": _time(task.depot.close)})


def crowded_out(task: DayTask, possible: tuple[int, ...]) -> Problem:
    """Answer the constraint that excludes a stop beside the others."""
    demand = sum(task.stops[stop].demand for stop in possible)
    room = None if task.capacity is None else task.capacity * task.vehicles
    if room is not None and demand > room:
        return Problem(ALL_LOADED, values={"demand": f"{demand:g}", "capacity": f"{room:g}"})
    return Problem(ALL_BUSY)


def _time(value: float) -> str:
    return f"{value:.10g}" if value % 1 == 0 else f"{value:.2f}"
