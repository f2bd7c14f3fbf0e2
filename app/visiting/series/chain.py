"""A series and those that follow it since a change for all following visits: one agreement."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.visiting.series.making import first_open_day
from app.visiting.series.rhythm import Rhythm
from app.visiting.series.rules import Frequency
from app.visiting.series.standard import rhythm_of
from db.access import is_known_to_me
from db.series import VisitSeries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.office import Act
    from app.visiting.series.rules import SeriesPlan

_DAY = timedelta(days=1)
_LONGEST_STEP = 62
"""Days from one visit of a rhythm to the next: on every 31st, two months."""


def chain_of(act: Act, series: VisitSeries) -> list[VisitSeries]:
    """Answer a series and all that go before and after it and have days ahead, in their order."""
    found = {series.id: series}
    wanted = {series.id, *_ids(series.follows_series_id)}
    asked: set[UUID] = set()
    while fresh := wanted - asked:
        asked |= fresh
        linked = select(VisitSeries).where(
            or_(VisitSeries.id.in_(fresh), VisitSeries.follows_series_id.in_(fresh)),
            is_known_to_me(VisitSeries.person_id),
        )
        for one in act.session.scalars(linked):
            found[one.id] = one
            wanted |= {one.id, *_ids(one.follows_series_id)}
    today = act.local_now.date()
    open_ones = (one for one in found.values() if one is series or _is_open(one, today))
    return sorted(open_ones, key=lambda one: (one.starts_on, one.until or date.max))


def end_in_chain(one: VisitSeries, chain: Sequence[VisitSeries], last: date | None) -> date | None:
    """Answer the last day of one series of a chain, when the chain ends on a day."""
    if one is chain[-1] or one.until is None:
        return last
    return min(one.until, last or date.max)


def next_day(act: Act, series: VisitSeries) -> date:
    """Answer the first day of the rhythm of a series that is still ahead."""
    open_day = first_open_day(act, series)
    return rhythm_of(series).next_after(open_day - _DAY) or open_day


def first_from(plan: SeriesPlan, day: date) -> date:
    """Answer the first day not before another on which the rhythm of a plan has a visit.

    Also before the first visit of the plan: the rhythm is thought back.
    """
    wanted, frequency = plan.starts_on or day, Frequency(plan.frequency)
    rhythm = Rhythm(frequency, wanted, plan.monthly_by)
    if day >= wanted or frequency is Frequency.AGREED:
        return rhythm.next_after(day - _DAY) or day
    for ahead in range(_LONGEST_STEP):
        first = day + timedelta(days=ahead)
        if wanted in Rhythm(frequency, first, plan.monthly_by).days(wanted, wanted):
            return first
    return wanted


def _is_open(series: VisitSeries, today: date) -> bool:
    return series.until is None or series.until >= max(today, series.starts_on)


def _ids(key: UUID | None) -> set[UUID]:
    return {key} if key is not None else set()
