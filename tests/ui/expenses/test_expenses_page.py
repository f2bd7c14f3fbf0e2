"""Expenses on screen: claims are decided by keyboard, taken back, submitted, and added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.expenses.actions import approve_expenses
from app.expenses.queries import ExpenseList, list_expenses
from app.expenses.rules import Spent
from app.letters.composing.states import choose_state
from tests.factories.expenses import claim, submit
from tests.factories.letters import office_card
from tests.factories.volunteers import add_volunteer
from tests.ui.widgets.hands import bring_forward
from ui.expenses.expense_form import ExpenseForm
from ui.expenses.expenses_page import ExpensesPage
from ui.expenses.hours_form import HoursForm
from ui.expenses.period_question import PeriodQuestion
from ui.expenses.year_card import YearCard
from ui.widgets.page import Place
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ExpensesPage:
    page = ExpensesPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


@pytest.fixture
def said(page: ExpensesPage) -> list[tuple[str, Callable[[], None] | None]]:
    heard: list[tuple[str, Callable[[], None] | None]] = []
    page.said.connect(lambda words, undo: heard.append((words, undo)))
    return heard


def test_claims_are_approved_one_after_the_other_with_a_key_and_taken_back(
    qtbot: QtBot,
    office: Office,
    page: ExpensesPage,
    said: list[tuple[str, Callable[[], None] | None]],
) -> None:
    anja = add_volunteer(office)
    keys = [submit(office, anja, kilometres=tenths) for tenths in (50, 60, 70)]
    page.show_place(Place("expenses"))
    qtbot.waitUntil(lambda: len(page.list.rows()) == 3)
    first = page.list.rows()[0].id
    page.list.table.setFocus()
    page.list.table.choose_first()
    qtbot.keyClick(page.list.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(page.list.rows()) == 2)
    assert claim(office, first).state == "approved"
    chosen = page.list.table.current_row()
    assert chosen is not None
    assert chosen.id == page.panel.shown_id()
    undo = said[-1][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(page.list.rows()) == 3)
    page.list.all_button.click()
    qtbot.waitUntil(lambda: not page.list.rows())
    assert {claim(office, key).state for key in keys} == {"approved"}


def test_a_claim_is_rejected_with_a_reason(
    qtbot: QtBot, office: Office, page: ExpensesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = submit(office, add_volunteer(office))
    monkeypatch.setattr(Question, "ask_text", lambda *_given, **_more: "No receipt")
    page.show_place(Place("expenses"))
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    page.list.table.setFocus()
    page.list.table.choose_first()
    qtbot.keyClick(page.list.table, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: not page.list.rows())

    assert (claim(office, key).state, claim(office, key).reason) == ("rejected", "No receipt")


def test_a_new_claim_says_what_the_way_brings_and_what_is_wrong(
    qtbot: QtBot, office: Office, page: ExpensesPage
) -> None:
    anja = add_volunteer(office)
    page.show_place(Place("expenses", anja, "new"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ExpenseForm))
    form = page.panel.form
    assert isinstance(form, ExpenseForm)
    fields = form.content.inputs
    fields["kilometres"].set_value("12,4")
    qtbot.waitUntil(lambda: "3.72" in form.content.told.text())
    form.save()
    qtbot.waitUntil(lambda: bool(form.content.field("purpose").problem()))
    assert form.content.field("from_place").problem()
    for name in ("purpose", "from_place", "to_place"):
        fields[name].set_value("Garath")
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    (row,) = office.ask(list_expenses, ExpenseList.TO_DECIDE)
    assert (row.kilometres, row.amount, row.visitor_id) == (124, 372, anja)


def test_a_lump_sum_says_beforehand_what_it_would_cost(
    qtbot: QtBot, office: Office, page: ExpensesPage
) -> None:
    anja = add_volunteer(office)
    submit(office, anja, what=Spent.LUMP, amount=90_000, allowance="ehrenamtspauschale")
    page.show_place(Place("expenses", anja, "new"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ExpenseForm))
    form = page.panel.form
    assert isinstance(form, ExpenseForm)
    fields = form.content.inputs
    fields["what"].set_value(Spent.LUMP.value)
    fields["amount"].set_value("80")
    fields["allowance"].set_value("ehrenamtspauschale")
    qtbot.waitUntil(lambda: "20.00 € above the yearly allowance" in form.content.told.text())


def test_what_is_to_be_paid_can_be_saved_as_a_list(
    qtbot: QtBot, office: Office, page: ExpensesPage
) -> None:
    key = submit(office, add_volunteer(office))
    office.act(approve_expenses, [(key, 1)])
    page.show_place(Place("expenses", None, "payments"))
    qtbot.waitUntil(lambda: page.exports.dialog is not None)
    dialog = page.exports.dialog
    assert dialog is not None
    dialog.reject()


@pytest.fixture
def year(qtbot: QtBot, desk: Desk) -> YearCard:
    card = YearCard(desk)
    card.resize(700, 600)
    qtbot.addWidget(card)
    bring_forward(qtbot, card)
    return card


def test_a_year_says_what_a_lump_sum_costs(qtbot: QtBot, office: Office, year: YearCard) -> None:
    anja = add_volunteer(office)
    office.act(choose_state, "NI")
    submit(office, anja, what=Spent.LUMP, amount=90_000, allowance="ehrenamtspauschale")
    year.show_person(anja)
    qtbot.waitUntil(lambda: year.year is not None)

    told = " ".join(label.text() for label in year.sums.findChildren(QLabel))
    assert "900.00 €" in told
    assert "60.00 €" in told
    assert "may not get it" in told


def test_hours_are_noted_and_certified(
    qtbot: QtBot, office: Office, page: ExpensesPage, year: YearCard
) -> None:
    office_card(office)
    anja = add_volunteer(office)
    page.show_place(Place("expenses", anja, "hours"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, HoursForm))
    form = page.panel.form
    assert isinstance(form, HoursForm)
    form.content.inputs["minutes"].set_value("2:30")
    form.content.inputs["activity"].set_value("Exchange")
    form.save()
    qtbot.waitUntil(lambda: page.panel.form is None)
    places: list[Place] = []
    year.place_wanted.connect(places.append)
    year.show_person(anja)
    qtbot.waitUntil(lambda: year.year is not None)
    year.certificate_button.click()
    (asked,) = year.window().findChildren(PeriodQuestion)
    asked.first.set_value(asked.last.value())
    asked.accept()
    qtbot.waitUntil(lambda: bool(places))
    assert places[0].page == "letters"
    assert '"hours": "2' in places[0].doing
    assert _is_about(places[0], anja)


def _is_about(place: Place, person: UUID) -> bool:
    return place.record == person and place.doing.startswith("compose hours_certificate {")
