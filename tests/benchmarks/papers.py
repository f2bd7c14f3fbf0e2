"""The same one-page letter by every engine, in one run: one at a time, and a batch on two cores.

All draw in memory, a batch in the same two processes. Ours are tagged (PDF/UA-1) and archivable
(PDF/A-2a), a document for each person; the others may make one document of a batch. What files,
binding and history cost besides is measured in `mailing`.
"""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import count
from multiprocessing import get_context
from time import perf_counter
from typing import TYPE_CHECKING

from app.letters.mass.press import CORES
from tests.benchmarks.engines import ENGINES, draw
from tests.benchmarks.results import Goal, Measured, measured, unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROUNDS = 7
_SINGLES = {"nahbar": 40, "reportlab": 40, "typst": 40, "weasyprint": 3, "libreoffice": 1}
"""Letters of one round, one document each."""
_BATCH = {"nahbar": 400, "reportlab": 400, "typst": 400, "weasyprint": 20, "libreoffice": 20}
"""Letters of one round, shared out to two processes."""
_numbers = count(1)

Times = dict[str, list[float]]
"""Milliseconds of a letter, by engine, round by round."""


def rows() -> Mapping[str, Callable[[], Measured]]:
    """Answer every measurement by its name."""
    alone: dict[str, Goal] = {
        "reportlab": Goal(ratio=2),
        "typst": Goal(ratio=1),
        "weasyprint": Goal(ratio=0.05),
        "libreoffice": Goal(ratio=1),
    }
    return {
        f"letter_{way}_{name}": _row(name, goal, way)
        for way in ("single", "batch")
        for name, goal in alone.items()
    }


def _row(name: str, goal: Goal, way: str) -> Callable[[], Measured]:
    words = "A one-page letter" if way == "single" else "A one-page letter of a batch on both cores"
    what = f"{words}; baseline: {ENGINES[name].title}"

    def measure() -> Measured:
        if why := ENGINES[name].why_not():
            return unmeasured(goal, what, why)
        times = _singles() if way == "single" else _batches()
        return measured(times["nahbar"], times[name], goal, what)

    return measure


def _there() -> list[str]:
    return [name for name, engine in ENGINES.items() if not engine.why_not()]


@cache
def _singles() -> Times:
    """Draw letters one by one, the engines in turn; the first round only warms them."""
    times: Times = defaultdict(list)
    for _round in range(ROUNDS + 1):
        for name in _there():
            numbers = _next(_SINGLES[name])
            began = perf_counter()
            for number in numbers:
                draw(name, [number])
            times[name].append((perf_counter() - began) * 1000 / len(numbers))
    return {name: taken[1:] for name, taken in times.items()}


@cache
def _batches() -> Times:
    """Draw batches, the engines in turn; the first round starts processes and warms them."""
    times: Times = defaultdict(list)
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        for _round in range(ROUNDS + 1):
            for name in _there():
                numbers = _next(_BATCH[name])
                began = perf_counter()
                halves = [numbers[start::CORES] for start in range(CORES)]
                list(pool.map(draw, [name] * CORES, halves))
                times[name].append((perf_counter() - began) * 1000 / len(numbers))
    return {name: taken[1:] for name, taken in times.items()}


def _next(many: int) -> list[int]:
    """Answer numbers of people that no letter had before."""
    return [next(_numbers) for _time in range(many)]
