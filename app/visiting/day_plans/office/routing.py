"""One search for the shortest tours with PyVRP; slow to import, so only a search imports it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from pyvrp import Client, Depot, ProblemData, VehicleType, solve
from pyvrp.exceptions import PenaltyBoundWarning
from pyvrp.stop import MaxRuntime

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.visiting.day_plans.office.day import OfficeDay, Run

Numbers: TypeAlias = "NDArray[np.int64]"
_PRIZE = 10**6
"""More than all ways of a day, so that everybody is visited who can be."""
_FORBIDDEN = 10**9
"""More than any prize, so that nobody comes who may not."""
_SEED = 1
_CHANGE = 1
"""Tenths of a kilometre that a change costs; of two plans as short, the one as planned wins."""


def find_runs(day: OfficeDay) -> tuple[Run, ...]:
    """Answer runs through the calls, as many of them as could be found room for."""
    shifts = [(g, s) for g, goer in enumerate(day.goers) for s in range(len(goer.shifts))]
    if not shifts or not day.calls:
        return ()
    with warnings.catch_warnings():
        # It says that the task may have no answer, which is known here and told in words.
        warnings.simplefilter("ignore", PenaltyBoundWarning)
        best = solve(
            _data(day, shifts),
            MaxRuntime(day.seconds),
            seed=_SEED,
            collect_stats=False,
            display=False,
        ).best
    homes = len(day.goers)
    return tuple(
        (*shifts[route.vehicle_type()], tuple(place - homes for place in route.visits()))
        for route in best.routes()
    )


def _data(day: OfficeDay, shifts: list[tuple[int, int]]) -> ProblemData:
    tenths = np.array([[way.tenths for way in row] for row in day.ways], dtype=np.int64)
    minutes = np.array([[way.minutes for way in row] for row in day.ways], dtype=np.int64)
    homes = len(day.goers)
    # Free time is time for visits: ways from home and back lie beside it.
    minutes[:homes, :] = 0
    minutes[:, :homes] = 0
    # A way within a district takes its time; staying where one is takes none.
    np.fill_diagonal(minutes, 0)
    clients = [
        Client(
            0,
            0,
            service_duration=call.minutes,
            tw_early=call.opens,
            tw_late=call.closes,
            prize=_PRIZE,
            required=False,
        )
        for call in day.calls
    ]
    vehicles = [
        VehicleType(
            1,
            start_depot=goer,
            end_depot=goer,
            tw_early=day.goers[goer].shifts[shift].first,
            tw_late=day.goers[goer].shifts[shift].last,
            profile=goer,
        )
        for goer, shift in shifts
    ]
    return ProblemData(
        clients,
        [Depot(0, 0) for _goer in day.goers],
        vehicles,
        [_distances(day, goer, tenths) for goer in range(homes)],  # type: ignore[misc] # its stub takes the type for the shape
        [minutes for _goer in range(homes)],  # type: ignore[misc] # as above
    )


def _distances(day: OfficeDay, goer: int, tenths: Numbers) -> Numbers:
    """Answer the distances for one goer: calls that the goer may not make are out of reach."""
    mine = tenths.copy()
    for number, call in enumerate(day.calls):
        if goer not in call.allowed:
            mine[:, day.place(number)] = _FORBIDDEN
            mine[day.place(number), :] = _FORBIDDEN
        elif day.goers[goer].name != call.visitor:
            mine[:, day.place(number)] += _CHANGE
    np.fill_diagonal(mine, 0)
    return mine
