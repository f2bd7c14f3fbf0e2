"""The assignment is never below the optimum and never outside its limits."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.errors import Refused
from app.visiting.matching import solver
from app.visiting.matching.assignment import best_assignment
from app.visiting.matching.task import Assignment, MatchTask, check_locks
from tests.app.visiting.matching.people import best_by_trying, match_task

scores = some.one_of(
    some.integers(0, 6).map(float),
    some.floats(0, 100, allow_subnormal=False),
    some.sampled_from([0.1, 0.2, 0.3, 1e-6, 1e6, 33.333]),
)


@some.composite
def tasks(draw: some.DrawFn) -> MatchTask:
    """Draw up to five people and volunteers, with locked pairs that fit."""
    wanted = draw(some.lists(some.integers(0, 3), min_size=1, max_size=5))
    capacity = draw(some.lists(some.integers(0, 3), min_size=1, max_size=5))
    pair = some.tuples(some.integers(0, len(wanted) - 1), some.integers(0, len(capacity) - 1))
    pairs = draw(some.dictionaries(pair, scores, max_size=12))
    people, volunteers, locked = list(wanted), list(capacity), []
    for person, volunteer in draw(some.lists(pair, unique=True, max_size=3)):
        if people[person] and volunteers[volunteer]:
            people[person] -= 1
            volunteers[volunteer] -= 1
            locked.append((person, volunteer))
    return match_task(wanted, capacity, pairs, locked)


def _hold(task: MatchTask, assignment: Assignment) -> None:
    """Assert what every assignment must keep to."""
    listed = dict(
        zip(
            zip(task.pair_people, task.pair_volunteers, strict=True),
            task.scores,
            strict=True,
        )
    )
    assert len(set(assignment.pairs)) == len(assignment.pairs)
    assert set(assignment.pairs) <= set(listed) | set(task.locked)
    assert set(task.locked) <= set(assignment.pairs)
    people = Counter(person for person, _ in assignment.pairs)
    volunteers = Counter(volunteer for _, volunteer in assignment.pairs)
    assert all(count <= task.wanted[person] for person, count in people.items())
    assert all(count <= task.capacity[volunteer] for volunteer, count in volunteers.items())
    value = sum(listed.get(pair, 0.0) for pair in assignment.pairs)
    assert assignment.total == pytest.approx(value, rel=1e-12, abs=1e-12)


def _least(task: MatchTask) -> float:
    """Answer how far apart sums must be to be told apart."""
    return 1e-9 * max([1.0, *task.scores])


@settings(max_examples=400)
@given(tasks())
def test_no_choice_of_pairs_is_worth_more(task: MatchTask) -> None:
    assignment = best_assignment(task)

    _hold(task, assignment)
    best = float(best_by_trying(task))
    assert assignment.total == pytest.approx(best, rel=1e-9, abs=_least(task))
    assert assignment.total <= assignment.bound <= best * (1 + 1e-6) + 1e-6


@settings(max_examples=100)
@given(tasks())
def test_prices_find_the_pairs_that_were_not_looked_at_first(task: MatchTask) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solver, "_FIRST", 1)
        few = best_assignment(task)

    best = float(best_by_trying(task))
    assert few.total == pytest.approx(best, rel=1e-9, abs=_least(task))


def test_a_pair_is_taken_once_though_both_want_more() -> None:
    assert best_assignment(match_task([3], [3], {(0, 0): 5.0})).pairs == ((0, 0),)


def test_a_locked_pair_is_kept_though_others_are_worth_more() -> None:
    assignment = best_assignment(match_task([1], [1, 1], {(0, 1): 9.0}, [(0, 0)]))

    assert (assignment.pairs, assignment.total, assignment.bound) == (((0, 0),), 0.0, 0.0)


def test_nobody_stays_alone_beside_a_free_visitor() -> None:
    assert best_assignment(match_task([1], [1], {(0, 0): 0.0})).pairs == ((0, 0),)


@pytest.mark.parametrize(("wanted", "capacity"), [([1], [1, 1]), ([2], [1, 0])])
def test_locks_beyond_the_places_are_refused(wanted: list[int], capacity: list[int]) -> None:
    with pytest.raises(Refused):
        check_locks(match_task(wanted, capacity, {}, [(0, 0), (0, 1)]))


def test_a_thousand_people_are_matched_the_same_way_each_time() -> None:
    chance = random.Random(1)  # noqa: S311 - invented scores
    pairs = {
        (person, volunteer): chance.randint(0, 9) / 10
        for person in range(1000)
        for volunteer in chance.sample(range(600), 20)
    }
    task = match_task([chance.randint(1, 3) for _ in range(1000)], [2] * 600, pairs)

    first, second = best_assignment(task), best_assignment(task)

    _hold(task, first)
    assert first == second
    assert first.bound == pytest.approx(first.total, rel=1e-9)


def test_nothing_slow_is_imported_before_it_is_asked_for() -> None:
    ask = (
        "import sys, app.visiting.matching.assignment, app.visiting.matching.candidates,"
        " app.visiting.day_plans.planning, app.command_line.parser;"
        "print(sorted({'numpy', 'highspy', 'pyvrp', 'multiprocessing.spawn'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
