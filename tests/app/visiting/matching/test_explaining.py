"""Whoever got fewer volunteers than wanted is named with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Problem
from app.visiting.matching import explaining
from app.visiting.matching.assignment import best_assignment
from app.visiting.matching.explaining import explain
from tests.app.visiting.matching.people import match_task

if TYPE_CHECKING:
    from app.visiting.matching.task import MatchTask

CASES = [
    (match_task([1], [1], {}), explaining.NO_PAIR, {}),
    (match_task([1], [0], {(0, 0): 2.0}), explaining.NO_ROOM, {"count": 1}),
    (match_task([1, 1], [1], {(0, 0): 2.0, (1, 0): 3.0}), explaining.ALL_TAKEN, {"count": 1}),
    (
        match_task([2], [1], {(0, 0): 2.0}),
        explaining.NO_OTHERS,
        {"found": 1, "wanted": 2, "missing": 1},
    ),
    (
        match_task([2, 1], [1, 1], {(0, 0): 2.0, (0, 1): 1.0, (1, 1): 5.0}),
        explaining.MORE_NEEDED,
        {"found": 1, "wanted": 2, "missing": 1, "others": 1},
    ),
]


@pytest.mark.parametrize(("task", "message", "values"), CASES)
def test_the_reason_is_named(task: MatchTask, message: str, values: dict[str, int]) -> None:
    unmatched = explain(task, best_assignment(task))

    assert [one.person for one in unmatched] == [0]
    assert (unmatched[0].reason.message, dict(unmatched[0].reason.values)) == (message, values)


def test_facts_say_why_nobody_is_possible() -> None:
    task = match_task([1], [1], {})

    unmatched = explain(task, best_assignment(task), lambda person: Problem(f"Not {person}."))

    assert unmatched[0].reason.message == "Not 0."


def test_whoever_got_all_or_wants_none_is_not_named() -> None:
    task = match_task([1, 0], [1], {(0, 0): 2.0})

    assert explain(task, best_assignment(task)) == ()
