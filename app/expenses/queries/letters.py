"""What letters about hours and ways say of a period, in the language of the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.clients.queries import home_country
from app.errors import N_, Problem, Refused
from app.expenses.queries.claims import expenses_of
from app.expenses.queries.year import sums_of
from app.expenses.rates import tariff_of
from app.expenses.rules import ExpenseKind, ExpenseState, Spent
from app.letters.composing.queries import writing_occasion
from resources.text import LANGUAGES, catalogue

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.expenses.queries.claims import ExpenseRow

CERTIFICATE = "hours_certificate"
VOUCHER = "driving_voucher"
_COUNTED = (ExpenseState.SUBMITTED, ExpenseState.APPROVED, ExpenseState.PAID)
_DAYS_OF_WEEK = 7
_SIGNS = {"EUR": "€", "DKK": "kr."}

NO_DAYS = N_("Please say from which day until which day.")
ENDS_BEFORE = N_("The last day is before the first.")
NO_HOURS = N_("There are no hours in this period. Choose another one.")
NO_WAYS = N_("There are no ways by car in this period. Choose another one.")
VISITS = N_("Visits to older people")
ONLY_COST = N_("none; only actual cost is paid back")
NOTHING_PAID = N_("none")
LUMP_PAID = N_("lump sum of {amount} in this period")
WAY = N_("{day}: {route}, {number} km ({purpose})")
VISITING = N_("visit")


class LetterOfPeriod(NamedTuple):
    """A letter to begin: its template, and what stands in its fields."""

    person_id: UUID
    template: str
    typed: tuple[tuple[str, str], ...]


def letter_of_period(
    connection: Connection,
    person_id: UUID,
    template: str,
    first: date | None,
    last: date | None,
    today: date,
) -> LetterOfPeriod:
    """Answer what an hours certificate or a driving voucher says of a period.

    Raises `Refused` for a period that ends before it begins or in which nothing happened, and
    for a person to whom no letter can be written.
    """
    if first is None or last is None:
        raise Refused(Problem(NO_DAYS, "first" if first is None else "last"))
    if last < first:
        raise Refused(Problem(ENDS_BEFORE, "last"))
    occasion = writing_occasion(connection, person_id, template, today)
    language = occasion.settled.language
    language = language if language in LANGUAGES else "en"
    if template == CERTIFICATE:
        typed = _certificate(connection, person_id, (first, last), language)
    else:
        typed = _voucher(connection, person_id, (first, last), language)
    return LetterOfPeriod(person_id, template, tuple(typed.items()))


def _certificate(
    connection: Connection, person_id: UUID, period: tuple[date, date], language: str
) -> dict[str, str]:
    sums = sums_of(connection, person_id, *period)
    if not sums.minutes:
        raise Refused(Problem(NO_HOURS, "first"))
    weeks = ((period[1] - period[0]).days + 1) / _DAYS_OF_WEEK
    others = list(dict.fromkeys(row.activity for row in sums.typed))
    tasks = [_say(VISITS, language)] if sums.visits else []
    lump = sums.amount(ExpenseKind.LUMP, *_COUNTED)
    actual = sums.amount(ExpenseKind.ACTUAL, *_COUNTED)
    paid = _say(ONLY_COST if actual else NOTHING_PAID, language)
    if lump:
        currency = tariff_of(home_country(connection)).currency
        amount = _money(lump, currency, language)
        paid = _say(LUMP_PAID, language).format(amount=amount)
    return {
        "activity": ", ".join((*tasks, *others)),
        "period": f"{_day(period[0], language)} – {_day(period[1], language)}",
        "hours": _number(sums.minutes / 60, 1, language),
        "weekly_hours": _number(sums.minutes / 60 / max(weeks, 1), 1, language),
        "allowance": paid,
    }


def _voucher(
    connection: Connection, person_id: UUID, period: tuple[date, date], language: str
) -> dict[str, str]:
    rows = [
        row
        for row in expenses_of(connection, person_id, *period)
        if row.what == Spent.KILOMETRES and row.state != ExpenseState.REJECTED
    ][::-1]
    if not rows:
        raise Refused(Problem(NO_WAYS, "first"))
    currency = rows[0].currency
    rates = dict.fromkeys(_money(row.rate, currency, language) for row in rows)
    purposes = dict.fromkeys(row.purpose or _say(VISITING, language) for row in rows)
    days = [_day(day, language) for day in dict.fromkeys((rows[0].day, rows[-1].day))]
    return {
        "trip": "; ".join(_way(row, language) for row in rows),
        "trip_day": " – ".join(days),
        "trip_reason": ", ".join(purposes),
        "kilometres": _number(sum(row.kilometres for row in rows) / 10, 1, language),
        "rate": ", ".join(rates),
        "amount": _money(sum(row.amount for row in rows), currency, language),
    }


def _way(row: ExpenseRow, language: str) -> str:
    route = " – ".join(filter(None, (row.from_place, row.to_place)))
    purpose = row.purpose or _say(VISITING, language)
    return _say(WAY, language).format(
        day=_day(row.day, language),
        route=route or purpose,
        number=_number(row.kilometres / 10, 1, language),
        purpose=purpose,
    )


def _say(sentence: str, language: str) -> str:
    return catalogue(language).gettext(sentence)


def _day(day: date, language: str) -> str:
    from forms.dates import plain_day  # noqa: PLC0415 - only for letters

    return plain_day(day, language)


def _number(number: float, digits: int, language: str) -> str:
    text = f"{number:,.{digits}f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _money(cents: int, currency: str, language: str) -> str:
    return f"{_number(cents / 100, 2, language)} {_SIGNS.get(currency, currency)}"
