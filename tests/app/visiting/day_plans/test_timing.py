"""A route is walked by the clock: waits, lateness, load, departure and return."""

from __future__ import annotations

import pytest

from app.visiting.day_plans.task import Route
from app.visiting.day_plans.timing import Fault, beyond, walk
from app.visiting.day_plans.travel import Travel
from tests.app.visiting.day_plans.days import day, stop


def test_the_visitor_leaves_late_and_is_back_early() -> None:
    task = day(stop("a", 3, 4, 20, 30, service=10), stop("b", 6, 8, 0, 100, service=2))

    route = walk(task, Travel.of(task), (0, 1))

    assert route == Route((0, 1), 20.0, 15.0, 47.0)


def test_a_departure_never_leads_past_the_close_of_an_early_window() -> None:
    task = day(stop("a", 5, 0, 0, 6, service=1), stop("b", 10, 0, 50, 60, service=1))

    route = walk(task, Travel.of(task), (0, 1))

    assert isinstance(route, Route)
    assert route.start == pytest.approx(1)
    assert route.end == pytest.approx(61)


@pytest.mark.parametrize(
    ("stops", "fault"),
    [
        ([stop("a", 10, 0, 0, 9)], Fault.LATE),
        ([stop("a", 10, 0, 95, 99)], Fault.NOT_BACK),
        ([stop("a", 1, 0, demand=3), stop("b", 2, 0, demand=3)], Fault.OVERLOAD),
    ],
)
def test_what_cannot_be_walked_says_why(stops: list[object], fault: Fault) -> None:
    task = day(*stops, capacity=5)  # type: ignore[arg-type] # parameters lose their kind

    assert walk(task, Travel.of(task), tuple(range(len(stops)))) is fault


def test_an_empty_route_stays_at_home() -> None:
    task = day()

    assert walk(task, Travel.of(task), ()) == Route((), 0.0, 0.0, 0.0)


def test_rounding_is_not_lateness() -> None:
    assert not beyond(0.1 + 0.2, 0.3)
    assert beyond(0.3001, 0.3)
