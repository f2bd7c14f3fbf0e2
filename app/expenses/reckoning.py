"""What a claim comes to: the rate of its day, and what was driven in that year before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select

from app.clients.queries import home_country
from app.expenses.rates import tariff_of
from app.expenses.rules import ExpenseState, Spent, first_rate, mileage
from db.base import Key
from db.expenses import Expense

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.expenses.rules import ExpenseDetails

_DRIVEN = select(func.coalesce(func.sum(Expense.kilometres), 0)).where(
    Expense.visitor_id == bindparam("person_id", type_=Key()),
    Expense.day.between(bindparam("first"), bindparam("last")),
    Expense.state != ExpenseState.REJECTED.value,
)


class Reckoned(NamedTuple):
    """An amount in cents, and the rate it began with."""

    amount: int
    rate: int
    currency: str


def reckon(connection: Connection, details: ExpenseDetails, expense_id: UUID | None) -> Reckoned:
    """Answer what a checked claim comes to; the claim itself, if it is there, counts once."""
    tariff = tariff_of(home_country(connection))
    rate = tariff.rate_on(details.day) if details.day is not None else None
    if details.what != Spent.KILOMETRES or rate is None or details.day is None:
        return Reckoned(details.amount or 0, 0, tariff.currency)
    year = details.day.year
    driven = _DRIVEN if expense_id is None else _DRIVEN.where(Expense.id != expense_id)
    values = {
        "person_id": details.visitor_id,
        "first": date(year, 1, 1),
        "last": date(year, 12, 31),
    }
    before = int(connection.execute(driven, values).scalar_one())
    tenths = details.kilometres or 0
    return Reckoned(mileage(tenths, before, rate), first_rate(before, rate), tariff.currency)
