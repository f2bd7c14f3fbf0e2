"""Looking through all cards for duplicates: in a process of its own, so that nobody waits."""

from __future__ import annotations

import os
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.clients.duplicates import Pair, find_duplicates
from app.errors import N_, Unavailable
from app.linking.queries import FoundPair
from app.linking.rules import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection as Pipe

    from app.clients.duplicates import Person

WORTH_A_PROCESS = 2_000
"""Cards below which starting a process takes longer than comparing them."""
KEPT_AT_ONCE = 250
"""Pairs that are kept in one act: some 50 milliseconds."""
_POLITE = 10
"""How far the process steps back behind the window (niceness)."""
_LOOK_EVERY = 0.1
_PATIENCE = 5.0

BROKE_OFF = N_("The search for duplicates broke off.")
BROKE_OFF_REMEDY = N_("Nothing was changed. Please try again.")


class Search:
    """One search; `run` is called on a thread of its own, `cancel` on any other."""

    def __init__(self, people: Sequence[Person], worth_a_process: int = WORTH_A_PROCESS) -> None:
        """Take the cards to look through."""
        self._people = people
        self._alone = len(people) < worth_a_process
        self._is_cancelled = False

    def cancel(self) -> None:
        """Have the search end as soon as possible, without an answer."""
        self._is_cancelled = True

    def run(self, report: Callable[[int, int], object]) -> tuple[FoundPair, ...] | None:
        """Answer the pairs found, None when it was cancelled; `report` hears how far it is.

        Raises `Unavailable` when the process ended before it was done.
        """
        pairs = self._run_here(report) if self._alone else self._run_aside(report)
        return None if pairs is None else tuple(map(_found, pairs))

    def _run_here(self, report: Callable[[int, int], object]) -> tuple[Pair, ...] | None:
        pairs = find_duplicates(self._people, 1, report)
        return None if self._is_cancelled else pairs

    def _run_aside(self, report: Callable[[int, int], object]) -> tuple[Pair, ...] | None:
        context = get_context("spawn")
        mine, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        try:
            mine.send(self._people)
            return self._listen(mine, report)
        except (EOFError, OSError) as error:
            raise Unavailable(BROKE_OFF, BROKE_OFF_REMEDY) from error
        finally:
            mine.close()
            process.terminate()
            process.join(_PATIENCE)

    def _listen(self, pipe: Pipe, report: Callable[[int, int], object]) -> tuple[Pair, ...] | None:
        while not self._is_cancelled:
            if not pipe.poll(_LOOK_EVERY):
                continue
            kind, told = pipe.recv()
            if kind == "found":
                pairs: tuple[Pair, ...] = told
                return pairs
            report(*told)
        return None


def _work(pipe: Any) -> None:  # noqa: ANN401 - one end of a pipe
    """Compare the cards that come through a pipe, in the process that was started for it."""
    if hasattr(os, "nice"):
        os.nice(_POLITE)

    def report(done: int, of: int) -> None:
        pipe.send(("report", (done, of)))

    pipe.send(("found", find_duplicates(pipe.recv(), 1, report)))


def _found(pair: Pair) -> FoundPair:
    return FoundPair(*in_order(UUID(pair.a), UUID(pair.b)), pair.score, pair.reasons)
