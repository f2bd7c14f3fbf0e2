"""Claims for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from app.expenses.actions import submit_expense
from app.expenses.queries import expense_card
from app.expenses.rules import ExpenseDetails

if TYPE_CHECKING:
    from uuid import UUID

    from app.expenses.queries import ExpenseRow
    from app.office import Office

SPENT_ON = date(2026, 11, 20)


def way_of(person_id: UUID, **details: Any) -> ExpenseDetails:  # noqa: ANN401 - any field of the claim
    """Answer a claim for a way by car of 10 km."""
    given = ExpenseDetails(
        person_id,
        SPENT_ON,
        kilometres=100,
        purpose="Exchange of experience",
        from_place="Garath",
        to_place="Benrath",
    )
    return replace(given, **details)


def submit(office: Office, person_id: UUID, **details: Any) -> UUID:  # noqa: ANN401 - any field of the claim
    """Submit a claim; answer it."""
    return office.act(submit_expense, way_of(person_id, **details)).value


def claim(office: Office, expense_id: UUID) -> ExpenseRow:
    """Answer a claim as it is now."""
    card = office.ask(expense_card, expense_id)
    assert card is not None
    return card.row
