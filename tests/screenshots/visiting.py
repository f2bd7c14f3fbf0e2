"""Brings about the screens of volunteers and matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matches.queries import MatchRow
from app.matches.rules import MatchStage
from ui.escalation.concerns_page import ConcernsPage
from ui.matches.matches_page import MatchesPage
from ui.visiting.visit_record_form import VisitRecordForm
from ui.visiting.visits_page import VisitsPage
from ui.volunteers.volunteers_page import VolunteersPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.visiting.calendar.rules import CalendarKind
    from tests.screenshots.stage import Stage


def show_volunteers(stage: Stage) -> QWidget:
    """Show the list with what is to be done, and the first one's card."""
    window = stage.go_to(Place("volunteers", None, "to_do"))
    stage.settle()
    (page,) = window.findChildren(VolunteersPage)
    return stage.go_to(Place("volunteers", page.list.rows()[0].id))


def change_volunteer(stage: Stage) -> QWidget:
    """Show the form of a volunteer's file."""
    return _begin(stage, "edit")


def prove(stage: Stage) -> QWidget:
    """Show the form of a certificate that was inspected."""
    window = _begin(stage, "")
    stage.settle()
    (page,) = window.findChildren(VolunteersPage)
    page.panel.prove(page.list.rows()[0].id, "certificate")
    return window


def _begin(stage: Stage, doing: str) -> QWidget:
    window = stage.go_to(Place("volunteers"))
    stage.settle()
    (page,) = window.findChildren(VolunteersPage)
    return stage.go_to(Place("volunteers", page.list.rows()[0].id, doing))


def show_matching(stage: Stage) -> QWidget:
    """Show who waits, and who could visit the first of them."""
    window = stage.go_to(Place("matches", None, "open"))
    stage.settle()
    (page,) = window.findChildren(MatchesPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def change_wish(stage: Stage) -> QWidget:
    """Show the form of somebody's wishes."""
    window = show_matching(stage)
    stage.settle()
    (page,) = window.findChildren(MatchesPage)
    page.on_edit_wanted()
    return window


def end_match(stage: Stage) -> QWidget:
    """Show the form of a match's end."""
    window = show_matching(stage)
    stage.settle()
    (page,) = window.findChildren(MatchesPage)
    row = page.list.rows()[0]
    if isinstance(row, MatchRow):
        page.panel.step(row, MatchStage.ENDED)
    return window


def show_concern(stage: Stage) -> QWidget:
    """Show the concern that runs, with its next step."""
    window = stage.go_to(Place("concerns", None, "open"))
    stage.settle()
    (page,) = window.findChildren(ConcernsPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def note_step(stage: Stage) -> QWidget:
    """Show the form that notes a step."""
    window = show_concern(stage)
    stage.settle()
    (page,) = window.findChildren(ConcernsPage)
    page.on_edit_wanted()
    return window


def show_closed_concern(stage: Stage) -> QWidget:
    """Show how a concern ended."""
    window = stage.go_to(Place("concerns", None, "closed"))
    stage.settle()
    (page,) = window.findChildren(ConcernsPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def record_danger(stage: Stage) -> QWidget:
    """Show the record of a visit on which somebody may be in danger."""
    window = stage.go_to(Place("visiting", stage.visit_id, "record"))
    stage.settle()
    (form,) = window.findChildren(VisitRecordForm)
    form.outcome.set_value(value=True)
    form.fields.flags.set_value(["suicidal"])
    return window


def show_calendar(kind: CalendarKind, *, with_visit: bool = False) -> Callable[[Stage], QWidget]:
    """Answer what shows the visits in a view, perhaps with one of them beside it."""

    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("visiting"))
        stage.settle()
        (page,) = window.findChildren(VisitsPage)
        page.calendar.choose_kind(kind)
        stage.settle()
        return stage.go_to(Place("visiting", stage.visit_id)) if with_visit else window

    return show


def show_week_plan(stage: Stage) -> QWidget:
    """Show the week plan before it is printed."""
    window = stage.go_to(Place("visiting"))
    stage.settle()
    (page,) = window.findChildren(VisitsPage)
    page.leaving.show_week_plan()
    stage.settle()
    dialog = page.leaving.dialog
    return window if dialog is None else dialog
