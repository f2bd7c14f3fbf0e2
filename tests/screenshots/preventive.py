"""Brings about the screens of preventive visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.preventive.queries import DueList, DueRow
from app.preventive.rules import OfferState, PeriodKind
from ui.preventive.preventive_page import PreventivePage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def show_due(stage: Stage) -> QWidget:
    """Show everybody of the year, and the first one's card."""
    window, page = _listed(stage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def accept_visit(stage: Stage) -> QWidget:
    """Show the form of the visit that somebody accepts."""
    window, page = _listed(stage)
    row = _unanswered(page)
    page.panel.answer_offer(row.person_id, row.id, OfferState.ACCEPTED)
    page.split.show_detail()
    return window


def answer_later(stage: Stage) -> QWidget:
    """Show the form of an answer."""
    window, page = _listed(stage)
    row = _unanswered(page)
    page.panel.answer_offer(row.person_id, row.id, OfferState.MOVED)
    page.split.show_detail()
    return window


def _unanswered(page: PreventivePage) -> DueRow:
    """Answer somebody who was offered a visit; of few people perhaps only who is to be offered."""
    order = (OfferState.OFFERED, OfferState.DUE)
    rows = [row for row in page.list.rows() if row.state in order]
    return min(rows, key=lambda row: order.index(row.state))


def write_wave(stage: Stage) -> QWidget:
    """Show the letters to those who are due next year."""
    window, page = _listed(stage)
    page.list.period.kind.set_value(PeriodKind.NEXT_YEAR)
    page.list.period.restore(PeriodKind.NEXT_YEAR.value)
    page.list.show_list(DueList.TO_OFFER)
    stage.settle()
    page.letters_button.click()
    return window


def show_figures(stage: Stage) -> QWidget:
    """Show the figures of the year."""
    return stage.go_to(Place("preventive", None, "figures"))


def show_rules(stage: Stage) -> QWidget:
    """Show the rules."""
    return stage.go_to(Place("preventive", None, "rules"))


def add_rule(stage: Stage) -> QWidget:
    """Show the form of an own rule."""
    return stage.go_to(Place("preventive", None, "rule"))


def _listed(stage: Stage) -> tuple[QWidget, PreventivePage]:
    window = stage.go_to(Place("preventive"))
    stage.settle()
    (page,) = window.findChildren(PreventivePage)
    page.list.period.restore(PeriodKind.YEAR.value)
    page.list.show_list(DueList.ALL)
    stage.settle()
    return window, page
