"""Requirements of drawing places: nothing is distorted, nothing lies upon another."""

from __future__ import annotations

import math

import pytest

from app.areas.rules.map_drawing import frame_of, nice_below, spread
from app.areas.rules.spots import Spot, kilometres

SOUTH, NORTH = Spot(51.14, 6.88), Spot(51.24, 6.80)


def test_a_map_shows_all_places_within_its_margin_and_north_is_up() -> None:
    frame = frame_of((SOUTH, NORTH), 400, 300, 40)
    assert frame is not None

    low, high = frame.place(SOUTH), frame.place(NORTH)

    assert low[1] > high[1]
    assert all(39.9 <= x <= 360.1 and 39.9 <= y <= 260.1 for x, y in (low, high))
    assert frame_of((), 400, 300, 40) is None


def test_distances_on_the_map_are_those_of_the_earth() -> None:
    frame = frame_of((SOUTH, NORTH), 400, 300, 40)
    assert frame is not None

    drawn = math.dist(frame.place(SOUTH), frame.place(NORTH)) / frame.scale

    assert drawn == pytest.approx(kilometres(SOUTH, NORTH), rel=0.002)
    far, long = frame.bar(120)
    assert long == pytest.approx(far * frame.scale)
    assert long <= 120


def test_a_single_place_is_shown_in_the_middle_of_a_kilometre() -> None:
    frame = frame_of((SOUTH,), 400, 300, 40)
    assert frame is not None
    assert frame.place(SOUTH) == (200, 150)


@pytest.mark.parametrize(("value", "nice"), [(7.9, 5), (1.0, 1), (0.35, 0.2), (24, 20)])
def test_a_scale_has_a_round_number(value: float, nice: float) -> None:
    assert nice_below(value) == pytest.approx(nice)


def test_stops_at_one_place_are_drawn_side_by_side() -> None:
    points = spread([(100, 100)] * 6, 30)

    apart = [math.dist(a, b) for at, a in enumerate(points) for b in points[at + 1 :]]
    assert min(apart) >= 30
    assert points[0] == (100, 100)
