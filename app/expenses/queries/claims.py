"""Claims in lists, and one claim with what its volunteer's year says about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, false, func, select

from app.clients.queries import home_country
from app.clients.rules import fold, full_name
from app.expenses.queries.mine import is_mine, is_seen
from app.expenses.queries.year import year_of
from app.expenses.rules import ExpenseDetails, ExpenseState
from db.base import Key
from db.expenses import Expense
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection, Select

    from app.expenses.queries.year import VolunteerYear


class ExpenseList(StrEnum):
    """The lists of the page."""

    TO_DECIDE = "to_decide"
    TO_PAY = "to_pay"
    PAID = "paid"
    REJECTED = "rejected"


_STATES = {
    ExpenseList.TO_DECIDE: ExpenseState.SUBMITTED,
    ExpenseList.TO_PAY: ExpenseState.APPROVED,
    ExpenseList.PAID: ExpenseState.PAID,
    ExpenseList.REJECTED: ExpenseState.REJECTED,
}
_PLAIN = (
    "id", "version", "visitor_id", "day", "kind", "what", "allowance", "kilometres", "rate",
    "amount", "currency", "purpose", "from_place", "to_place", "has_receipt", "state",
    "submitted_by", "submitted_at", "decided_by", "decided_on", "reason", "paid_on", "visit_id",
)  # fmt: skip
_ROWS = (
    select(
        *(Expense.__table__.c[name] for name in _PLAIN),
        # A volunteer on a shared server has claims, but does not read the own card.
        func.coalesce(Person.given_name, "").label("given_name"),
        func.coalesce(Person.family_name, "").label("family_name"),
        func.coalesce(Person.address_protected, false()).label("address_protected"),
        is_mine(Expense.visitor_id).label("is_mine"),
    )
    .outerjoin(Person, Person.id == Expense.visitor_id)
    .where(is_seen(Expense.visitor_id))
)
_LISTED = _ROWS.where(Expense.state == bindparam("state")).order_by(Expense.day, Expense.id)
_NEWEST = _ROWS.where(Expense.state == bindparam("state")).order_by(Expense.day.desc(), Expense.id)
_ONE = _ROWS.where(Expense.id == bindparam("expense_id", type_=Key()))
_OF_PERSON = _ROWS.where(
    Expense.visitor_id == bindparam("person_id", type_=Key()),
    Expense.day.between(bindparam("first"), bindparam("last")),
).order_by(Expense.day.desc(), Expense.id)


class ExpenseRow(NamedTuple):
    """One claim."""

    id: UUID
    version: int
    visitor_id: UUID
    day: date
    kind: str
    what: str
    allowance: str
    kilometres: int
    """Tenths."""
    rate: int
    amount: int
    currency: str
    purpose: str
    from_place: str
    to_place: str
    has_receipt: bool
    state: str
    submitted_by: str
    submitted_at: datetime
    decided_by: str
    decided_on: date | None
    reason: str
    paid_on: date | None
    visit_id: UUID | None
    name: str
    address_protected: bool
    is_mine: bool
    """Whether it is the claim of the person at work, who cannot approve it."""

    def as_details(self) -> ExpenseDetails:
        """Answer the claim as its form has it."""
        return ExpenseDetails(
            self.visitor_id,
            self.day,
            self.what,
            self.kilometres or None,
            self.amount,
            self.allowance,
            self.purpose,
            self.from_place,
            self.to_place,
            self.has_receipt,
            self.visit_id,
        )


class PaymentRow(NamedTuple):
    """What one volunteer gets for all approved claims."""

    id: UUID
    """The person."""
    name: str
    claims: int
    actual: int
    """Cents of actual cost."""
    lump: int
    """Cents of lump sums."""
    currency: str
    address_protected: bool

    @property
    def amount(self) -> int:
        """All together, in cents."""
        return self.actual + self.lump


@dataclass(frozen=True, slots=True)
class ExpenseCard:
    """A claim, and the year of its volunteer that it falls into."""

    row: ExpenseRow
    year: VolunteerYear | None


def list_expenses(
    connection: Connection, which: ExpenseList, *, typed: str = ""
) -> tuple[ExpenseRow, ...]:
    """Answer the claims of a list: what is to be done oldest first, what is done newest first."""
    is_open = which in {ExpenseList.TO_DECIDE, ExpenseList.TO_PAY}
    found = _rows(connection, _LISTED if is_open else _NEWEST, {"state": _STATES[which].value})
    words = fold(typed).split()
    return tuple(row for row in found if all(word in fold(row.name) for word in words))


def expense_card(connection: Connection, expense_id: UUID) -> ExpenseCard | None:
    """Answer one claim; None for one that is not known here."""
    found = list(_rows(connection, _ONE, {"expense_id": expense_id}))
    if not found:
        return None
    row = found[0]
    return ExpenseCard(row, year_of(connection, row.visitor_id, row.day.year))


def expenses_of(
    connection: Connection, person_id: UUID, first: date, last: date
) -> tuple[ExpenseRow, ...]:
    """Answer the claims of a volunteer in a period, newest first."""
    values = {"person_id": person_id, "first": first, "last": last}
    return tuple(_rows(connection, _OF_PERSON, values))


def payments(connection: Connection) -> tuple[PaymentRow, ...]:
    """Answer what is to be paid to whom: approved claims added up, by name."""
    by_person: dict[tuple[UUID, str], list[ExpenseRow]] = {}
    for row in list_expenses(connection, ExpenseList.TO_PAY):
        by_person.setdefault((row.visitor_id, row.currency), []).append(row)
    found = (_payment(rows) for rows in by_person.values())
    return tuple(sorted(found, key=lambda one: (fold(one.name), one.id)))


def _payment(rows: list[ExpenseRow]) -> PaymentRow:
    first = rows[0]
    lump = sum(row.amount for row in rows if row.kind == "lump")
    whole = sum(row.amount for row in rows)
    return PaymentRow(
        first.visitor_id,
        first.name,
        len(rows),
        whole - lump,
        lump,
        first.currency,
        first.address_protected,
    )


def office_currency(connection: Connection) -> str:
    """Answer the currency in which the office pays."""
    from app.expenses.rates import tariff_of  # noqa: PLC0415 - reads files

    return tariff_of(home_country(connection)).currency


def _rows(
    connection: Connection, question: Select[*tuple[Any, ...]], values: dict[str, object]
) -> Iterator[ExpenseRow]:
    for row in connection.execute(question, values):
        *plain, given, family, protected, mine = row
        yield ExpenseRow._make((*plain, full_name(given, family), bool(protected), bool(mine)))
