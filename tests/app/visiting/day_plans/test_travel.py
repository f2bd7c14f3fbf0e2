"""Distances are those of the plane or of the globe, and times follow from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.visiting.day_plans.task import Depot, Metric
from app.visiting.day_plans.travel import Travel, straight_line
from tests.app.visiting.day_plans.days import day, stop


def test_on_a_plane_time_is_distance() -> None:
    travel = Travel.of(day(stop("a", 3, 4)))

    assert travel.distances == ((0.0, 5.0), (5.0, 0.0))
    assert travel.time(0, 1) == 5


def test_from_the_station_of_duesseldorf_to_cologne_cathedral_are_34_km() -> None:
    assert straight_line(6.7943, 51.2200, 6.9583, 50.9413) == pytest.approx(33.05, abs=0.3)


def test_a_quarter_of_the_globe_is_ten_thousand_km() -> None:
    assert straight_line(0, 0, 0, 90) == pytest.approx(10_007.56, abs=0.1)
    assert straight_line(179, 0, -179, 0) == pytest.approx(222.4, abs=0.1)


def test_on_the_globe_ways_have_detours_and_take_minutes() -> None:
    task = replace(
        day(stop("a", 6.80, 51.22)), metric=Metric.HAVERSINE, depot=Depot(6.78, 51.22, 0, 100)
    )
    slow = Travel.of(replace(task, speed=10.0, detour=1.0))
    quick = Travel.of(replace(task, speed=20.0, detour=1.5))

    assert quick.distances[0][1] == pytest.approx(1.5 * slow.distances[0][1])
    assert slow.time(0, 1) == pytest.approx(slow.distances[0][1] * 6)
    assert quick.time(0, 1) == pytest.approx(quick.distances[0][1] * 3)
