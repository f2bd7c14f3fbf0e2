"""10,000 one-page letters with their history: how long it takes, and whether memory stays flat."""

from __future__ import annotations

import shutil
import sys
from functools import cache
from pathlib import Path
from time import perf_counter
from uuid import uuid4

from app.letters.composing.rules import Choice
from app.letters.mass.mailing import send_mailing
from app.letters.mass.planning import people_of, plan_run
from app.letters.mass.rules import ListQuery, RunPlan, RunWish
from tests.benchmarks.child import memory, say
from tests.benchmarks.children import Said, run
from tests.benchmarks.offices import BENCH, TODAY, office_folder, opened
from tests.benchmarks.results import Goal, Measured, measured

CLIENTS = 11_000
"""More than are written to: some have no address."""
MANY, FEW = 10_000, 1_000
_WISH = RunWish(
    template="mobile_advice_invitation",
    choice=Choice(
        typed=(
            ("answer_day", "Montag, 30. November 2026"),
            ("stop", "Marktplatz"),
            ("stop_day", "Dienstag, 1. Dezember 2026"),
            ("stop_time", "10 Uhr"),
        )
    ),
    title="Mobile Beratung",
    selection="all",
    basis="public_task",
    per_household=False,
)


def mailing_10k() -> Measured:
    """Measure 10,000 letters: files, one for the printer, labels, and the history."""
    few, many = _mailings()
    return measured(
        [many["seconds"]],
        [few["seconds"] * MANY / FEW],
        Goal(p95_ms=30),
        "10,000 one-page letters with files, printer's file and history; baseline: ten of 1,000",
        unit="s",
    )


def mailing_memory() -> Measured:
    """Measure the memory after 10,000 letters beside that after 1,000, in MB."""
    few, many = _mailings()
    return measured(
        [many["memory"]],
        [few["memory"]],
        Goal(ratio=1.5),
        "Most memory while 10,000 letters are written; baseline: while 1,000 are",
        unit="MB",
    )


@cache
def _mailings() -> tuple[Said, Said]:
    folder = str(office_folder(CLIENTS))
    few, many = (run(__name__, folder, str(letters)) for letters in (FEW, MANY))
    return few, many


def _measure(folder: Path, letters: int) -> None:
    """Send a mailing in this process, in a copy of the office."""
    work = BENCH / "mailing"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder, work / "office")
    office = opened(work / "office")
    most = [memory()]
    plan = RunPlan(
        office.ask(plan_run, _WISH, office.ask(people_of, ListQuery(), "de", TODAY), TODAY).groups,
        (),
    )
    began = perf_counter()
    with_address = RunPlan(plan.groups[: letters * 11 // 10], ())
    mailing = send_mailing(
        office,
        uuid4(),
        _WISH,
        with_address,
        work / "out",
        TODAY,
        lambda _done, _of: most.append(memory()),
    )
    seconds = perf_counter() - began
    most.append(memory())
    office.close()
    written = len(mailing.written)
    shutil.rmtree(work)
    say(seconds=seconds * letters / written, memory=max(most), written=written)


if __name__ == "__main__":
    _measure(Path(sys.argv[1]), int(sys.argv[2]))
