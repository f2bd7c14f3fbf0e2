"""Lead times: how many working days lie between a request and the talk, and who is sooner."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from uuid import UUID

_SATURDAY = 6
_MOST = 400
"""Days that are looked through at most; no lead time is longer."""


class Pool(NamedTuple):
    """A pool as the rules look at it."""

    id: UUID
    name: str
    languages: frozenset[str]
    """Empty where it sends any."""
    lead_days: int
    sworn: bool
    valid_from: date

    def speaks(self, language: str) -> bool:
        """Answer whether it sends mediators of a language, whichever variant."""
        return not self.languages or any(is_same_language(language, one) for one in self.languages)

    def serves(self, language: str, day: date, *, sworn: bool) -> bool:
        """Answer whether it can be asked for a talk at all."""
        return self.speaks(language) and (self.sworn or not sworn) and self.valid_from <= day


def is_same_language(one: str, other: str) -> bool:
    """Answer whether two tags are of one language: "ar-SY" is Arabic, too."""
    return one.partition("-")[0].casefold() == other.partition("-")[0].casefold()


def is_working_day(day: date, holidays: Container[date]) -> bool:
    """Answer whether offices work on a day."""
    return day.isoweekday() < _SATURDAY and day not in holidays


def earliest_day(asked_on: date, lead_days: int, holidays: Container[date]) -> date:
    """Answer the first working day of a talk that is asked for on a day.

    So many working days lie after the day of asking; with none of them the talk can be today.
    """
    day, left = asked_on, lead_days
    while left > 0 and day - asked_on < timedelta(days=_MOST):
        day += timedelta(days=1)
        left -= is_working_day(day, holidays)
    return day


def latest_asking(talk_on: date, lead_days: int, holidays: Container[date]) -> date:
    """Answer the last day on which a talk can be asked for in time."""
    day = talk_on
    while talk_on - day < timedelta(days=_MOST):
        if earliest_day(day, lead_days, holidays) <= talk_on:
            return day
        day -= timedelta(days=1)
    return day


def soonest(
    pools: Iterable[Pool],
    asked_on: date,
    wanted: tuple[str, date, bool],
    holidays: Container[date],
) -> tuple[Pool, date] | None:
    """Answer the pool that can come first, and when; `wanted` is language, day and sworn."""
    language, day, sworn = wanted
    found = (
        (earliest_day(asked_on, pool.lead_days, holidays), pool.name, pool)
        for pool in pools
        if pool.serves(language, day, sworn=sworn)
    )
    first = min(found, key=lambda one: one[:2], default=None)
    return (first[2], first[0]) if first is not None else None
