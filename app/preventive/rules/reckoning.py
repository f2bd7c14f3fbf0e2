"""Reckoning when somebody is due: birthdays in a period, the day, and the day after that."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.preventive.rules.periods import Period
from app.preventive.rules.words import Repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.preventive.rules.rule import PreventiveRule

_FEBRUARY, _LEAP_DAY = 2, 29


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a period within one calendar year: the days on which birthdays count."""

    first: date
    last: date

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.first.year

    @property
    def is_whole_year(self) -> bool:
        """Whether every birthday of the year counts."""
        return (self.first, self.last) == (date(self.year, 1, 1), date(self.year, 12, 31))

    def born(self, age: int) -> Period:
        """Answer the days on which those are born who reach an age within it."""
        last, year = self.last, self.last.year - age
        if (last.month, last.day) == (_FEBRUARY, _LEAP_DAY) and not isleap(year):
            last = last.replace(day=_LEAP_DAY - 1)
        return Period(_begin(self.first, self.first.year - age), last.replace(year=year))

    def moved(self, days: int) -> Slice:
        """Answer the days so many days later."""
        after = timedelta(days=days)
        return Slice(self.first + after, self.last + after)

    def begins_at(self) -> int:
        """Answer month times 100 plus day of the first birthday that counts."""
        is_march = (self.first.month, self.first.day) == (_FEBRUARY + 1, 1)
        if is_march and not isleap(self.year):
            # Those born on 29 February have their birthday today.
            return _FEBRUARY * 100 + _LEAP_DAY
        return _number(self.first)

    def ends_at(self) -> int:
        """Answer month times 100 plus day of the last birthday that counts."""
        return _number(self.last)


def slices(rule: PreventiveRule, period: Period) -> Iterator[Slice]:
    """Answer the parts of a period in which a rule holds, moved back by its days."""
    first = max(period.first, rule.valid_from)
    last = min(period.last, rule.valid_until or period.last)
    if last < first:
        return
    back = timedelta(days=rule.after_days)
    first, last = first - back, last - back
    for year in range(first.year, last.year + 1):
        yield Slice(max(first, date(year, 1, 1)), min(last, date(year, 12, 31)))


def birthday_in(birth: date, year: int) -> date:
    """Answer the birthday in a year; born on 29 February, it is 1 March of other years."""
    if (birth.month, birth.day) == (_FEBRUARY, _LEAP_DAY) and not isleap(year):
        return date(year, _FEBRUARY + 1, 1)
    return birth.replace(year=year)


def due_day(
    rule: PreventiveRule,
    year: int,
    birth: date | None,
    *,
    since: date | None = None,
    last: date | None = None,
) -> date:
    """Answer the day on which a visit is due.

    `since` is when a risk began; `last` when a yearly visit was last made or due: the next one
    is due a year later, unless that is before the year.
    """
    after = timedelta(days=rule.after_days)
    if rule.repeats is Repeats.NEED and since is not None:
        return since + after
    if rule.repeats is Repeats.YEARLY and last is not None and last.year >= year - 1:
        return birthday_in(last, last.year + 1)
    return birthday_in(birth or date(year, 1, 1), year) + after


def next_due(rule: PreventiveRule, due_on: date, visited_on: date | None) -> date | None:
    """Answer when the rule asks again: a year after the visit or its day; None for never."""
    if rule.repeats is not Repeats.YEARLY:
        return None
    last = visited_on or due_on
    return birthday_in(last, last.year + 1)


def _begin(day: date, year: int) -> date:
    """Answer the same day of another year, 29 February among 1 March of ordinary years."""
    if (day.month, day.day) == (_FEBRUARY, _LEAP_DAY) and not isleap(year):
        return date(year, _FEBRUARY + 1, 1)
    if (day.month, day.day) == (_FEBRUARY + 1, 1) and not isleap(day.year) and isleap(year):
        return date(year, _FEBRUARY, _LEAP_DAY)
    return day.replace(year=year)


def _number(day: date) -> int:
    return day.month * 100 + day.day
