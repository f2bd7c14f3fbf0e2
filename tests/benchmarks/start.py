"""Cold start and memory: the program with 10,000 clients beside a bare window, A B A B."""

from __future__ import annotations

from functools import lru_cache

from tests.benchmarks.children import Said, in_turn
from tests.benchmarks.offices import BENCH, office_folder
from tests.benchmarks.results import Goal, Measured, measured

CLIENTS = 10_000
TIMES = 12
"""Pairs of starts after the first, which only warms the bytecode and the files."""


def start_first_paint() -> Measured:
    """Measure the time from asking for the process to the painted main window."""
    bare, program = _starts()
    return measured(
        [said["paint"] for said in program],
        [said["paint"] for said in bare],
        Goal(ratio=1.5),
        "Cold start to the first painted window, beside a bare Qt window",
    )


def start_first_data() -> Measured:
    """Measure the time from asking for the process to the painted first page with its data."""
    bare, program = _starts()
    return measured(
        [said["data"] for said in program],
        [said["paint"] for said in bare],
        Goal(ratio=3.5),
        "Cold start to the first visits and tasks of 10,000 clients, beside a bare Qt window",
    )


def memory() -> Measured:
    """Measure the resident memory of the running program, in MB."""
    bare, program = _starts()
    return measured(
        [said["memory"] for said in program],
        [said["memory"] for said in bare],
        Goal(ratio=2.2),
        "Memory with 10,000 clients, beside a bare Qt window",
        unit="MB",
    )


@lru_cache
def _starts() -> tuple[list[Said], list[Said]]:
    folder = office_folder(CLIENTS)
    return in_turn(
        ("tests.benchmarks.bare_window",),
        ("tests.benchmarks.program_window", str(folder)),
        TIMES,
        BENCH / "home",
    )
