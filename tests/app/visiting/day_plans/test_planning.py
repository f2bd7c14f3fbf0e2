"""Plans hold by the clock, serve whom they can, and are as short as any order gives."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.visiting.day_plans import exact, searching
from app.visiting.day_plans.job import Search
from app.visiting.day_plans.planning import plan_day
from app.visiting.day_plans.task import DayPlan, DayTask, Stop
from app.visiting.day_plans.timing import length, walk
from app.visiting.day_plans.travel import Travel
from tests.app.visiting.day_plans.days import best_by_trying, day, stop

coordinates = some.integers(-20, 20)


@some.composite
def days(draw: some.DrawFn) -> DayTask:
    """Draw a day of up to five stops that may have room for all of them or not."""
    stops: list[Stop] = []
    for name in range(draw(some.integers(0, 5))):
        opens = draw(some.integers(0, 60))
        closes = opens + draw(some.integers(0, 60))
        demand = draw(some.integers(0, 4))
        x, y = draw(coordinates), draw(coordinates)
        stops.append(stop(str(name), x, y, opens, closes, service=5, demand=demand))
    capacity = draw(some.none() | some.integers(1, 8))
    return day(*stops, vehicles=draw(some.integers(0, 3)), capacity=capacity)


def _served(plan: DayPlan) -> list[int]:
    return sorted(stop for route in plan.routes for stop in route.stops)


@settings(max_examples=150)
@given(days())
def test_no_order_serves_more_or_is_shorter(task: DayTask) -> None:
    plan = plan_day(task, 1)

    served, shortest = best_by_trying(task)
    assert len(_served(plan)) == served
    assert plan.total == pytest.approx(shortest, abs=1e-9)
    left = [one.stop for one in plan.unserved]
    assert sorted(_served(plan) + left) == list(range(len(task.stops)))
    travel = Travel.of(task)
    assert all(walk(task, travel, route.stops) == route for route in plan.routes)
    assert len(plan.routes) <= task.vehicles


def test_many_stops_are_searched_in_two_processes() -> None:
    stops = [stop(str(place), place % 4, place // 4, 0, 90) for place in range(12)]

    plan = plan_day(day(*stops, vehicles=2, capacity=8), 1.5)

    assert _served(plan) == list(range(12))
    assert plan.total < 24


def test_a_day_without_stops_has_no_routes() -> None:
    assert plan_day(day(), 1) == DayPlan((), (), 0.0)


def test_too_few_visitors_serve_as_many_as_they_can() -> None:
    stops = [stop(str(x), x, 0, 40, 45, service=10) for x in (-20, -10, 10, 20)]

    plan = plan_day(day(*stops, vehicles=3), 0.3)

    assert len(_served(plan)) == 3
    assert "too few visitors" in plan.unserved[0].reason.message


def test_a_search_that_breaks_the_hours_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact.ShortDay, "best", lambda _: ((0, 1),))

    with pytest.raises(RuntimeError):
        plan_day(day(stop("a", 5, 0, 0, 5), stop("b", -5, 0, 0, 10)), 1)


def test_a_stop_that_a_search_forgot_is_put_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact.ShortDay, "best", lambda _: ((0,),))

    plan = plan_day(day(stop("a", 5, 0), stop("b", 6, 0)), 1)

    assert plan.routes[0].stops in {(0, 1), (1, 0)}
    assert plan.total == 12


def test_a_search_finds_what_looking_at_everything_finds() -> None:
    stops = [stop(str(x), x * 7 % 20, x * 11 % 17, x * 5, x * 5 + 30, demand=2) for x in range(8)]
    task = day(*stops, vehicles=2, capacity=8)
    travel, now = Travel.of(task), time.time()
    everybody = tuple(range(8))

    found = searching.found(Search(task, travel, everybody, 1, now, now + 2, 0.5))

    best = exact.ShortDay(task, travel, everybody).best()
    assert sorted(stop for route in found for stop in route) == list(everybody)
    assert sum(length(travel, route) for route in found) == pytest.approx(
        sum(length(travel, route) for route in best)
    )


def test_a_search_leaves_out_as_few_as_can_be() -> None:
    stops = [stop(str(x), x, 0, 40, 45, service=10) for x in (-20, -10, 10, 20)]
    task, now = day(*stops, vehicles=3), time.time()

    found = searching.found(Search(task, Travel.of(task), (0, 1, 2, 3), 1, now, now + 1, 0.2))

    assert len({stop for route in found for stop in route}) == 3


def test_searches_that_all_end_without_an_answer_are_a_mistake() -> None:
    task = day(stop("a", 1, 0))
    broken = Search(task, Travel.of(task), (99,), 1, time.time(), time.time() + 1, 0.5)

    with pytest.raises(IndexError):
        searching.found(broken)
