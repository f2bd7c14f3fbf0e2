"""How money and hours are said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.errors import Problem
from app.expenses.rules import (
    KIND_LABELS,
    SPENT_LABELS,
    STATE_LABELS,
    Cents,
    ExpenseKind,
    ExpenseState,
    Spent,
)
from resources.text import _, say
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.expenses.queries import ExpenseRow

_SIGNS = {"EUR": "€", "DKK": "kr."}
_STATE_TONES = {
    ExpenseState.SUBMITTED: "attention",
    ExpenseState.APPROVED: "primary",
    ExpenseState.REJECTED: "danger",
    ExpenseState.PAID: "done",
}


def money_words(cents: int, currency: str) -> str:
    """Answer an amount: "12,50 €", "12,50 kr."."""
    return f"{formats.show_number(cents / 100, 2)} {_SIGNS.get(currency, currency)}"


def way_words(tenths: int) -> str:
    """Answer a distance: "12,4 km"."""
    return _("{number} km").format(number=formats.show_number(tenths / 10, 1))


def hours_words(minutes: int) -> str:
    """Answer a time: "2:30 h"."""
    return _("{hours} h").format(hours=f"{minutes // 60}:{minutes % 60:02}")


def state_words(state: str) -> str:
    """Answer how far a claim has come."""
    return _(STATE_LABELS[ExpenseState(state)])


def state_tone(state: str) -> str:
    """Answer the tone in which a state is shown."""
    return _STATE_TONES[ExpenseState(state)]


def kind_words(kind: str) -> str:
    """Answer whether actual cost or a lump sum is paid."""
    return _(KIND_LABELS[ExpenseKind(kind)])


def spent_words(what: str) -> str:
    """Answer what a claim is for."""
    return _(SPENT_LABELS[Spent(what)])


def options(labels: Mapping[Any, str], *first: tuple[str, str]) -> list[tuple[str, str]]:
    """Answer codes with their words, as a choice offers them."""
    return [*first, *((str(code), _(words)) for code, words in labels.items())]


def route_words(row: ExpenseRow) -> str:
    """Answer from where to where a way went; "" where nobody said it."""
    return " – ".join(filter(None, (row.from_place, row.to_place)))


def claim_line(row: ExpenseRow) -> str:
    """Answer in one line what a claim is for."""
    what = way_words(row.kilometres) if row.kilometres else spent_words(row.what)
    return " · ".join(filter(None, (what, route_words(row), row.purpose)))


def remark_words(problem: Problem, currency: str) -> str:
    """Answer a remark on a year, with amounts and days as people write them."""
    values = {name: _value(value, currency) for name, value in problem.values.items()}
    return say(Problem(problem.message, problem.field, values))


def _value(value: object, currency: str) -> object:
    if isinstance(value, Cents):
        return money_words(value, currency)
    return formats.show_day(value) if isinstance(value, date) else value
