"""When one person is due by a rule: the same reckoning as the question over all people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.preventive.rules.reckoning import birthday_in, due_day, slices
from app.preventive.rules.words import Repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.preventive.rules.periods import Period
    from app.preventive.rules.reckoning import Slice
    from app.preventive.rules.rule import PreventiveRule


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the rules ask about a person."""

    birth: date | None
    lives_alone: bool | None = None
    """None while nobody said; a household says it, too."""
    offers: tuple[tuple[str, date, date], ...] = ()
    """Of each offer the rule, the first day of its period, and the visit or the day due."""
    risks: tuple[tuple[str, date, date | None], ...] = ()
    """Of each risk the code, since when and until when."""


@dataclass(frozen=True, slots=True)
class Coming:
    """One visit that is due and was not offered yet."""

    rule: PreventiveRule
    period_from: date
    due_on: date


def coming(rule: PreventiveRule, period: Period, facts: PersonFacts) -> Iterator[Coming]:
    """Answer what is due to a person by a rule within a period."""
    for part in slices(rule, period):
        if rule.repeats is Repeats.NEED:
            yield from _at_risk(rule, part, facts)
        elif facts.birth is not None and not (rule.lives_alone and facts.lives_alone is False):
            yield from _of_age(rule, part, facts, facts.birth)


def _of_age(rule: PreventiveRule, part: Slice, facts: PersonFacts, birth: date) -> Iterator[Coming]:
    first_day, age = date(part.year, 1, 1), part.year - birth.year
    mine = [offer for offer in facts.offers if offer[0] == rule.code]
    if rule.repeats is Repeats.ONCE:
        fits, last = age == rule.least_age, None
    else:
        fits = age >= (rule.least_age or 0)
        fits = fits and (rule.most_age is None or age <= rule.most_age)
        last = _last(mine, part.year)
    fits = fits and all(offer[1] != first_day for offer in mine)
    day = due_day(rule, part.year, birth, last=last)
    within = part.moved(rule.after_days)
    if fits and within.first <= day <= within.last:
        yield Coming(rule, first_day, day)


def _last(mine: list[tuple[str, date, date]], year: int) -> date | None:
    """Answer the visit of the year before, or of the one before that, held or due."""
    known = {period: last for _code, period, last in mine}
    return known.get(date(year - 1, 1, 1)) or known.get(date(year - 2, 1, 1))


def _at_risk(rule: PreventiveRule, part: Slice, facts: PersonFacts) -> Iterator[Coming]:
    for code, since, until in facts.risks:
        if (
            code in rule.risks
            and part.first <= since <= part.last
            and is_at_risk(rule, since, until, facts.birth)
            and (rule.code, since) not in {offer[:2] for offer in facts.offers}
        ):
            yield Coming(rule, since, due_day(rule, part.year, facts.birth, since=since))


def is_at_risk(rule: PreventiveRule, since: date, until: date | None, birth: date | None) -> bool:
    """Answer whether a risk calls for a visit: it lasts until then, at an age of the rule."""
    if until is not None and until < due_day(rule, since.year, birth, since=since):
        return False
    if rule.least_age is None and rule.most_age is None:
        return True
    if birth is None:
        return False
    years = since.year - birth.year - (birthday_in(birth, since.year) > since)
    return (rule.least_age is None or years >= rule.least_age) and (
        rule.most_age is None or years <= rule.most_age
    )
