"""What a measurement answers, and how it is written down: JSON, table, Markdown."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement beside its baseline.

    `median_ms`, `p95_ms` and `baseline` (a median) are in `unit`, milliseconds unless it says
    otherwise; `ratio` is over the baseline; `goal` is in words; `met` says whether
    it was reached in this run.
    """

    median_ms: float
    p95_ms: float
    baseline: float
    ratio: float
    goal: str
    met: bool
    machine: str
    unit: str
    what: str


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached: a ratio to the baseline, a p95 in milliseconds, or both."""

    ratio: float | None = None
    p95_ms: float | None = None

    def __str__(self) -> str:
        """Answer the goal in words."""
        said = [f"p95 ≤ {self.p95_ms:g} ms"] if self.p95_ms else []
        return ", ".join(said + ([f"≤ {self.ratio:g}× baseline"] if self.ratio else []))

    def is_met(self, ratio: float, p95: float) -> bool:
        """Answer whether a ratio and a p95 reach the goal."""
        fast_enough = self.p95_ms is None or p95 <= self.p95_ms
        return fast_enough and (self.ratio is None or ratio <= self.ratio)


def measured(
    values: Sequence[float],
    baseline: Sequence[float],
    goal: Goal,
    what: str,
    *,
    unit: str = "ms",
    compared: Sequence[float] | None = None,
) -> Measured:
    """Sum up the values of a measurement and of its baseline, both in `unit`.

    The ratio is that of the values, or of `compared` where only a part has a baseline.
    """
    middle, below = median(values), median(baseline)
    ratio = median(compared or values) / below
    worst = percentile_95(values)
    return Measured(
        median_ms=round(middle, 3),
        p95_ms=round(worst, 3),
        baseline=round(below, 3),
        ratio=round(ratio, 4),
        goal=str(goal),
        met=goal.is_met(ratio, worst),
        machine=machine(),
        unit=unit,
        what=what,
    )


def unmeasured(goal: Goal, what: str, why: str) -> Measured:
    """Say loudly that something could not be measured here: it counts as missed."""
    said = f"NOT MEASURED ({why}): {what}"
    print(said, file=sys.stderr)
    return Measured(0, 0, 0, 0, str(goal), met=False, machine=machine(), unit="ms", what=said)


def percentile_95(values: Sequence[float]) -> float:
    """Answer the value that 95 of 100 do not exceed; of few values the largest."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def machine() -> str:
    """Say in one line what was measured on."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, PySide6 {qt_version}"
    )


def write(results: Mapping[str, Measured], file: Path) -> None:
    """Write the results as JSON, keeping those of measurements that did not run this time."""
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    known.update({name: asdict(result) for name, result in results.items()})
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


_SMALL = 0.1
"""Ratios below are shown with more places."""
HEADINGS = ("Measurement", "Median", "p95", "Baseline", "Ratio", "Goal", "")


def rows(results: Mapping[str, Measured]) -> list[tuple[str, ...]]:
    """Answer the results as rows of words below `HEADINGS`."""
    return [
        (
            result.what,
            f"{result.median_ms:.4g} {result.unit}",
            f"{result.p95_ms:.4g} {result.unit}",
            f"{result.baseline:.4g} {result.unit}",
            f"{result.ratio:.2f}×" if result.ratio >= _SMALL else f"{result.ratio:.4f}×",
            result.goal,
            "reached" if result.met else "missed",
        )
        for result in results.values()
    ]


def as_table(results: Mapping[str, Measured]) -> str:
    """Answer the results as a table for a terminal."""
    lines = [HEADINGS, *rows(results)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def as_markdown(results: Mapping[str, Measured]) -> str:
    """Answer the results as a Markdown table."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *rows(results)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + f"\n\n{machine()}."
