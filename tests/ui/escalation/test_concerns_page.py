"""From a closed door to a closed concern in the window, by keyboard."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt

from app.escalation.actions import take_step
from app.escalation.chains import chain_here
from app.escalation.queries import closed_concerns, concern_card, open_concerns
from app.escalation.recording import record_and_follow
from app.escalation.rules import Calls, Cause, Ending, StepDetails, StepResult
from app.visiting.rules import NotHeldReason, VisitRecord
from tests.factories.clients import add_client
from tests.factories.households import relation, resident
from tests.factories.visits import MONDAY, at, visit_planned
from ui.escalation.chain_form import ChainForm
from ui.escalation.closing_form import ClosingForm
from ui.escalation.concerns_page import ConcernsPage
from ui.escalation.opening_form import OpeningForm
from ui.escalation.step_form import StepForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

NOBODY = VisitRecord(held=False, reason=NotHeldReason.NO_ONE_OPENED)


@pytest.fixture
def concern(office: Office) -> UUID:
    erna = add_client(office, phone="0211 445566")
    relation(office, erna, resident(office, "Paul"), kind="key_holder", has_key=True)
    visit = visit_planned(office, erna, start=time(8))
    begun = office.act(record_and_follow, visit, 1, NOBODY).value.concern_id
    assert begun is not None
    return begun


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, concern: UUID) -> ConcernsPage:
    page = ConcernsPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 720)
    page.show()
    page.show_place(Place("concerns", concern))
    qtbot.waitUntil(lambda: page.panel.card.shown is not None)
    return page


def test_a_step_is_noted_and_the_next_one_stands_there(
    qtbot: QtBot, page: ConcernsPage, office: Office, concern: UUID
) -> None:
    page.on_edit_wanted()
    form = page.panel.form
    assert isinstance(form, StepForm)
    assert form.fields.value().code == "ring"
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("result").problem()))
    form.fields.result.set_value(StepResult.NOBODY)
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    card = office.ask(concern_card, concern, MONDAY)
    assert card is not None
    assert [step.code for step in card.steps] == ["ring"]
    assert card.next_code == "neighbour"


def test_a_call_is_noted_with_the_name_of_who_was_called(page: ConcernsPage) -> None:
    page.panel.card.calls.call_noted.emit(Calls.CONTACTS, "Paul Krüger")
    form = page.panel.form
    assert isinstance(form, StepForm)
    value = form.fields.value()
    assert (value.code, value.called) == ("contacts", "Paul Krüger")


def test_a_concern_is_closed_with_result_and_note_and_opened_again(
    qtbot: QtBot, page: ConcernsPage, office: Office, concern: UUID
) -> None:
    reached = StepDetails("ring", at("2026-11-23 09:59"), "", StepResult.REACHED)
    office.act(take_step, uuid4(), concern, reached)
    page.panel.card.refresh()
    qtbot.waitUntil(lambda: page.panel.card.shown is not None and page.panel.card.shown.is_over)
    page.focus_card()
    first = page.panel.card.following.first
    assert first is not None
    qtbot.keyClick(first, Qt.Key.Key_Space)
    form = page.panel.form
    assert isinstance(form, ClosingForm)
    form.fields.ending.set_value(Ending.WELL)
    form.fields.note.set_value("Had not heard the bell.")
    with qtbot.waitSignal(page.said) as said:
        form.save()
    (row,) = office.ask(closed_concerns)
    assert (row.ending, row.closing_note) == (Ending.WELL, "Had not heard the bell.")
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: office.ask(closed_concerns) == ())


def test_a_concern_about_somebody_missed_begins_on_her_card(
    qtbot: QtBot, page: ConcernsPage, office: Office
) -> None:
    ute = add_client(office, given_name="Ute")
    page.show_place(Place("concerns", ute, "new_for"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, OpeningForm))
    form = page.panel.form
    assert isinstance(form, OpeningForm)
    form.save()
    qtbot.waitUntil(lambda: len(office.ask(open_concerns, MONDAY)) == 2)
    qtbot.waitUntil(page.panel.is_card_shown)
    assert page.panel.shown_id() == form.concern_id


def test_a_new_concern_asks_who_is_missed(qtbot: QtBot, page: ConcernsPage) -> None:
    page.on_add_wanted()
    form = page.panel.form
    assert isinstance(form, OpeningForm)
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("person_id").problem()))


def test_the_office_numbers_its_steps_anew(
    qtbot: QtBot, page: ConcernsPage, office: Office
) -> None:
    page.show_place(Place("concerns", None, "steps"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ChainForm))
    form = page.panel.form
    assert isinstance(form, ChainForm)
    place, first = form.fields.steps.rows[0].value()
    assert place == 1
    form.fields.steps.rows[0].fill((9, first))
    form.save()
    qtbot.waitUntil(lambda: office.ask(chain_here, Cause.NO_ONE_OPENED, MONDAY).is_own)
    steps = office.ask(chain_here, Cause.NO_ONE_OPENED, MONDAY).steps
    assert (steps[0].code, steps[-1].code) == ("neighbour", "ring")
