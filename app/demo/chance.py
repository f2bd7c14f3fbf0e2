"""Chance that repeats: the same words give the same numbers and the same record keys."""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

_HIGH_BITS = 48
_REST_BITS = 62


class Chance(Random):
    """A source of chance for one subject, such as the visits of client 17."""

    def __init__(self, *subject: object) -> None:
        """Begin the numbers that belong to a subject; equal subjects, equal numbers."""
        super().__init__(":".join(map(str, subject)))

    def often(self, share: float) -> bool:
        """Answer True in about `share` of all cases (0.0-1.0)."""
        return self.random() < share

    def pick(self, things: Sequence[T]) -> T:
        """Answer one of the things."""
        return things[int(self.random() * len(things))]

    def weighted(self, things: Sequence[T], weights: Sequence[float]) -> T:
        """Answer one of the things, more often one with more weight."""
        steps = _steps(tuple(weights))
        return things[bisect(steps, self.random() * steps[-1], 0, len(things) - 1)]

    def about(self, mean: float) -> int:
        """Answer a count around a mean, with a long tail: most have few, some have many."""
        return round(self.gammavariate(1.6, mean / 1.6)) if mean else 0

    def key(self, place: float) -> UUID:
        """Answer a random-looking key that ascends with `place` (0.0 <= place < 1.0).

        Rows made in the order of their places are written in the order of their keys, which
        is twelve times faster than in any order, and still spread like random keys.
        """
        high = int(place * (1 << _HIGH_BITS))
        return UUID(
            int=(high << 80)
            | (4 << 76)
            | (self.getrandbits(12) << 64)
            | (2 << _REST_BITS)
            | self.getrandbits(_REST_BITS)
        )


@lru_cache(maxsize=256)
def _steps(weights: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(accumulate(weights))
