"""A claim as its form has it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.expenses.rules.words import Spent
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from app.expenses.rules.rates import Tariff

NO_VOLUNTEER = N_("Please choose the volunteer.")
NO_DAY = N_("Please say on which day.")
IN_FUTURE = N_("This day has not come yet. Enter it when it is done.")
NOT_OFFERED = N_("This is not offered any more. Please choose again.")
NO_KILOMETRES = N_("Please enter how many kilometres it was.")
NO_AMOUNT = N_("Please enter how much it was.")
NOT_ABOVE_ZERO = N_("Please enter a number above 0.")
TOO_FAR = N_("This is very far for one day: at most {most} kilometres can be entered.")
TOO_MUCH = N_("This is very much for one claim: at most {most} can be entered.")
NO_RATE = N_(
    "No rate for kilometres is known for {day:%d.%m.%Y}. Rates are known for {known}; enter the "
    "claim as tickets or as something bought, or ask for a newer program."
)
NO_ALLOWANCE = N_("Please choose which allowance the lump sum belongs to.")
NO_SUCH_ALLOWANCE = N_("On {day:%d.%m.%Y} there was no such allowance. Please choose again.")
NO_PLACE = N_("Please say from where to where: the tax office asks for it.")


@dataclass(frozen=True, slots=True)
class ExpenseDetails:
    """A claim as the form has it; `None` is not filled in."""

    visitor_id: UUID | None = None
    """The person who volunteers."""
    day: date | None = None
    what: str = Spent.KILOMETRES
    """See `Spent`."""
    kilometres: int | None = None
    """Tenths of a kilometre; of ways by car only."""
    amount: int | None = None
    """Cents; of a way by car it is reckoned from the kilometres."""
    allowance: str = ""
    """Of lump sums only."""
    purpose: str = ""
    from_place: str = ""
    to_place: str = ""
    has_receipt: bool = False
    visit_id: UUID | None = None
    """The visit it was for: then nobody has to say from where to where."""


def check_expense(details: ExpenseDetails, tariff: Tariff, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a claim, field by field; the rates of its own day count."""
    return (
        *_whose(details),
        *_day(details, tariff, today),
        *_size(details, tariff, today),
        *_words(details),
    )


def _whose(details: ExpenseDetails) -> Iterator[Problem]:
    if details.visitor_id is None:
        yield Problem(NO_VOLUNTEER, "visitor_id")
    if details.what not in set(Spent):
        yield Problem(NOT_OFFERED, "what")


def _day(details: ExpenseDetails, tariff: Tariff, today: date) -> Iterator[Problem]:
    day = details.day
    if day is None:
        yield Problem(NO_DAY, "day")
    elif day > today:
        yield Problem(IN_FUTURE, "day")
    elif details.what == Spent.KILOMETRES and tariff.rate_on(day) is None:
        yield Problem(NO_RATE, "day", {"day": day, "known": known_rates(tariff)})


def known_rates(tariff: Tariff) -> str:
    """Answer for which years rates are known, such as "2023–2026"."""
    first = min(rate.valid_from.year for rate in tariff.kilometre)
    last = max((rate.valid_until.year if rate.valid_until else 0) for rate in tariff.kilometre)
    is_open = any(rate.valid_until is None for rate in tariff.kilometre)
    return f"{first}–" if is_open else f"{first}–{last}"


def _size(details: ExpenseDetails, tariff: Tariff, today: date) -> Iterator[Problem]:
    day = details.day or today
    limit = tariff.limit_on(day)
    if details.what == Spent.KILOMETRES:
        yield from _number(
            details.kilometres, "kilometres", NO_KILOMETRES, TOO_FAR, limit.kilometres // 10, 10
        )
        return
    most = limit.amount // 100
    yield from _number(details.amount, "amount", NO_AMOUNT, TOO_MUCH, most, 100, tariff.currency)
    if details.what == Spent.LUMP:
        codes = {one.code for one in tariff.allowances_on(day)}
        if not details.allowance:
            yield Problem(NO_ALLOWANCE, "allowance")
        elif details.allowance not in codes:
            yield Problem(NO_SUCH_ALLOWANCE, "allowance", {"day": day})


def _number(
    value: int | None, field: str, missing: str, huge: str, most: int, parts: int, unit: str = ""
) -> Iterator[Problem]:
    if value is None:
        yield Problem(missing, field)
    elif value <= 0:
        yield Problem(NOT_ABOVE_ZERO, field)
    elif value > most * parts:
        yield Problem(huge, field, {"most": f"{most} {unit}".strip()})


def _words(details: ExpenseDetails) -> Iterator[Problem]:
    is_free = details.visit_id is None
    is_way = details.what == Spent.KILOMETRES
    needs_purpose = is_free and details.what != Spent.LUMP
    yield from check_text(details.purpose, "purpose", longest=NAME_LENGTH, required=needs_purpose)
    for field in ("from_place", "to_place"):
        value: str = getattr(details, field)
        if is_free and is_way and not value.strip():
            yield Problem(NO_PLACE, field)
        else:
            yield from check_text(value, field, longest=NAME_LENGTH)
