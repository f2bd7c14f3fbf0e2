"""Brings about the screens of planning a tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.areas.coordinates.places_dialog import PlacesDialog
from ui.mobile_advice.planning.day_pack_dialog import DayPackDialog
from ui.mobile_advice.planning.planning_page import PlanningPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage

_MOST_LOOKS = 100
_MOST_DAYS, _MANY_CALLS = 8, 5


def show_planning(stage: Stage) -> QWidget:
    """Show the usual order of the next tour on its map."""
    return stage.go_to(Place("planning"))


def show_best_order(stage: Stage) -> QWidget:
    """Show the usual order beside the best."""
    window, page = _planning(stage)
    page.start()
    for _ in range(_MOST_LOOKS):
        stage.settle()
        if page.found is not None:
            break
    return window


def show_day_pack(stage: Stage) -> QWidget:
    """Show the day pack before it is printed."""
    _window, page = _planning(stage)
    page.pack_button.click()
    stage.settle()
    return page.window().findChildren(DayPackDialog)[-1]


def show_coordinates(stage: Stage) -> QWidget:
    """Show what is known of places."""
    _window, page = _planning(stage)
    page.places_button.click()
    stage.settle()
    return page.window().findChildren(PlacesDialog)[-1]


def _planning(stage: Stage) -> tuple[QWidget, PlanningPage]:
    window = stage.go_to(Place("planning"))
    stage.settle()
    (page,) = window.findChildren(PlanningPage)
    days = page.form.inputs["day"].values()
    for day in days[:_MOST_DAYS]:
        # The first day on which there is something to be put in order.
        page.form.choose(day)
        stage.settle()
        if page.day is not None and len(page.day.calls) >= _MANY_CALLS:
            break
    return window, page
