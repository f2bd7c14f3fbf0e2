"""Many desks on one server with an office of 100,000 people: how long a save takes.

Run only when it is named. `NAHBAR_SOAK_MINUTES` and `NAHBAR_SOAK_DESKS` say how long and how many;
each act is printed. Names of people are those of the moved office; the desks save into it.
"""

from __future__ import annotations

import os

from tests.benchmarks.offices import LARGE
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.shared_server import running_server
from tests.server.soak import SAVES, work

PAUSE = 4
"""Seconds between two acts of a desk, on average."""


def shared_desks() -> Measured:
    """Measure all saves of fifty desks at work; what goes wrong ends the measurement."""
    minutes = float(os.environ.get("NAHBAR_SOAK_MINUTES", "10"))
    desks = int(os.environ.get("NAHBAR_SOAK_DESKS", "50"))
    with running_server(LARGE) as cluster:
        times = work(cluster.url(), desks=desks, seconds=60 * minutes, pause=PAUSE)
    print("\n".join(times.lines()), flush=True)
    print(f"{times.conflicts} conflicts, {times.most_connections} connections of a desk at most")
    if times.errors:
        message = "\n".join(times.errors)
        raise SystemExit(message)
    saves = [taken for name in SAVES for taken in times.taken[name]]
    what = f"A save beside {desks} desks at work for {minutes:g} minutes, {LARGE:,} people"
    return measured(saves, saves, Goal(p95_ms=150), what)
