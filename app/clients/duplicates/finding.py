"""Finding duplicates among many people, on all processors, or of one person while typing."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from app.clients.duplicates.blocking import candidates
from app.clients.duplicates.census import NOBODY, Census, take_census
from app.clients.duplicates.comparing import compare
from app.clients.duplicates.people import Known, Person, known
from app.clients.duplicates.reasons import reasons
from app.clients.duplicates.settling import settle
from app.clients.duplicates.weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from app.clients.duplicates.settling import Weighed

    Report: TypeAlias = Callable[[int, int], object]

WORTH_A_PROCESS = 150_000
"""Pairs below which starting another process takes longer than it saves."""


_REPORT_EVERY = 10_000


class Pair(NamedTuple):
    """Two cards that probably show one person; `a` stands before `b`."""

    a: str
    b: str
    score: float
    """Probability, 0-1."""
    reasons: tuple[str, ...]
    """English statements, marked for translation."""


class Twin(NamedTuple):
    """A known person who is probably the one that is being typed."""

    key: str
    score: float
    reasons: tuple[str, ...]


def find_duplicates(
    people: Sequence[Person], processes: int | None = None, report: Report | None = None
) -> tuple[Pair, ...]:
    """Answer each pair of probable duplicates once, in the order of the people.

    `processes` are at most started; None: one for each processor. `report` is told how many
    of all pairs this process has compared.
    """
    cards = [known(person) for person in people]
    pairs = sorted(candidates(cards))
    census = take_census(cards)
    found = _compared(cards, pairs, census, processes or os.cpu_count() or 1, report)
    count = len(people)
    keys = [person.key for person in people]
    return tuple(
        Pair(keys[pair // count], keys[pair % count], round(score, 4), why)
        for pair, (score, why) in sorted(settle(found, count).items())
    )


def likely_twins(
    candidate: Person, people: Iterable[Person], census: Census = NOBODY
) -> tuple[Twin, ...]:
    """Answer who of some people is probably the candidate, the likeliest first.

    `people` are those that a quick query finds; `census` counts the whole office, not them.
    """
    typed = known(candidate)
    found = ((person.key, compare(typed, known(person), census)) for person in people)
    twins = (
        Twin(key, round(comparison.score, 4), reasons(comparison))
        for key, comparison in found
        if comparison.score >= weights().threshold
    )
    return tuple(sorted(twins, key=lambda twin: (-twin.score, twin.key)))


def _compared(
    cards: list[Known],
    pairs: list[int],
    census: Census,
    processes: int,
    report: Report | None,
) -> Weighed:
    """Compare pairs, in this process and in as many others as are worth it."""
    shares = max(1, min(processes, len(pairs) // WORTH_A_PROCESS))
    if shares == 1:
        return _compare_share(cards, pairs, census, report)
    size = -(-len(pairs) // shares)
    parts = [pairs[start : start + size] for start in range(0, len(pairs), size)]
    with ProcessPoolExecutor(len(parts) - 1, mp_context=get_context("spawn")) as pool:
        sent = replace(census, weighed={})  # a copy, as this process fills its own meanwhile
        others = [pool.submit(_compare_share, cards, part, sent) for part in parts[1:]]
        found = _compare_share(cards, parts[0], census, report)
        for other in others:
            found.update(other.result())
        return found


def _compare_share(
    cards: list[Known], pairs: list[int], census: Census, report: Report | None = None
) -> Weighed:
    count, least = len(cards), weights().worth_weighing
    found: Weighed = {}
    for at, pair in enumerate(pairs):
        if report is not None and at % _REPORT_EVERY == 0:
            report(at, len(pairs))
        comparison = compare(cards[pair // count], cards[pair % count], census)
        if comparison.score >= least:
            found[pair] = (comparison.score, reasons(comparison))
    return found
