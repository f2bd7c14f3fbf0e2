"""Turning the month of an office with 500 active matches: from the key press to painted."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from app.admin.offices import key_from_file, open_office
from app.demo.rota import OWN_NAMES
from app.visiting.calendar.queries import calendar_visits
from app.visiting.calendar.rules import CalendarKind
from tests.benchmarks.offices import TODAY, office_folder
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.visiting.calendar.cell_grid import CellGrid
from ui.visiting.visits_page import VisitsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Office

CLIENTS = 700
"""So many people of the demo office have more than 500 visits in a week."""
MATCHES = 500
TIMES = 40
FIRST = 6
"""Turns before the first that counts: names are measured and icons drawn once."""
WHO = OWN_NAMES["DE"]


def month_calendar() -> Measured:
    """Measure turning the month there and back; the baseline is its own SQL."""
    folder = office_folder(CLIENTS)
    _need_enough(folder)
    turns = _turns(folder)
    queries, driver = _queries(folder)
    return measured(
        turns,
        driver,
        Goal(p95_ms=50),
        "Month calendar of 500 weekly matches, key press to painted; ratio: query to raw driver",
        compared=queries,
    )


def _need_enough(folder: Path) -> None:
    """Stop when the office has fewer visits in a week than it should."""
    office = _opened(folder)
    span = CalendarKind.WEEK.span(TODAY)
    visits = len(office.ask(calendar_visits, span.first, span.after).visits)
    office.close()
    if visits < MATCHES:
        message = f"only {visits} visits in a week"
        raise SystemExit(message)


def _turns(folder: Path) -> list[float]:
    window = Window(_opened(folder))
    window.go_to(Place("visiting"))
    page = window.main.frame.pages.current_page()
    assert isinstance(page, VisitsPage)
    page.calendar.choose_kind(CalendarKind.MONTH)
    window.rest()
    grid = window.part(CellGrid)
    times: list[float] = []
    for number in range(FIRST + TIMES):
        turn = page.calendar.bar.go_back if number % 2 else page.calendar.bar.go_on
        times.append(window.time_to_painted(turn, grid.viewport(), window.is_idle))
        window.rest()
    window.close()
    return times[FIRST:]


def _queries(folder: Path) -> tuple[list[float], list[float]]:
    """Time the question through the office, and its SQL in the raw driver, in turn."""
    office, connection = _opened(folder), raw_connection(folder)
    span = CalendarKind.MONTH.span(TODAY)
    ask = partial(office.ask, calendar_visits, span.first, span.after)
    statements = Recorder(office).of(calendar_visits, span.first, span.after)
    queries, driver = [], []
    for _ in range(FIRST + TIMES):
        driver.append(timed(raw, connection, statements))
        queries.append(timed(ask))
    connection.close()
    office.close()
    return queries[FIRST:], driver[FIRST:]


def _opened(folder: Path) -> Office:
    """Open the office as the person at work in it, on the day for which it was made."""
    key = key_from_file(folder / "demo.key")
    return open_office(folder, key, who=WHO, clock=_morning)


def _morning() -> datetime:
    return datetime.combine(TODAY, time(8), tzinfo=UTC)
