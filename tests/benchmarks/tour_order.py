"""The best order of a tour of 25 stops with time windows, held against the proven optimum."""

from __future__ import annotations

import time

from app.mobile_advice.planning.figures import planning_figures_on
from app.visiting.day_plans.office.aside import Planning
from tests.benchmarks.offices import TODAY
from tests.benchmarks.results import Goal, Measured, measured
from tests.factories.tour_orders import many_stops
from tests.tools.exact_tour import shortest_tenths

STOPS = 25
SEEDS = range(12)
_MOST_MS = 1000
_MOST_LONGER = 1.01
_LOOK = 0.005


def tour_order() -> Measured:
    """Measure from asked to answered; the ratio is that of the worst order to its optimum."""
    seconds = planning_figures_on(TODAY).seconds
    times, longer = [], []
    for seed in SEEDS:
        day = many_stops(STOPS, seed, seconds)
        best = shortest_tenths(day)
        began = time.perf_counter()
        planning = Planning(day)
        while not planning.is_ready():
            time.sleep(_LOOK)
        plan = planning.plan()
        times.append(1000 * (time.perf_counter() - began))
        if best is None or plan.left:
            message = f"not every stop of seed {seed} was served"
            raise SystemExit(message)
        longer.append(plan.tenths / best)
    what = (
        f"Best order of {STOPS} stops with time windows, process started for it; ratio: the worst "
        f"of {len(SEEDS)} orders to its proven optimum"
    )
    goal = Goal(ratio=_MOST_LONGER, p95_ms=_MOST_MS)
    return measured(times, [1.0], goal, what, compared=[max(longer)])
