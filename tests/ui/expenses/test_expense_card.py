"""What the card of a claim says, what it offers, and how a claim is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.expenses.actions import approve_expenses
from app.expenses.queries import ExpenseList, list_expenses
from tests.factories.expenses import claim, submit
from tests.factories.volunteers import add_volunteer
from ui.expenses.expense_card import ExpenseCardView

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def _shown(qtbot: QtBot, desk: Desk, expense_id: UUID) -> ExpenseCardView:
    card = ExpenseCardView(desk)
    qtbot.addWidget(card)
    card.show_record(expense_id)
    qtbot.waitUntil(lambda: card.card is not None)
    return card


def test_a_submitted_claim_says_its_rate_and_offers_the_decision(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    card = _shown(qtbot, desk, submit(office, add_volunteer(office)))

    facts = card.facts.facts()
    assert (facts["Amount"], facts["Kilometres"]) == ("3.00 €", "10.0 km at 0.30 €")
    assert facts["Way"] == "Garath – Benrath"
    assert not card.accept_button.isHidden()
    assert not card.reject_button.isHidden()
    assert card.reopen_button.isHidden()


def test_a_decided_claim_offers_payment_and_the_way_back(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    key = submit(office, add_volunteer(office))
    office.act(approve_expenses, [(key, 1)])
    card = _shown(qtbot, desk, key)

    assert card.accept_button.text() == "Claim is paid"
    assert card.reject_button.isHidden()
    assert not card.reopen_button.isHidden()
    assert card.edit_button.isHidden()


def test_the_own_claim_offers_no_decision(qtbot: QtBot, office: Office, desk: Desk) -> None:
    key = submit(office, add_volunteer(office))
    card = _shown(qtbot, desk, key)
    shown = card.card
    assert shown is not None
    card._show_buttons(claim(office, key)._replace(is_mine=True))

    assert card.accept_button.isHidden()
    assert not card.own.isHidden()


def test_a_claim_that_is_taken_back_can_be_brought_back(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    key = submit(office, add_volunteer(office))
    card = _shown(qtbot, desk, key)
    undos: list[Callable[[], None]] = []
    card.said.connect(lambda _words, undo: undos.append(undo))
    card.delete_button.click()
    qtbot.waitUntil(lambda: bool(undos))
    assert not office.ask(list_expenses, ExpenseList.TO_DECIDE)
    undos[0]()
    qtbot.waitUntil(lambda: bool(office.ask(list_expenses, ExpenseList.TO_DECIDE)))
    assert claim(office, key).amount == 300
