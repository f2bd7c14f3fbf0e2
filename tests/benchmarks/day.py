"""Coming back to My day in an office of 100,000 people: from the press to the painted cards."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from app.admin.offices import key_from_file, open_office
from app.demo.rota import OWN_NAMES
from app.my_day.queries import my_day
from app.tasks.actions import change_task
from app.tasks.queries import due_tasks
from app.tasks.rules import TaskValues
from tests.benchmarks.offices import TODAY, office_folder
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.my_day.day_board import DayBoard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Office

CLIENTS = 100_000
TIMES = 40
FIRST = 5
"""Openings before the first that counts: the widgets are made once."""
WHO = OWN_NAMES["DE"]


def my_day_100k() -> Measured:
    """Measure coming back to My day after work elsewhere; the baseline is its own SQL."""
    folder = office_folder(CLIENTS)
    openings = _openings(folder)
    queries, driver = _queries(folder)
    return measured(
        openings,
        driver,
        Goal(p95_ms=50),
        "Coming back to My day of 100,000 people to painted; ratio: queries to raw driver",
        compared=queries,
    )


def _openings(folder: Path) -> list[float]:
    window = Window(_opened(folder))
    board = window.part(DayBoard)
    times: list[float] = []
    for number in range(FIRST + TIMES):
        window.go_to(Place("letters"))
        _work(window, number)
        window.main.frame.pages.refresh_all()
        window.rest()
        come = partial(window.main.go_to, Place("my_day"))
        # The changed task may stand below what is in sight.
        taken = window.time_to_painted(come, board.viewport(), window.is_idle, at_rest=True)
        times.append(taken)
        window.rest()
    window.close()
    return times[FIRST:]


def _work(window: Window, number: int) -> None:
    """Change a task that is due, as one does between two looks at My day."""
    office = window.desk._office  # below the surface, to act outside of the measured time
    assert office is not None
    task = office.ask(due_tasks, TODAY, WHO, 1).due[0]
    values = TaskValues(f"Call {number}", WHO, person_id=task.person_id, due_on=task.due_on)
    office.act(change_task, task.id, task.version, values)


def _queries(folder: Path) -> tuple[list[float], list[float]]:
    """Time the question through the office, and its SQL in the raw driver, in turn."""
    office, connection = _opened(folder), raw_connection(folder)
    statements = Recorder(office).of(my_day, TODAY, WHO)
    queries, driver = [], []
    for _ in range(FIRST + TIMES):
        driver.append(timed(raw, connection, statements))
        queries.append(timed(office.ask, my_day, TODAY, WHO))
    connection.close()
    office.close()
    return queries[FIRST:], driver[FIRST:]


def _opened(folder: Path) -> Office:
    """Open the office as the person at work in it, on the day for which it was made."""
    key = key_from_file(folder / "demo.key")
    return open_office(folder, key, who=WHO, clock=_morning)


def _morning() -> datetime:
    return datetime.combine(TODAY, time(8), tzinfo=UTC)
