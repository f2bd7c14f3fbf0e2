"""Series: a change of two years of weekly visits, from the act to the sealed audit line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import select

from app.admin.offices import key_from_file, open_office
from app.clients.actions import add_client
from app.clients.rules import ClientDetails
from app.demo.actions import build_demo
from app.demo.rules import DemoPlan
from app.visiting.series.actions import change_series, plan_series
from app.visiting.series.rules import SeriesPlan
from db.visiting import Visit
from tests.benchmarks.offices import BENCH, TODAY
from tests.benchmarks.queries import raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office
    from app.visiting.series.settling import SavedSeries

_MOST_MS = 100
_TIMES = 25
_MOVED = (
    "UPDATE visit SET planned_start = ?, planned_end = ?, version = version + 1"
    " WHERE id = ? AND version >= ?"
)


def series_change() -> Measured:
    """Measure a change of all visits ahead; the baseline moves as many rows with the driver."""
    folder = _folder()
    office = open_office(folder, key_from_file(folder / "demo.key"), who="Benchmark")
    plan, saved = _planned(office)
    ours = []
    for turn in range(_TIMES):
        hour = 8 + turn % 10
        changed = replace(plan, start=time(hour), end=time(hour + 1))
        took = partial(office.act, change_series, saved.id, saved.version, None, changed)
        answers: list[Any] = []
        ours.append(timed(_kept, took, answers))
        saved = answers[0]
    keys = office.ask(_keys, saved.id)
    office.close()
    return measured(
        ours,
        _moved_by_driver(folder, keys),
        Goal(p95_ms=_MOST_MS),
        f"A change of {len(keys)} weekly visits, checked and sealed; ratio: to moving their rows",
    )


def _folder() -> Path:
    folder = BENCH / "series"
    shutil.rmtree(folder, ignore_errors=True)
    build_demo(folder, DemoPlan(TODAY, clients=200, seed=7))
    return folder


def _planned(office: Office) -> tuple[SeriesPlan, SavedSeries]:
    person = office.act(add_client, uuid4(), ClientDetails(family_name="Krüger")).value
    first = office.local_now.date() + timedelta(days=1)
    plan = SeriesPlan(person, None, "Zita Rot", first, time(14), time(15))
    return plan, office.act(plan_series, uuid4(), plan).value


def _kept(take: partial[Any], answers: list[Any]) -> None:
    answers.append(take().value)


def _keys(connection: Connection, series_id: UUID) -> list[str]:
    asked = select(Visit.__table__.c.id).where(Visit.__table__.c.series_id == series_id)
    return [key.hex for key in connection.scalars(asked)]


def _moved_by_driver(folder: Path, keys: list[str]) -> list[float]:
    connection = raw_connection(folder)

    def move(turn: int) -> None:
        start, end = f"2027-01-01 {8 + turn % 10:02}:00:00", f"2027-01-01 {9 + turn % 10:02}:00:00"
        connection.execute("BEGIN IMMEDIATE")
        for key in keys:
            connection.execute(_MOVED, (start, end, key, 1))
        connection.execute("COMMIT")

    times = [timed(move, turn) for turn in range(_TIMES)]
    connection.close()
    return times
