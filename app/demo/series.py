"""Series of visits in the demo office: the matches that run meet regularly."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.demo.chance import Chance
from app.errors import Refused
from app.matches.rules import MatchStage
from app.visiting.series.actions import pause_series, plan_series
from app.visiting.series.queries import series_start
from app.visiting.series.rules import Frequency, OnHolidays, SeriesPlan
from db.matches import Match

if TYPE_CHECKING:
    from app.demo.rules import DemoPlan
    from app.office import Act
    from app.visiting.series.queries import SeriesStart

_VISITING = (MatchStage.TRIAL.value, MatchStage.RUNNING.value)
_MATCHES = (
    select(Match.person_id, Match.visitor_id)
    .where(Match.stage.in_(_VISITING))
    .order_by(Match.proposed_on, Match.id)
)


def add_demo_series(act: Act, plan: DemoPlan) -> int:
    """Plan a series for each match that runs; answer how many."""
    made = 0
    for number, (person, visitor) in enumerate(act.session.execute(_MATCHES).all()):
        chance = Chance(plan.seed, plan.country, "series", number)
        start = series_start(act.session.connection(), person, visitor)
        if start is not None and _plan(act, plan, chance, start, number):
            made += 1
    return made


def _plan(act: Act, plan: DemoPlan, chance: Chance, start: SeriesStart, number: int) -> bool:
    """Plan visits at the first hour that is free; answer whether there is one."""
    weekday = start.weekday or 1 + number % 5
    first = plan.today + timedelta(days=(weekday - plan.today.isoweekday() - 1) % 7 + 1)
    for hour in (start.start or time(14), time(15, 30), time(10), time(11, 30)):
        begins = datetime.combine(first, hour)
        wished = SeriesPlan(
            start.person_id,
            start.visitor_id,
            start.visitor,
            first,
            begins.time(),
            (begins + timedelta(minutes=start.minutes)).time(),
            kind=start.kind,
            frequency=_frequency(start, number),
            monthly_by="weekday" if _frequency(start, number) == Frequency.MONTHLY else "",
            on_holidays=OnHolidays.ASK if number == 0 else OnHolidays.SKIP,
        )
        try:
            with act.session.begin_nested():
                saved = plan_series(act, chance.key(number / 100), wished)
        except Refused:
            continue
        if number == 1:
            rests = first + timedelta(days=14)
            pause_series(act, saved.id, saved.version, rests, rests + timedelta(days=13))
        return True
    return False


def _frequency(start: SeriesStart, number: int) -> str:
    return Frequency.WEEKLY if number == 0 else start.frequency
