"""Claims and typed hours of the volunteers of the demo office."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.demo.chance import Chance
from app.demo.rules import Country
from app.expenses.actions import (
    approve_expenses,
    note_hours,
    pay_expenses,
    reject_expense,
    submit_expense,
)
from app.expenses.rates import tariff_of
from app.expenses.rules import ExpenseDetails, HoursDetails, Spent
from app.letters.composing.states import choose_state
from db.expenses import Expense
from db.volunteers import Volunteer
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.expenses.rules.rates import Tariff
    from app.office import Act

MOST = 14
"""Volunteers of the demo office who have claims."""
_WHO = (
    select(Volunteer.person_id)
    .where(Volunteer.active_from.is_not(None), Volunteer.left_on.is_(None))
    .order_by(Volunteer.person_id)
    .limit(MOST)
)
_OLDEST = 70
"""Days."""
_PAID_AFTER, _APPROVED_AFTER = 35, 18
"""Days after which a claim was paid, or at least decided."""


def add_demo_expenses(act: Act, plan: DemoPlan) -> int:
    """Write claims and hours; answer how many claims."""
    words = tomllib.loads(read_text("demo", "expenses.toml"))[plan.country.language]
    if plan.country is Country.GERMANY:
        choose_state(act, "NW")
    made, tariff = 0, tariff_of(plan.country)
    for number, person_id in enumerate(act.session.scalars(_WHO).all()):
        chance = Chance(plan.seed, plan.country, "expenses", number)
        for place, details in enumerate(_claims(plan, chance, words, person_id, number)):
            key = chance.key((number + place / 8) / MOST)
            submit_expense(act, _with_known_rate(details, tariff), key)
            act.session.flush()
            _decide(act, plan, chance, key, words)
            made += 1
        if chance.often(0.6):
            day = _day(plan, chance)
            minutes, activity = chance.pick((60, 90, 120)), chance.pick(words["activities"])
            hours = HoursDetails(person_id, day, minutes, activity)
            note_hours(act, chance.key((number + 0.9) / MOST), hours)
    return made


def _with_known_rate(details: ExpenseDetails, tariff: Tariff) -> ExpenseDetails:
    """Answer a claim, of a day whose rates are not known yet as a fare."""
    day = details.day
    if details.what != Spent.KILOMETRES or day is None or tariff.rate_on(day) is not None:
        return details
    return replace(details, what=Spent.FARE, kilometres=None, amount=10 * (details.kilometres or 0))


def _day(plan: DemoPlan, chance: Chance) -> date:
    """Answer a day of this year that has been."""
    first = plan.today.replace(month=1, day=1)
    ago = 1 + int(chance.random() * _OLDEST)
    return max(first, plan.today - timedelta(days=ago))


def _claims(
    plan: DemoPlan, chance: Chance, words: dict[str, Any], person_id: UUID, number: int
) -> Iterator[ExpenseDetails]:
    for _claim in range(2 + number % 3):
        what = chance.weighted((Spent.KILOMETRES, Spent.FARE, Spent.OUTLAY), (5, 3, 2))
        day = _day(plan, chance)
        if what is Spent.KILOMETRES:
            here, there = chance.sample(words["places"], 2)
            yield ExpenseDetails(
                person_id,
                day,
                what,
                kilometres=20 + int(chance.random() * 300),
                purpose=chance.pick(words["purposes"]),
                from_place=here,
                to_place=f"{there}, {here}",
            )
            continue
        purpose = chance.pick(words["fares" if what is Spent.FARE else "bought"])
        cents = 10 * int(25 + chance.random() * 150)
        yield ExpenseDetails(
            person_id, day, what, amount=cents, purpose=purpose, has_receipt=chance.often(0.8)
        )
    if number % 5 == 0:
        allowance = words["allowances"][number // 5 % len(words["allowances"])]
        day, amount = _day(plan, chance), 8_000 * (1 + 5 * (number % 2) + number)
        yield ExpenseDetails(person_id, day, Spent.LUMP, amount=amount, allowance=allowance)


def _decide(act: Act, plan: DemoPlan, chance: Chance, key: UUID, words: dict[str, Any]) -> None:
    """Let a claim go as far as one of its age would have."""
    row = act.session.get_one(Expense, key)
    age = (plan.today - row.day).days
    if age < _APPROVED_AFTER:
        return
    if row.what == Spent.FARE and not row.has_receipt and chance.often(0.5):
        reject_expense(act, key, row.version, words["reason"])
        return
    approve_expenses(act, [(key, row.version)])
    act.session.flush()
    if age > _PAID_AFTER:
        pay_expenses(act, [(key, row.version)], row.day + timedelta(days=_PAID_AFTER))
