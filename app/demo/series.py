"""Series of visits in the demo office: the matches that run meet regularly."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.demo.chance import Chance
from app.errors import Refused
from app.matches.rules import MatchStage
from app.visiting.series.actions import pause_series, plan_series
from app.visiting.series.queries import series_start
from app.visiting.series.rules import Frequency, OnHolidays, SeriesPlan
from app.volunteers.rules import AbsenceReason
from db.matches import Match
from db.visiting import Visit
from db.volunteers import Absence, Volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act
    from app.visiting.series.rows import SeriesStart

_VISITING = (MatchStage.TRIAL.value, MatchStage.RUNNING.value)
_MATCHES = (
    select(Match.person_id, Match.visitor_id)
    .where(Match.stage.in_(_VISITING))
    .order_by(Match.proposed_on, Match.id)
)


def add_demo_series(act: Act, plan: DemoPlan) -> int:
    """Plan a series for each match that runs; answer how many visits are planned by that."""
    for number, (person, visitor) in enumerate(act.session.execute(_MATCHES).all()):
        chance = Chance(plan.seed, plan.country, "series", number)
        start = series_start(act.session.connection(), person, visitor)
        if start is not None and _plan(act, plan, chance, start, number) and number == 0:
            _send_away(act, plan, visitor)
    act.session.flush()
    planned = select(func.count()).where(Visit.series_id.is_not(None))
    return act.session.scalar(planned) or 0


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
        made = select(Visit).where(Visit.series_id == saved.id).order_by(Visit.occurs_on)
        for visit in act.session.scalars(made).all():
            # Two demo offices of one plan hold the same keys.
            visit.id = chance.key(chance.random())
        act.session.flush()
        if number == 1:
            rests = first + timedelta(days=14)
            pause_series(act, saved.id, saved.version, rests, rests + timedelta(days=13))
        return True
    return False


def _send_away(act: Act, plan: DemoPlan, visitor: UUID) -> None:
    """Let a volunteer go on holiday, so that somebody else has to come."""
    file = act.session.scalars(select(Volunteer).where(Volunteer.person_id == visitor)).one()
    away = Absence(
        id=Chance(plan.seed, plan.country, "away").key(0.5),
        volunteer_id=file.id,
        from_day=plan.today + timedelta(days=7),
        until_day=plan.today + timedelta(days=27),
        reason=AbsenceReason.HOLIDAY.value,
        note="",
    )
    act.session.add(away)
    act.touch("volunteers", file.id)


def _frequency(start: SeriesStart, number: int) -> str:
    return Frequency.WEEKLY if number == 0 else start.frequency
