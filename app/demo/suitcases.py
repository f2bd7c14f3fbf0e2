"""Suitcases of the demo office: those of the last tours, all of them back."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.demo.chance import Chance
from app.mobile_advice.suitcase.rules import SuitcaseState
from db.suitcase import Suitcase
from db.tours import TourDay

if TYPE_CHECKING:
    from datetime import date

    from app.demo.rules import DemoPlan
    from app.office import Act

_MANY = 3
_SETS_OFF, _COMES_BACK = time(8, 10), time(16, 40)
_LAST = (
    select(TourDay.id, TourDay.day)
    .where(TourDay.day < bindparam("today"), TourDay.vehicle_id.is_not(None))
    .where(TourDay.state == "held")
    .order_by(TourDay.day.desc(), TourDay.id)
    .limit(_MANY)
)


def add_demo_suitcases(act: Act, plan: DemoPlan) -> int:
    """Write the suitcases of the last tours; answer how many."""
    last = act.session.execute(_LAST, {"today": plan.today}).all()
    for number, (tour_day_id, day) in enumerate(last):
        chance = Chance(plan.seed, plan.country, "suitcase", number)
        act.session.add(
            Suitcase(
                id=chance.key(0),
                tour_day_id=tour_day_id,
                file_id=chance.key(0.5).hex,
                made_at=_at(day, _SETS_OFF),
                made_by=act.who,
                expires_at=_at(day + timedelta(days=2), time()),
                state=SuitcaseState.RETURNED,
                ended_at=_at(day, _COMES_BACK),
                ended_by=act.who,
                counts=json.dumps({"person": 3 + chance.about(8)}),
            )
        )
    act.session.flush()
    if last:
        act.touch("suitcase")
    return len(last)


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment).astimezone()
