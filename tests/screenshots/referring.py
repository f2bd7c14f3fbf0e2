"""Brings about the screens of answers, matters handed over and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.referrals.answers.answering_form import AnsweringForm
from ui.referrals.enquiries.enquiries_page import EnquiriesPage
from ui.referrals.handing_over.handing_page import HandingPage
from ui.widgets.page import Place
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def answer_enquiry(stage: Stage) -> QWidget:
    """Show the form of an answer, with what the other side will see."""
    window = stage.go_to(Place("enquiries"))
    stage.settle()
    page = window.findChildren(EnquiriesPage)[-1]
    page.panel.answer(page.list.rows()[0].id)
    page.split.show_detail()
    return window


def preview_answer(stage: Stage) -> QWidget:
    """Show the end of that form: the preview."""
    window = answer_enquiry(stage)
    stage.settle()
    form = window.findChildren(AnsweringForm)[-1]
    for body in form.findChildren(ScrollBody):
        body.ensureWidgetVisible(form.fields.preview, 0, 0)
    return window


def show_handing_over(stage: Stage) -> QWidget:
    """Show the matters that wait for an answer, and the first of them."""
    window = stage.go_to(Place("handing_over", None, "open"))
    stage.settle()
    page = window.findChildren(HandingPage)[-1]
    page.on_clicked(page.list.rows()[0].id)
    return window


def receive(stage: Stage) -> QWidget:
    """Show the form of a matter that another institution handed to the office."""
    return stage.go_to(Place("handing_over", stage.client_id, "receive"))


def hand_over(stage: Stage) -> QWidget:
    """Show the form by which a matter is handed over."""
    window = show_handing_over(stage)
    stage.settle()
    page = window.findChildren(HandingPage)[-1]
    person = page.list.rows()[0].person_id
    if person is not None:
        page.panel.hand_over(person)
    return window


def answer_matter(stage: Stage) -> QWidget:
    """Show the form of what became of it."""
    window = show_handing_over(stage)
    stage.settle()
    page = window.findChildren(HandingPage)[-1]
    page.on_edit_wanted()
    return window


def show_register(stage: Stage) -> QWidget:
    """Show everything that left the office."""
    return stage.go_to(Place("disclosures"))
