"""The columns of claims, and of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.expenses.rates import tariff_of
from resources.text import _
from ui import formats
from ui.expenses.words import (
    claim_line,
    kind_words,
    money_words,
    route_words,
    spent_words,
    state_words,
    way_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.expenses.queries import ExpenseRow, PaymentRow


def expense_columns() -> RowColumns[ExpenseRow]:
    """Answer all columns of claims in the language of the window."""
    name = Column(_("Volunteer"), _name, width="stretch", quiet=claim_line, least=190)
    amount = Column(_("Amount"), _amount, width=156, quiet=_kind, align="right")
    columns: tuple[RowColumn[ExpenseRow], ...] = (
        RowColumn("name", _("Volunteer"), _name, shown=name),
        RowColumn("day", _("Day"), _day, 110),
        RowColumn("amount", _("Amount"), _amount_number, shown=amount),
        RowColumn("currency", _("Currency"), _currency, 80),
        RowColumn("kind", _("How it is paid"), _kind, 130),
        RowColumn("what", _("What it is for"), _what, 150),
        RowColumn("kilometres", _("Kilometres"), _kilometres, 110),
        RowColumn("route", _("From – to"), route_words, 180, reveals_address=True),
        RowColumn("purpose", _("Purpose"), _purpose, 180),
        RowColumn("receipt", _("Receipt"), _receipt, 100),
        RowColumn("state", _("State"), _state, 110),
        RowColumn("submitted", _("Submitted by"), _submitted, 150),
        RowColumn("decided", _("Decided by"), _decided, 150),
        RowColumn("reason", _("Reason"), _reason, 180),
        RowColumn("paid", _("Paid on"), _paid, 110),
    )
    return RowColumns(columns, ("name", "day", "amount"))


def payment_columns() -> RowColumns[PaymentRow]:
    """Answer all columns of the payment list."""
    columns: tuple[RowColumn[PaymentRow], ...] = (
        RowColumn("name", _("Volunteer"), _name),
        RowColumn("claims", _("Claims"), _claims, 90),
        RowColumn("actual", _("Actual cost"), _actual, 120),
        RowColumn("lump", _("Lump sum"), _lump, 120),
        RowColumn("amount", _("To be paid"), _amount_number, 120),
        RowColumn("currency", _("Currency"), _currency, 80),
    )
    return RowColumns(columns, ("name", "claims", "actual", "lump", "amount", "currency"))


def allowance_words(country: str, code: str, day: date) -> str:
    """Answer the allowance that a lump sum counts towards."""
    known = {one.code: one.title for one in tariff_of(country).allowances_on(day)}
    return _(known[code]) if code in known else code


def _name(row: ExpenseRow | PaymentRow) -> str:
    return row.name


def _day(row: ExpenseRow) -> date:
    return row.day


def _amount(row: ExpenseRow) -> str:
    return money_words(row.amount, row.currency)


def _amount_number(row: ExpenseRow | PaymentRow) -> str:
    return formats.show_number(row.amount / 100, 2)


def _currency(row: ExpenseRow | PaymentRow) -> str:
    return row.currency


def _kind(row: ExpenseRow) -> str:
    return kind_words(row.kind)


def _what(row: ExpenseRow) -> str:
    return spent_words(row.what)


def _kilometres(row: ExpenseRow) -> str:
    return way_words(row.kilometres) if row.kilometres else ""


def _purpose(row: ExpenseRow) -> str:
    return row.purpose


def _receipt(row: ExpenseRow) -> str:
    return _("Seen") if row.has_receipt else ""


def _state(row: ExpenseRow) -> str:
    return state_words(row.state)


def _submitted(row: ExpenseRow) -> str:
    return row.submitted_by


def _decided(row: ExpenseRow) -> str:
    return row.decided_by


def _reason(row: ExpenseRow) -> str:
    return row.reason


def _paid(row: ExpenseRow) -> date | None:
    return row.paid_on


def _claims(row: PaymentRow) -> int:
    return row.claims


def _actual(row: PaymentRow) -> str:
    return formats.show_number(row.actual / 100, 2)


def _lump(row: PaymentRow) -> str:
    return formats.show_number(row.lump / 100, 2)
