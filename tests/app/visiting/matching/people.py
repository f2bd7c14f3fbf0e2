"""Small matching tasks, and the best assignment by trying every choice, without any solver."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from app.visiting.matching.task import MatchTask

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def match_task(
    wanted: Sequence[int],
    capacity: Sequence[int],
    pairs: Mapping[tuple[int, int], float],
    locked: Sequence[tuple[int, int]] = (),
) -> MatchTask:
    """Answer a task; people are p0, p1 and volunteers v0, v1."""
    return MatchTask(
        people=tuple(f"p{place}" for place in range(len(wanted))),
        wanted=tuple(wanted),
        volunteers=tuple(f"v{place}" for place in range(len(capacity))),
        capacity=tuple(capacity),
        pair_people=tuple(person for person, _ in pairs),
        pair_volunteers=tuple(volunteer for _, volunteer in pairs),
        scores=tuple(pairs.values()),
        locked=tuple(locked),
    )


def best_by_trying(task: MatchTask) -> Fraction:
    """Answer the largest sum, exactly: each pair in turn is taken or left."""
    pairs = list(zip(task.pair_people, task.pair_volunteers, task.scores, strict=True))
    locked = set(task.locked)

    @cache
    def best(place: int, wanted: tuple[int, ...], capacity: tuple[int, ...]) -> Fraction:
        if place == len(pairs):
            return Fraction(0)
        person, volunteer, score = pairs[place]
        if (person, volunteer) in locked:
            return Fraction(score) + best(place + 1, wanted, capacity)
        left = best(place + 1, wanted, capacity)
        if not (wanted[person] and capacity[volunteer]):
            return left
        taken = best(place + 1, _less(wanted, person), _less(capacity, volunteer))
        return max(left, Fraction(score) + taken)

    wanted, capacity = task.wanted, task.capacity
    for person, volunteer in task.locked:
        wanted, capacity = _less(wanted, person), _less(capacity, volunteer)
    return best(0, wanted, capacity)


def _less(counts: tuple[int, ...], place: int) -> tuple[int, ...]:
    return (*counts[:place], counts[place] - 1, *counts[place + 1 :])
