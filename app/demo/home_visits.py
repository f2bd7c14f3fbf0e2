"""Homes that the advice bus of the demo office visits on the way of its long tour."""

from __future__ import annotations

from contextlib import suppress
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, true

from app.demo.chance import Chance
from app.errors import Refused
from app.mobile_advice.booking.actions import book_appointment
from app.mobile_advice.booking.rules import Booking, Kind, Source
from app.mobile_advice.tours.queries import days_between
from app.mobile_advice.tours.rules import minute_of
from db.areas import Area
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_AHEAD = timedelta(days=35)
_MANY = 1 << 8
"""More than there are visits."""
_ANYWHERE = (
    select(Person.id)
    .where(Person.is_restricted != true(), Person.linked_to.is_(None), Person.status == "active")
    .order_by(Person.id)
    .limit(24)
)
_THERE = _ANYWHERE.join(Area, Area.id == Person.area_id).where(
    Area.name.in_(bindparam("areas", expanding=True))
)


def add_demo_home_visits(act: Act, plan: DemoPlan, known: Mapping[str, Any]) -> int:
    """Book people who live where the long tour ends; answer how many."""
    chance = Chance(plan.seed, plan.country, "home_visits")
    near = list(act.session.scalars(_THERE, {"areas": known["areas"]}))
    people = near or list(act.session.scalars(_ANYWHERE))
    rows = days_between(act.session.connection(), plan.today, plan.today + _AHEAD)
    made = 0
    for row in rows:
        if row.tour == known["tour"]:
            for start in known["starts"]:
                made += 1
                who = chance.pick(people) if people else None
                _visit(act, chance.key(made / _MANY), row.id, who, start)
    return made


def _visit(act: Act, key: UUID, tour_day_id: UUID, person_id: UUID | None, start: str) -> None:
    booking = Booking(
        person_id=person_id,
        kind=Kind.HOME_VISIT,
        source=Source.PHONE,
        tour_day_id=tour_day_id,
        start=minute_of(time.fromisoformat(start)),
        topic="forms",
    )
    # Whoever is visited by somebody else at that time stays at home for that.
    with suppress(Refused):
        book_appointment(act, key, booking)
