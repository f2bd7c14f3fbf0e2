"""Brings about the screens of stops, tours and the timetable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.tours.rules import DayState
from ui.mobile_advice.tours.public_dialog import PublicDialog
from ui.mobile_advice.tours.stops_page import StopsPage
from ui.mobile_advice.tours.timetable_page import TimetablePage
from ui.mobile_advice.tours.tours_page import ToursPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.tours.rows import DayRow
    from tests.screenshots.stage import Stage


def show_timetable(stage: Stage) -> QWidget:
    """Show the month of tours."""
    return stage.go_to(Place("timetable"))


def show_tour_day(stage: Stage) -> QWidget:
    """Show a day that is to be confirmed, beside the month."""
    row = _day(stage, DayState.PLANNED)
    return stage.go_to(Place("timetable", row.id))


def show_cancelled_day(stage: Stage) -> QWidget:
    """Show a day that was cancelled."""
    row = _day(stage, DayState.CANCELLED)
    return stage.go_to(Place("timetable", row.id))


def change_tour_day(stage: Stage) -> QWidget:
    """Show the form of a day."""
    row = _day(stage, DayState.PLANNED)
    return stage.go_to(Place("timetable", row.id, "edit"))


def cancel_tour_day(stage: Stage) -> QWidget:
    """Show the form that cancels a day."""
    row = _day(stage, DayState.PLANNED)
    return stage.go_to(Place("timetable", row.id, "cancel"))


def show_stops(stage: Stage) -> QWidget:
    """Show the stops, and the card of the first one."""
    window = stage.go_to(Place("stops"))
    stage.settle()
    (page,) = window.findChildren(StopsPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def add_stop(stage: Stage) -> QWidget:
    """Show the form of a new stop."""
    return stage.go_to(Place("stops", None, "new"))


def show_tours(stage: Stage) -> QWidget:
    """Show the tours, and the card of the first one."""
    window, page = _tours(stage)
    page.on_clicked(page.list.rows()[-1].id)
    return window


def change_tour(stage: Stage) -> QWidget:
    """Show the form of a tour."""
    window, page = _tours(stage)
    page.panel.edit(page.list.rows()[-1].id)
    page.split.show_detail()
    return window


def show_vehicles(stage: Stage) -> QWidget:
    """Show the vehicles."""
    return stage.go_to(Place("tours", None, "vehicles"))


def print_timetable(stage: Stage) -> QWidget:
    """Show the poster of the month before it leaves."""
    window = stage.go_to(Place("timetable", None, "public"))
    stage.settle()
    for earlier in window.findChildren(PublicDialog)[:-1]:
        earlier.reject()
    dialog = window.findChildren(PublicDialog)[-1]
    stage.settle()
    return dialog


def _tours(stage: Stage) -> tuple[QWidget, ToursPage]:
    window = stage.go_to(Place("tours"))
    stage.settle()
    (page,) = window.findChildren(ToursPage)
    return window, page


def _day(stage: Stage, state: DayState) -> DayRow:
    """Answer a day of this month or the next that is in a state."""
    window = stage.go_to(Place("timetable"))
    stage.settle()
    (page,) = window.findChildren(TimetablePage)
    for _month in range(3):
        found = [row for row in page.month.rows if row.state == state]
        if found:
            return found[-1]
        page.month.bar.go_on()
        stage.settle()
    message = f"no day is {state}"
    raise LookupError(message)
