"""Mediators on screen: asked for with who could come, answered, settled, asked in writing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.mobile_advice.mediators.queries import list_pools, list_requests, request_row
from app.mobile_advice.mediators.rules import RequestState, Settling
from tests.factories.booking import NINE, TEN, add_mediator, add_pool, book, halt, request_mediator
from tests.factories.clients import add_client
from tests.factories.letters import office_card
from tests.ui.widgets.hands import bring_forward
from ui.mobile_advice.mediators import request_card
from ui.mobile_advice.mediators.mediators_page import MediatorsPage
from ui.mobile_advice.mediators.pool_form import PoolForm
from ui.mobile_advice.mediators.request_fields import RequestFields
from ui.mobile_advice.mediators.request_form import RequestForm
from ui.mobile_advice.mediators.request_panel import RequestPanel
from ui.mobile_advice.mediators.settle_question import SettleQuestion
from ui.widgets.page import Place
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

THURSDAY = date(2026, 11, 26)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> MediatorsPage:
    page = MediatorsPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


@pytest.fixture
def said(page: MediatorsPage) -> list[tuple[str, Callable[[], None] | None]]:
    heard: list[tuple[str, Callable[[], None] | None]] = []
    page.said.connect(lambda words, undo: heard.append((words, undo)))
    return heard


def state(office: Office, key: UUID) -> str:
    """Answer how far a request has come."""
    row = office.ask(request_row, key)
    assert row is not None
    return row.state


def form_of(qtbot: QtBot, page: MediatorsPage, kind: type[Any]) -> Any:  # noqa: ANN401 - any form
    """Answer the form that opens."""
    qtbot.waitUntil(lambda: isinstance(page.panel.form, kind))
    return page.panel.form


def shown(qtbot: QtBot, page: MediatorsPage, key: UUID) -> None:
    """Show a request."""
    page.show_place(Place("mediators", key))
    card = page.panel.card
    qtbot.waitUntil(lambda: card.row is not None and card.row.id == key)


def test_an_appointment_asks_for_whoever_suits_best(
    qtbot: QtBot, office: Office, page: MediatorsPage
) -> None:
    made, samira = halt(office, THURSDAY), add_mediator(office)
    appointment = book(office, made.at(NINE), person_id=add_client(office), language="ar")
    page.show_place(Place("mediators", appointment, "for_appointment"))
    form: RequestForm = form_of(qtbot, page, RequestForm)
    assert isinstance(page.panel, RequestPanel)
    assert isinstance(form.content, RequestFields)
    suggestions = form.content.suggestions
    qtbot.waitUntil(lambda: len(suggestions.table.rows()) == 1)

    suggestions.table.row_activated.emit(suggestions.table.rows()[0])
    form.content.inputs["subject"].set_value("Pension")
    form.content.inputs["requester"].set_value("Own office")
    form.save()

    qtbot.waitUntil(lambda: len(office.ask(list_requests)) == 1)
    (row,) = office.ask(list_requests)
    assert (row.mediator_id, row.from_time, row.appointment_id) == (samira, NINE, appointment)


def test_below_the_lead_time_the_day_says_what_is_possible(
    qtbot: QtBot, office: Office, page: MediatorsPage
) -> None:
    pool = add_pool(office)
    page.show_place(Place("mediators", None, "new"))
    form: RequestForm = form_of(qtbot, page, RequestForm)
    inputs = form.content.inputs
    inputs["language"].set_value("ar")
    inputs["subject"].set_value("Pension")
    inputs["day"].set_value(date(2026, 11, 24))
    inputs["from_time"].set_minutes(TEN)
    assert inputs["until_time"].minutes() == TEN + 60
    inputs["place"].set_value("Town hall")
    inputs["requester"].set_value("Own office")
    inputs["pool_id"].set_value(pool)
    form.save()

    field = form.content.field("day")
    qtbot.waitUntil(lambda: bool(field.problem()))
    assert "nearest possible day is 26.11.2026" in field.problem()
    inputs["day"].set_value(THURSDAY)
    form.save()
    qtbot.waitUntil(lambda: len(office.ask(list_requests)) == 1)


def test_a_request_is_confirmed_declined_with_a_reason_and_taken_back(
    qtbot: QtBot,
    office: Office,
    page: MediatorsPage,
    said: list[tuple[str, Callable[[], None] | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = request_mediator(office, pool_id=add_pool(office))
    shown(qtbot, page, key)
    buttons = page.panel.card.buttons
    buttons["confirm"].click()
    qtbot.waitUntil(lambda: state(office, key) == RequestState.CONFIRMED)
    qtbot.waitUntil(buttons["confirm"].isHidden)
    monkeypatch.setattr(Question, "ask_text", lambda *_args, **_more: "Nobody is free")
    buttons["decline"].click()
    qtbot.waitUntil(lambda: state(office, key) == RequestState.DECLINED)
    qtbot.waitUntil(lambda: len(said) > 1)
    undo = said[-1][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: state(office, key) == RequestState.CONFIRMED)


def test_a_talk_is_settled_with_kilometres_and_fee(
    qtbot: QtBot, office: Office, page: MediatorsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = add_pool(office, lead_days=0)
    key = request_mediator(office, pool_id=pool, day=date(2026, 11, 23))
    shown(qtbot, page, key)
    page.panel.card.buttons["confirm"].click()
    qtbot.waitUntil(page.panel.card.buttons["settle"].isVisible)

    def answer(question: SettleQuestion) -> int:
        question.kilometres.set_parts(125)
        question.fee.set_parts(4500)
        question.accept()
        return int(question.result())

    monkeypatch.setattr(SettleQuestion, "exec", answer)
    page.panel.card.buttons["settle"].click()
    qtbot.waitUntil(lambda: state(office, key) == RequestState.DONE)
    row = office.ask(request_row, key)
    assert row is not None
    assert Settling(row.kilometres, row.fee) == Settling(125, 4500)


def test_the_pool_is_asked_by_letter_and_that_is_noted(
    qtbot: QtBot,
    office: Office,
    page: MediatorsPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office_card(office)
    key = request_mediator(office, pool_id=add_pool(office))
    shown(qtbot, page, key)
    file = tmp_path / "request.pdf"
    monkeypatch.setattr(request_card, "ask_where_to_save", lambda *_args: file)
    page.panel.card.paper_button.click()

    def is_noted() -> bool:
        row = office.ask(request_row, key)
        return row is not None and row.asked_on is not None

    qtbot.waitUntil(is_noted)
    assert file.read_bytes().startswith(b"%PDF")


def test_a_pool_is_added_with_its_own_lead_time(
    qtbot: QtBot, office: Office, page: MediatorsPage
) -> None:
    page.show_place(Place("mediators", None, "new_pool"))
    form: PoolForm = form_of(qtbot, page, PoolForm)
    form.content.inputs["name"].set_value("Pool B")
    form.content.inputs["lead_days"].set_number(4)
    form.content.inputs["languages"].setText("Arabic, Nonsense")
    form.save()
    assert form.content.field("languages").problem()
    form.content.inputs["languages"].setText("arabic, Turkish")
    form.save()

    qtbot.waitUntil(lambda: len(office.ask(list_pools)) == 1)
    (row,) = office.ask(list_pools)
    assert (row.lead_days, row.languages) == (4, "ar tr")
