"""Brings about the screens of visits that return, and of substitutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.visiting.series.series_page import SeriesPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def show_series(stage: Stage) -> QWidget:
    """Show the list and the first series with what lies ahead."""
    return _first(stage, "")


def change_series(stage: Stage) -> QWidget:
    """Show the form that changes all visits ahead."""
    return _first(stage, "change")


def pause_series(stage: Stage) -> QWidget:
    """Show the form of a pause."""
    return _first(stage, "pause")


def plan_series(stage: Stage) -> QWidget:
    """Show the form that plans a series for somebody."""
    window = stage.go_to(Place("series"))
    stage.settle()
    (page,) = window.findChildren(SeriesPage)
    person = page.list.rows()[0].plan.person_id
    return stage.go_to(Place("series", person, "plan"))


def show_substitutes(stage: Stage) -> QWidget:
    """Show the visits of volunteers who are away."""
    return stage.go_to(Place("substitutes"))


def _first(stage: Stage, doing: str) -> QWidget:
    window = stage.go_to(Place("series"))
    stage.settle()
    (page,) = window.findChildren(SeriesPage)
    return stage.go_to(Place("series", page.list.rows()[0].id, doing))
