"""A day task is read as it stands, and whatever cannot be meant is refused by name."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import Refused
from app.visiting.day_plans.reading import MOST_STOPS, read_day_task
from app.visiting.day_plans.task import DETOUR, SPEED, Metric


def _day(**changes: object) -> dict[str, Any]:
    return {
        "metric": "euclidean",
        "vehicles": 2,
        "capacity": None,
        "depot": {"x": 0, "y": 0, "open": 0, "close": 100},
        "stops": [_stop()],
        **changes,
    }


def _stop(**changes: object) -> dict[str, object]:
    whole = {"id": "a", "x": 1, "y": 2, "open": 0, "close": 50, "service": 10, "demand": 1}
    return {**whole, **changes}


def test_a_day_is_read() -> None:
    task = read_day_task(_day(metric="haversine", speed=15))

    assert (task.metric, task.capacity, task.speed) == (Metric.HAVERSINE, None, 15)
    assert (task.detour, read_day_task(_day()).speed) == (DETOUR, SPEED)
    assert task.stops[0].id == "a"


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ([], "The file"),
        (_day(metric="walking"), "metric"),
        (_day(vehicles=-1), "vehicles"),
        (_day(vehicles=1.5), "vehicles"),
        (_day(capacity=-3), "capacity"),
        (_day(depot=None), "depot"),
        (_day(depot={"x": 0, "y": 0, "open": 9, "close": 3}), "depot"),
        (_day(stops=None), "stops"),
        (_day(stops=[3]), "stops[0]"),
        (_day(stops=[_stop(), _stop()]), "stops"),
        (_day(stops=[_stop(demand=-1)]), "stops[0].demand"),
        (_day(stops=[_stop(service=None)]), "stops[0].service"),
        (_day(stops=[_stop(open=60)]), "stops[0]"),
        (_day(stops=[_stop(x=float("nan"))]), "stops[0].x"),
        (_day(metric="haversine", stops=[_stop(y=91)]), "stops[0].y"),
        (_day(stops=[_stop(id=str(n)) for n in range(MOST_STOPS + 1)]), "stops"),
    ],
)
def test_what_cannot_be_meant_is_refused_where_it_stands(value: object, field: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day_task(value)

    assert [problem.field for problem in refused.value.problems] == [field]
