"""The last look at all pairs together: how many there are, and who is one with whom."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from app.clients.duplicates.weights import weights
from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

Facts = tuple[float, tuple[str, ...]]
Weighed = dict[int, Facts]
"""Pairs as a * count + b with a < b: their score (0-1) and their reasons."""

BOTH_ARE_ONE = N_("both are the same as a third person")
_LARGEST_CROWD = 8
"""Cards of one person beyond which no further pairs are concluded."""
_LEAST_FACTOR, _MOST_FACTOR = 0.5, 20.0


def settle(found: Mapping[int, Facts], count: int) -> Weighed:
    """Answer the pairs to show among `count` people."""
    threshold = weights().threshold
    weighed = _weigh_again(found, count)
    shown = {pair: facts for pair, facts in weighed.items() if facts[0] >= threshold}
    return shown | _concluded(shown, weighed, count)


def _weigh_again(found: Mapping[int, Facts], count: int) -> Weighed:
    """Put the number of pairs that were found in the place of the number that was expected."""
    expected = weights().expected
    people, share = expected["people"], expected["duplicates"]
    pairs = sum(score for score, _ in found.values() if score >= weights().threshold)
    factor = (pairs + people * share) / (count + people) / share
    factor = min(max(factor, _LEAST_FACTOR), _MOST_FACTOR)
    return {pair: (_times(score, factor), why) for pair, (score, why) in found.items()}


def _times(score: float, factor: float) -> float:
    """Multiply the odds behind a probability."""
    return score * factor / (score * factor + 1 - score)


def _concluded(shown: Weighed, weighed: Weighed, count: int) -> Weighed:
    """Answer pairs of which both are surely one with the same third person."""
    friends: dict[int, list[int]] = {}
    sure = [pair for pair, (score, _) in shown.items() if score >= weights().sure]
    for pair in sure:
        friends.setdefault(pair // count, []).append(pair % count)
        friends.setdefault(pair % count, []).append(pair // count)
    concluded: Weighed = {}
    for middle, others in friends.items():
        if len(others) > _LARGEST_CROWD:
            continue
        for a, b in combinations(sorted(others), 2):
            pair = a * count + b
            if pair not in shown:
                score = _score(shown, count, (middle, a)) * _score(shown, count, (middle, b))
                why = (*weighed.get(pair, (0.0, ()))[1], BOTH_ARE_ONE)
                concluded[pair] = max(concluded.get(pair, (0.0, why)), (score, why))
    return concluded


def _score(shown: Weighed, count: int, pair: tuple[int, int]) -> float:
    return shown[min(pair) * count + max(pair)][0]
