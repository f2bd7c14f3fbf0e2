"""A series is changed from a day on, or as a whole, together with those that follow it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from sqlalchemy import select

from app.errors import N_, Problem, Refused
from app.visiting.series.chain import chain_of, end_in_chain, first_from, next_day
from app.visiting.series.ledger import Ledger
from app.visiting.series.making import (
    InLine,
    bring_in_line,
    first_open_day,
    horizon,
    visits_from,
)
from app.visiting.series.resting import RestCheck, rest_with, rests_of, within_pauses
from app.visiting.series.settling import finish, together
from app.visiting.series.standard import standard_of, write_plan
from db.series import VisitSeries
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.office import Act
    from app.visiting.series.rules import SeriesPlan
    from app.visiting.series.settling import SavedSeries
    from app.visiting.series.standard import Standard
    from db.people import Person

BEFORE_THE_LAST = N_(
    "The series has a visit on {day:%d.%m.%Y} that does not change. Please choose a later day."
)
_DAY = timedelta(days=1)


class Part(NamedTuple):
    """One series of those that change, and what it was before."""

    series: VisitSeries
    before: Standard
    rows: list[Visit]
    start: date
    """The first day of its rhythm that changes."""


class Change:
    """One change of a series and of those that belong to it."""

    def __init__(self, act: Act, person: Person, plan: SeriesPlan) -> None:
        """Change the visits of a person to a checked plan."""
        self._act, self._person, self._plan = act, person, plan
        self._ledger = Ledger(act)
        self._first = plan.starts_on or act.local_now.date()

    def of_all(self, series: VisitSeries) -> SavedSeries:
        """Change all visits ahead, also those of the series before and after this one."""
        chain = chain_of(self._act, series)
        parts = [self._part(one, next_day(self._act, one)) for one in chain]
        at = chain.index(series)
        _refuse_earlier(self._act, series, parts[at].start, self._first)
        return self._carry_out(parts, at)

    def of_following(self, series: VisitSeries, from_day: date) -> SavedSeries:
        """Change the visits from a day on, and those of every series that follows."""
        start = max(from_day, first_open_day(self._act, series))
        _refuse_earlier(self._act, series, start, self._first)
        chain = chain_of(self._act, series)
        later = chain[chain.index(series) + 1 :]
        part = self._part(series, start, also_moved=False)
        if series.starts_on < start:
            part = part._replace(series=self._split(series, start))
            for one in later:
                if one.follows_series_id == series.id:
                    self._ledger.keep(one)
                    one.follows_series_id = part.series.id
        return self._carry_out(
            [part, *(self._part(one, next_day(self._act, one)) for one in later)], 0
        )

    def _part(self, series: VisitSeries, start: date, *, also_moved: bool = True) -> Part:
        self._ledger.keep(series)
        rows = visits_from(self._act, series.id, start, also_moved=also_moved)
        return Part(series, standard_of(series), rows, start)

    def _split(self, series: VisitSeries, start: date) -> VisitSeries:
        """End a series before a day, and answer the one that follows it."""
        following = VisitSeries(
            id=uuid4(),
            follows_series_id=series.id,
            until=series.until,
            made_until=horizon(self._act),
            paused_from=series.paused_from,
            paused_until=series.paused_until,
        )
        series.until = start - _DAY
        self._ledger.add(following)
        return following

    def _carry_out(self, parts: Sequence[Part], at: int) -> SavedSeries:
        """Write the plan into every series and let the visits follow; `at` is the one meant."""
        ends, bound = self._ends([part.series for part in parts], at), date.min
        lines = []
        for place, (part, until) in enumerate(zip(parts, ends, strict=True)):
            first = self._first
            if place != at:
                # Before the first changed visit its rhythm is thought back.
                least = bound if place < at else max(bound, self._first)
                first = first_from(self._plan, max(least, first_open_day(self._act, part.series)))
            lines.append(self._bring_in_line(part, first, until))
            bound = until + _DAY if until is not None else bound
        series = parts[at].series
        check = RestCheck(
            rests_of(self._act, self._person, series),
            others_come=self._plan.goes_on,
            until=parts[-1].before.rhythm.until,
        )
        return finish(self._act, self._ledger, series, self._person, together(lines), check)

    def _ends(self, chain: Sequence[VisitSeries], at: int) -> list[date | None]:
        """Answer the last day of each series: those before end where the changed one begins."""
        until = self._plan.until
        keeps = until == chain[at].until
        ends = [one.until if keeps else end_in_chain(one, chain, until) for one in chain]
        before = self._first - _DAY
        return [min(end or before, before) for end in ends[:at]] + ends[at:]

    def _bring_in_line(self, part: Part, first: date, until: date | None) -> InLine:
        act, (series, before, rows, start) = self._act, part
        write_plan(series, replace(self._plan, until=until), self._person.id, first)
        left_out = None
        if self._plan.goes_on:
            rests = rests_of(act, self._person, series)
            rest_with(series, rests, act.local_now.date())
            left_out = within_pauses(rests)
        act.session.flush()
        return bring_in_line(act, self._ledger, series, before, rows, (start, first), left_out)


def _refuse_earlier(act: Act, series: VisitSeries, start: date, first: date) -> None:
    """Raise `Refused` where the changed visits would begin before one that does not change."""
    earlier = (
        select(Visit.occurs_on)
        .where(Visit.series_id == series.id, Visit.occurs_on < start)
        .order_by(Visit.occurs_on.desc())
        .limit(1)
    )
    day = act.session.scalar(earlier)
    if day is not None and first <= day:
        raise Refused(Problem(BEFORE_THE_LAST, "starts_on", {"day": day}))
