"""A search in a process of its own: it comes back with a plan, or is ended and leaves nothing."""

from __future__ import annotations

from app.visiting.day_plans.office.aside import Planning
from tests.app.visiting.day_plans.test_office_day import BOTH, MORNING, a_day, call, goer


def test_a_search_comes_back_with_a_plan() -> None:
    day = a_day((goer("Anja", MORNING),), (call(0, 540, 600, BOTH), call(1, 540, 660, BOTH)))
    planning = Planning(day)
    # Waits for the answer or for the end of the process, without looking at the clock.
    planning._channel.poll(60)
    assert planning.is_ready()
    plan = planning.plan()

    assert len(plan.tours[0].stops) == 2
    assert planning.share > 0


def test_a_search_that_is_cancelled_leaves_no_process() -> None:
    planning = Planning(a_day((goer("Anja", MORNING),), (call(0, 540, 600, BOTH),)))
    planning.cancel()

    assert not planning._process.is_alive()
