"""Turning the month of an office with 20 tours: from the key press to painted."""

from __future__ import annotations

import shutil
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.tours.actions import save_stop, save_tour
from app.mobile_advice.tours.queries import days_between
from app.mobile_advice.tours.rules import RhythmDetails, StopDetails, StopTime, TourDetails
from app.visiting.calendar.rules import CalendarKind
from tests.benchmarks.offices import BENCH, TODAY, office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.mobile_advice.tours.timetable_page import TimetablePage
from ui.mobile_advice.tours.tour_grid import TourGrid
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Act

CLIENTS = 200
TOURS, STOPS = 20, 3
TIMES, FIRST = 40, 6
"""Turns that count, and those before them: names are measured and icons drawn once."""


def month_timetable() -> Measured:
    """Measure turning the month there and back; the baseline is its own SQL."""
    folder = _folder()
    turns = _turns(folder)
    queries, driver = _queries(folder)
    return measured(
        turns,
        driver,
        Goal(p95_ms=50),
        "Month of 20 tours, key press to painted; ratio: query to raw driver",
        compared=queries,
    )


def _folder() -> Path:
    """Answer an office with 20 weekly tours, made once."""
    folder = BENCH / f"tours-{TODAY.isoformat()}"
    if not folder.exists():
        shutil.copytree(office_folder(CLIENTS), folder)
        office = opened(folder)
        office.act(_add_tours)
        office.close()
    return folder


def _add_tours(act: Act) -> None:
    for number in range(TOURS):
        stops = []
        for place in range(STOPS):
            stop = StopDetails(f"Halt {number + 1}.{place + 1}", street="Musterstraße")
            stop_id = save_stop(act, uuid4(), 0, stop)
            stops.append(StopTime(stop_id, time(9 + 2 * place), time(10 + 2 * place)))
        act.session.flush()
        rhythm = RhythmDetails(weekday=number % 5 + 1, starts_on=TODAY - timedelta(days=1))
        tour = TourDetails(f"Tour {number + 1}", stops=tuple(stops), rhythms=(rhythm,))
        save_tour(act, uuid4(), 0, tour)


def _turns(folder: Path) -> list[float]:
    window = Window(opened(folder))
    window.go_to(Place("timetable"))
    page = window.part(TimetablePage)
    page.month.show_day(TODAY + timedelta(days=62))
    window.rest()
    grid = window.part(TourGrid)
    times: list[float] = []
    for number in range(FIRST + TIMES):
        turn = page.month.bar.go_back if number % 2 else page.month.bar.go_on
        times.append(window.time_to_painted(turn, grid.viewport(), window.is_idle))
        window.rest()
    window.close()
    return times[FIRST:]


def _queries(folder: Path) -> tuple[list[float], list[float]]:
    """Time the question through the office, and its SQL in the raw driver, in turn."""
    office, connection = opened(folder), raw_connection(folder)
    first, last = _month()
    ask = partial(office.ask, days_between, first, last)
    statements = Recorder(office).of(days_between, first, last)
    queries, driver = [], []
    for _ in range(FIRST + TIMES):
        driver.append(timed(raw, connection, statements))
        queries.append(timed(ask))
    connection.close()
    office.close()
    return queries[FIRST:], driver[FIRST:]


def _month() -> tuple[date, date]:
    span = CalendarKind.MONTH.span(TODAY + timedelta(days=62))
    return span.first, span.after - timedelta(days=1)
