"""Who of 100,000 people is due for a preventive visit, a year after everybody was offered one."""

from __future__ import annotations

import gc
import shutil
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import insert

from app.demo.actions import build_demo
from app.demo.rules import Country, DemoPlan
from app.preventive.queries import cohort
from app.preventive.queries.cohort import offer_key
from app.preventive.rules import OfferState, Period, PeriodKind, period_of
from db.preventive import PreventiveOffer
from tests.benchmarks.asking import in_turn
from tests.benchmarks.offices import BENCH, TODAY, bring_up_to_date, opened
from tests.benchmarks.results import Goal, Measured

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Act
    from app.preventive.queries import DueRow

PEOPLE = 100_000
TIMES = 12
_AT_ONCE = 10_000
_STATES = (OfferState.VISITED, OfferState.VISITED, OfferState.DECLINED, OfferState.OFFERED)


def preventive_cohort() -> Measured:
    """Measure who is due in a year of a Danish office whose people are nearly all old.

    Without the collector, which the program takes off the thread of the office: see `Tidying`.
    """
    asked = [(period_of(PeriodKind.NEXT_YEAR, TODAY),)] * TIMES
    what = "Who of 100,000 old people is due within a year by all rules; ratio: to its SQL"
    folder = _folder()
    gc.disable()
    try:
        return in_turn(folder, _due, asked, Goal(p95_ms=1000), what)
    finally:
        gc.enable()


def _due(connection: Connection, period: Period) -> tuple[DueRow, ...]:
    return cohort(connection, period, TODAY)


def _folder() -> Path:
    """Answer the folder of the office, making it when it is not there yet."""
    folder = BENCH / f"preventive-{PEOPLE}"
    made = folder / "made"
    if made.exists():
        bring_up_to_date(folder)
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    plan = DemoPlan(
        TODAY, PEOPLE, seed=7, country=Country.DENMARK, visits_per_client=0, notes_per_client=0
    )
    build_demo(folder, plan, progress=partial(_say, folder.name))
    office = opened(folder)
    rows = office.ask(_due, period_of(PeriodKind.YEAR, TODAY))
    for first in range(0, len(rows), _AT_ONCE):
        office.act(_settle, rows[first : first + _AT_ONCE])
    office.close()
    made.touch()
    print()
    return folder


def _settle(act: Act, rows: tuple[DueRow, ...]) -> None:
    """Let everybody be offered what is due this year."""
    told = [_offer(number, row) for number, row in enumerate(rows) if not row.version]
    act.session.execute(insert(PreventiveOffer), told)
    act.touch("preventive")


def _offer(number: int, row: DueRow) -> dict[str, object]:
    state = _STATES[number % len(_STATES)]
    return {
        "id": offer_key(row.person_id, row.rule_code, row.period_from),
        "version": 1,
        "person_id": row.person_id,
        "rule_code": row.rule_code,
        "period_from": row.period_from,
        "due_on": row.due_on,
        "state": state.value,
        "offered_on": row.due_on - timedelta(days=20),
        "answered_on": None if state is OfferState.OFFERED else row.due_on,
        "visited_on": row.due_on if state is OfferState.VISITED else None,
    }


def _say(name: str, done: int, of_all: int) -> None:
    print(f"\r{name}: {done} of {of_all} people", end="", flush=True)
