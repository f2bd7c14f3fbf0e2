"""Brings about the screens of enquiries and housing cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.enquiries.queries import EnquiryList
from app.referrals.enquiries.rules import StepKind, Urgency
from app.referrals.housing_cases.queries import CaseList
from ui.referrals.enquiries.enquiries_page import EnquiriesPage
from ui.referrals.enquiries.enquiry_form import EnquiryForm
from ui.referrals.enquiries.follow_form import FollowForm
from ui.referrals.housing_cases.cases_page import HousingCasesPage
from ui.referrals.housing_cases.step_forms import StepForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def show_enquiries(stage: Stage) -> QWidget:
    """Show what is open, and the card of what is due first."""
    window, page = _enquiries(stage, EnquiryList.OPEN)
    page.on_clicked(page.list.rows()[0].id)
    return window


def show_closed_enquiry(stage: Stage) -> QWidget:
    """Show an enquiry that was answered and closed, with what came of it."""
    window, page = _enquiries(stage, EnquiryList.CLOSED)
    page.on_clicked(page.list.rows()[0].id)
    return window


def show_child_enquiry(stage: Stage) -> QWidget:
    """Show an enquiry about a child."""
    window, page = _enquiries(stage, EnquiryList.OPEN)
    row = next(row for row in page.list.rows() if "child_concern" in row.concerns)
    page.on_clicked(row.id)
    return window


def record_enquiry(stage: Stage) -> QWidget:
    """Show the form as a caller speaks: about a home that was spoken of before."""
    window, page = _enquiries(stage, EnquiryList.OPEN)
    page.on_add_wanted()
    stage.settle()
    form = page.panel.form
    assert isinstance(form, EnquiryForm)
    known = next(row for row in page.list.rows() if "self_neglect" in row.concerns)
    for name in ("street", "house_number", "floor", "door", "postal_code", "city"):
        form.content.inputs[name].set_value(getattr(known, name))
    form.content.institution.set_record(known.institution_id, known.institution)
    form.content.institution.chosen.emit(known.institution_id)
    form.content.inputs["concerns"].set_value(("threats",))
    form.content.inputs["urgency"].set_value(Urgency.U1)
    return window


def begin_help(stage: Stage) -> QWidget:
    """Show the form of what follows, with a language mediator."""
    window, page = _enquiries(stage, EnquiryList.OPEN)
    page.panel.follow(page.list.rows()[0].id)
    page.split.show_detail()
    stage.settle()
    form = page.panel.form
    assert isinstance(form, FollowForm)
    form.content.inputs["kind"].set_value(StepKind.MEDIATOR)
    return window


def refer_on(stage: Stage) -> QWidget:
    """Show the form of what follows, with a referral to the social psychiatric service."""
    window, page = _enquiries(stage, EnquiryList.OPEN)
    row = next(row for row in page.list.rows() if row.person_id is not None)
    page.panel.follow(row.id)
    page.split.show_detail()
    stage.settle()
    form = page.panel.form
    assert isinstance(form, FollowForm)
    form.content.inputs["kind"].set_value(StepKind.SPDI)
    return window


def close_enquiry(stage: Stage) -> QWidget:
    """Show the form that closes an enquiry, and what is missing before."""
    window, page = _enquiries(stage, EnquiryList.OPEN)
    row = next(row for row in page.list.rows() if "child_concern" in row.concerns)
    page.panel.close_enquiry(row.id)
    page.split.show_detail()
    return window


def show_cases(stage: Stage) -> QWidget:
    """Show the housing cases, and the card of the next deadline."""
    window, page = _cases(stage, CaseList.OPEN)
    page.on_clicked(page.list.rows()[0].id)
    return window


def open_case(stage: Stage) -> QWidget:
    """Show the form of a new case."""
    window, page = _cases(stage, CaseList.OPEN)
    page.on_add_wanted()
    return window


def note_case_step(stage: Stage) -> QWidget:
    """Show the form of a step, with the rule of the board."""
    window, page = _cases(stage, CaseList.OPEN)
    page.panel.take_step(page.list.rows()[0].id)
    page.split.show_detail()
    stage.settle()
    assert isinstance(page.panel.form, StepForm)
    return window


def _enquiries(stage: Stage, which: EnquiryList) -> tuple[QWidget, EnquiriesPage]:
    window = stage.go_to(Place("enquiries"))
    stage.settle()
    (page,) = window.findChildren(EnquiriesPage)
    page.list.show_list(which)
    stage.settle()
    return window, page


def _cases(stage: Stage, which: CaseList) -> tuple[QWidget, HousingCasesPage]:
    window = stage.go_to(Place("housing_cases"))
    stage.settle()
    (page,) = window.findChildren(HousingCasesPage)
    page.list.filters.set_value(which)
    page.list.on_narrowed()
    stage.settle()
    return window, page
