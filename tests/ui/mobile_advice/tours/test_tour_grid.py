"""The month paints each state of a day differently, and says everything in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from app.mobile_advice.tours.rows import DayRow
from app.mobile_advice.tours.rules import DayState
from app.visiting.calendar.rules import CalendarKind
from ui.mobile_advice.tours.tour_grid import TourGrid
from ui.mobile_advice.tours.tour_painter import TourPainter
from ui.visiting.calendar.sheets import SheetMaker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TUESDAY = date(2026, 11, 24)
ROW = DayRow(
    uuid4(), 1, uuid4(), "<b>Süden</b>", "Bus", TUESDAY, TUESDAY, DayState.PLANNED.value,
    570, 810, 2, 0,
)  # fmt: skip
NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - local time


@pytest.fixture
def grid(qtbot: QtBot) -> TourGrid:
    """Show November with one tour."""
    grid = TourGrid()
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    show(grid, ROW)
    return grid


def show(grid: TourGrid, *rows: DayRow) -> None:
    """Show tours in November."""
    grid.show_days(rows, SheetMaker(CalendarKind.MONTH, TUESDAY, NOON, {}))


def painted(grid: TourGrid, row: DayRow) -> QImage:
    """Answer the line of a day as pixels."""
    show(grid, row)
    image = QImage(260, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    assert grid.choose(row.id)
    visit = grid.current_visit()
    assert visit is not None
    assert isinstance(grid.painter, TourPainter)
    grid.painter.line(painter, QRect(0, 0, 260, 24), visit, NOON)
    painter.end()
    return image


def test_no_two_states_look_alike(grid: TourGrid) -> None:
    images = [painted(grid, replace(ROW, state=state.value)) for state in DayState]
    assert all(one != other for at, one in enumerate(images) for other in images[:at])
    later = painted(grid, replace(ROW, from_minute=600))
    assert later != images[0], "the time is painted"


def test_the_keyboard_hears_days_with_and_without_tours(grid: TourGrid) -> None:
    assert grid.choose(ROW.id)
    assert grid.current_row() == ROW
    said = grid.accessibleDescription()
    assert "Tuesday 24 November 2026, 09:30–13:30: <b>Süden</b>, 2 stops. To be confirmed." in said
    assert grid.accessibleName() == "November 2026 · 1 day of a tour"
    grid.go_to(datetime(2026, 11, 25, 8))  # noqa: DTZ001 - local time
    assert "no tour goes" in grid.accessibleDescription()
    moved = replace(ROW, occurs_on=date(2026, 11, 23), cancelled_stops=1)
    show(grid, moved)
    grid.choose(ROW.id)
    assert "1 stop cancelled. Instead of Monday 23 November 2026." in grid.accessibleDescription()
