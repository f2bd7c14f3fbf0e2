"""Screens of matching and volunteers: the plan, requirements, the funnel, calls, the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.matches.matches_page import MatchesPage
from ui.matches.plan_page import PlanPage
from ui.volunteers.requirements_page import RequirementsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def plan_everybody(stage: Stage) -> QWidget:
    """Show the plan for all who wait."""
    window = stage.go_to(Place("match_plan", None, "find"))
    stage.settle()
    (page,) = window.findChildren(PlanPage)
    while page.plan is None:
        stage.settle()
    return window


def show_left_over(stage: Stage) -> QWidget:
    """Show who stays without a volunteer, and what would help."""
    window = plan_everybody(stage)
    (page,) = window.findChildren(PlanPage)
    page.tabs.setCurrentIndex(1)
    return window


def show_requirements(stage: Stage) -> QWidget:
    """Show what is required, and the certificate."""
    window = stage.go_to(Place("requirements"))
    stage.settle()
    (page,) = window.findChildren(RequirementsPage)
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    return window


def change_requirement(stage: Stage) -> QWidget:
    """Show the form of a requirement."""
    window = show_requirements(stage)
    (page,) = window.findChildren(RequirementsPage)
    page.change()
    return window


def show_funnel(stage: Stage) -> QWidget:
    """Show how many came how far."""
    return stage.go_to(Place("match_funnel"))


def _waiting(stage: Stage, doing: str) -> QWidget:
    window = stage.go_to(Place("matches", None, "waiting"))
    stage.settle()
    (page,) = window.findChildren(MatchesPage)
    return stage.go_to(Place("matches", page.list.rows()[0].id, doing))


def note_call(stage: Stage) -> QWidget:
    """Show the form of a call to somebody who waits."""
    return _waiting(stage, "call")


def show_waiting(stage: Stage) -> QWidget:
    """Show who waits, and the first one's card down to the calls."""
    window = _waiting(stage, "")
    stage.settle()
    (page,) = window.findChildren(MatchesPage)
    page.panel.card.body.verticalScrollBar().setValue(100_000)
    return window


def keep_apart(stage: Stage) -> QWidget:
    """Show the form that keeps two apart."""
    return _waiting(stage, "apart")


def show_candidate_card(stage: Stage) -> QWidget:
    """Show the card that a volunteer is asked with."""
    window = _waiting(stage, "")
    stage.settle()
    (page,) = window.findChildren(MatchesPage)
    page.panel.card.candidates.acted.emit()
    return window
