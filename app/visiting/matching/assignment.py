"""The best assignment of all waiting people at once, with a proof that none is better."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.visiting.matching.task import Assignment

if TYPE_CHECKING:
    from app.visiting.matching.task import MatchTask

Pair = tuple[int, int]
_TOLERANCE = 1e-6
"""How far bound and total may lie apart, relative to the total: rounding of prices."""


def best_assignment(task: MatchTask) -> Assignment:
    """Answer the assignment with the largest sum; locked pairs are always in it.

    Sums are told apart down to a billionth of the largest score.

    Raises `RuntimeError` when optimality could not be proven.
    """
    rest = _Rest.of(task)
    places, bound = rest.solved()
    places += rest.still_fitting(places)
    chosen = [*task.locked, *((task.pair_people[i], task.pair_volunteers[i]) for i in places)]
    total = math.fsum([rest.locked_scores, *(task.scores[place] for place in places)])
    bound += rest.locked_scores
    if abs(bound - total) > _TOLERANCE * max(1.0, total):
        message = f"the assignment is worth {total}, and {bound} was not shown to be impossible"
        raise RuntimeError(message)
    return Assignment(tuple(sorted(chosen)), total, max(bound, total))


@dataclass(slots=True)
class _Rest:
    """What is left to decide when the locked pairs have taken their places."""

    task: MatchTask
    wanted: list[int]
    capacity: list[int]
    open_pairs: list[int] = field(default_factory=list)
    """Places of the pairs that are not locked and for which both still have room."""
    locked_scores: float = 0.0

    @classmethod
    def of(cls, task: MatchTask) -> _Rest:
        rest = cls(task, list(task.wanted), list(task.capacity))
        for person, volunteer in task.locked:
            rest.wanted[person] -= 1
            rest.capacity[volunteer] -= 1
        locked = frozenset(task.locked)
        pairs = zip(task.pair_people, task.pair_volunteers, strict=True)
        counted = []
        for place, pair in enumerate(pairs):
            if locked and pair in locked:
                counted.append(task.scores[place])
            elif rest.wanted[pair[0]] and rest.capacity[pair[1]]:
                rest.open_pairs.append(place)
        rest.locked_scores = math.fsum(counted)
        return rest

    def solved(self) -> tuple[list[int], float]:
        """Answer the places of the best pairs beside the locked ones, and the bound."""
        if not self.open_pairs:
            return [], 0.0
        import numpy as np  # noqa: PLC0415 - slow to import, and only needed here

        from app.visiting.matching.solver import Transport, solve  # noqa: PLC0415 - brings HiGHS

        open_pairs = np.array(self.open_pairs, np.intp)
        proven = solve(
            Transport(
                np.array(self.task.pair_people, np.int32)[open_pairs],
                np.array(self.task.pair_volunteers, np.int32)[open_pairs],
                np.array(self.task.scores, np.float64)[open_pairs],
                np.array(self.wanted, np.float64),
                np.array(self.capacity, np.float64),
            )
        )
        return [int(place) for place in open_pairs[proven.taken]], proven.bound

    def still_fitting(self, places: list[int]) -> list[int]:
        """Answer the pairs that fit beside the chosen ones, the best first.

        They are worth nothing, or too little for the solver to see, but nobody is to stay alone
        beside a visitor who has room.
        """
        wanted, capacity = list(self.wanted), list(self.capacity)
        for place in places:
            wanted[self.task.pair_people[place]] -= 1
            capacity[self.task.pair_volunteers[place]] -= 1
        taken, added = set(places), []
        left = (place for place in self.open_pairs if wanted[self.task.pair_people[place]])
        for place in sorted(left, key=lambda place: -self.task.scores[place]):
            person, volunteer = self.task.pair_people[place], self.task.pair_volunteers[place]
            if place not in taken and wanted[person] and capacity[volunteer]:
                wanted[person] -= 1
                capacity[volunteer] -= 1
                added.append(place)
        return added
