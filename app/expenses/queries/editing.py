"""A claim as its form begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.clients.queries import home_country
from app.clients.rules import full_name
from app.expenses.queries.claims import expense_card
from app.expenses.queries.mine import MY_PERSON
from app.expenses.rates import tariff_of
from app.expenses.rules import ExpenseDetails
from db.access import is_known_to_me
from db.base import Key
from db.people import Person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

_NAME = select(Person.given_name, Person.family_name).where(
    Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id)
)


@dataclass(frozen=True, slots=True)
class ExpenseToEdit:
    """What the form begins with."""

    expense_id: UUID | None
    """None for a new claim."""
    version: int
    name: str
    """Of the volunteer; "" while nobody is chosen."""
    country: str
    details: ExpenseDetails


def expense_to_edit(
    connection: Connection, expense_id: UUID | None = None, person_id: UUID | None = None
) -> ExpenseToEdit | None:
    """Answer a claim, or an empty one of a person: of nobody else is it the person at work.

    None for a claim or a person that is not known here.
    """
    country = home_country(connection)
    if expense_id is not None:
        card = expense_card(connection, expense_id)
        if card is None:
            return None
        row = card.row
        return ExpenseToEdit(row.id, row.version, row.name, country, row.as_details())
    whom = person_id or connection.execute(MY_PERSON).scalar_one_or_none()
    if whom is None:
        return ExpenseToEdit(None, 0, "", country, ExpenseDetails())
    found = connection.execute(_NAME, {"person_id": whom}).one_or_none()
    if found is None and person_id is not None:
        return None
    name = full_name(found.given_name, found.family_name) if found is not None else ""
    return ExpenseToEdit(None, 0, name, country, ExpenseDetails(whom))


def preview_amount(connection: Connection, details: ExpenseDetails) -> int | None:
    """Answer the cents that a way by car brings; None while day or kilometres are not known."""
    from app.expenses.reckoning import reckon  # noqa: PLC0415 - only while somebody types

    return reckon(connection, details, None).amount if _is_way(connection, details) else None


def _is_way(connection: Connection, details: ExpenseDetails) -> bool:
    day: date | None = details.day
    if day is None or not details.kilometres or details.visitor_id is None:
        return False
    return tariff_of(home_country(connection)).rate_on(day) is not None
