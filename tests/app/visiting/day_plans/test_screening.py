"""A stop that nobody could serve names the constraint that excludes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.visiting.day_plans import screening
from app.visiting.day_plans.screening import crowded_out, impossible
from app.visiting.day_plans.travel import Travel
from tests.app.visiting.day_plans.days import day, stop

if TYPE_CHECKING:
    from app.visiting.day_plans.task import Stop


@pytest.mark.parametrize(
    ("there", "message", "values"),
    [
        (stop("a", 10, 0, 0, 9), screening.TOO_LATE, {"reached": "10", "close": "9"}),
        (stop("a", 10, 0, 95, 99), screening.DEPOT_CLOSED, {"back": "106", "close": "100"}),
        (stop("a", 1, 0, demand=6), screening.TOO_MUCH, {"demand": "6", "capacity": "5"}),
    ],
)
def test_the_constraint_is_named(there: Stop, message: str, values: dict[str, str]) -> None:
    task = day(there, capacity=5)

    problem = impossible(task, Travel.of(task), 0)

    assert problem is not None
    assert (problem.message, problem.values) == (message, values)


def test_a_stop_that_suits_is_possible() -> None:
    task = day(stop("a", 1, 0))

    assert impossible(task, Travel.of(task), 0) is None


def test_without_visitors_nothing_is_possible() -> None:
    task = day(stop("a", 1, 0), vehicles=0)

    assert getattr(impossible(task, Travel.of(task), 0), "message", "") == screening.NOBODY


def test_too_much_for_all_is_told_from_too_little_time() -> None:
    task = day(stop("a", 1, 0, demand=3), stop("b", 1, 0, demand=3), capacity=5)

    assert crowded_out(task, (0, 1)).message == screening.ALL_LOADED
    assert crowded_out(task, (0,)).message == screening.ALL_BUSY
