"""Brings about the screens of hours and expenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.day_plans.office.walking import completed
from app.visiting.day_plans.queries import day_to_plan
from ui.expenses.expenses_page import ExpensesPage
from ui.expenses.year_card import YearCard
from ui.visiting.day_plan.day_plan_page import DayPlanPage
from ui.volunteers.volunteers_page import VolunteersPage
from ui.widgets.page import Place
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.visiting.day_plans.queries import DayToPlan
    from tests.screenshots.stage import Stage


def show_expenses(stage: Stage) -> QWidget:
    """Show the claims to be decided, and the first of them."""
    window = stage.go_to(Place("expenses", None, "to_decide"))
    stage.settle()
    (page,) = window.findChildren(ExpensesPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def add_claim(stage: Stage) -> QWidget:
    """Show the form of a new claim."""
    window = show_expenses(stage)
    stage.settle()
    (page,) = window.findChildren(ExpensesPage)
    page.panel.add_for(page.list.rows()[0].visitor_id)
    return window


def show_year(stage: Stage) -> QWidget:
    """Show a volunteer's year of hours and money."""
    person = _somebody(stage)
    window = stage.go_to(Place("volunteers", person))
    stage.settle()
    (page,) = window.findChildren(VolunteersPage)
    card = page.panel.card
    (year,) = card.findChildren(YearCard)
    for body in card.findChildren(ScrollBody):
        body.ensureWidgetVisible(year, 0, 0)
    return window


def plan_day(stage: Stage) -> QWidget:
    """Show a plan for the visits of today."""
    window = stage.go_to(Place("day_plan"))
    stage.settle()
    (page,) = window.findChildren(DayPlanPage)
    goers = page.form.inputs["goers"]
    goers.set_value(goers.value()[:5])
    page.form.inputs["may_swap"].set_value(True)
    asked = page.form.value()
    found: list[DayToPlan] = []
    today = page.desk.local_now.date()
    stage.desk.ask(day_to_plan, asked, today).then(found.append)
    stage.settle()
    page.show_plan(found[0], completed(found[0].day, ()))
    return window


def _somebody(stage: Stage) -> UUID:
    window = stage.go_to(Place("expenses", None, "to_decide"))
    stage.settle()
    (page,) = window.findChildren(ExpensesPage)
    lumps = [row for row in page.list.rows() if row.kind == "lump"]
    return (lumps or page.list.rows())[0].visitor_id
