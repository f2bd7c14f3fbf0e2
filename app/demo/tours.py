"""The advice bus of the demo office: stops, tours, days held and days to come."""

from __future__ import annotations

import tomllib
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.demo.books import book
from app.demo.chance import Chance
from app.demo.queries import areas_by_name
from app.mobile_advice.tours.actions import save_stop, save_tour, save_vehicle
from app.mobile_advice.tours.cancelling import Cancelling, cancel_day
from app.mobile_advice.tours.day_actions import confirm_day
from app.mobile_advice.tours.making import make_day
from app.mobile_advice.tours.queries import day_card, days_between
from app.mobile_advice.tours.rhythm import wanted_days
from app.mobile_advice.tours.rules import (
    CrewMate,
    DayState,
    RhythmDetails,
    StopDetails,
    StopTime,
    TourDetails,
    VehicleDetails,
    read_hours,
)
from app.text_rules import full_name
from app.visiting.holidays import holidays_between
from db.people import Person
from db.tours import Tour
from db.volunteers import Volunteer
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

BEHIND = timedelta(days=98)
"""So long ago the bus began to go round."""
_CONFIRMED = timedelta(days=8)
"""Days that are nearer are confirmed."""
_MANY = 64
"""More than there are stops, tours and vehicles."""
_WHO = (
    select(Person.id, Person.given_name, Person.family_name)
    .join(Volunteer, Volunteer.person_id == Person.id)
    .where(Volunteer.active_from.is_not(None), Volunteer.left_on.is_(None))
    .order_by(Person.id)
    .limit(18)
)
_PLAIN = ("street", "house_number", "postal_code", "meeting_point", "access", "toilet",
          "contact_name", "contact_phone", "bad_weather", "latitude", "longitude",
          "kind", "counters")  # fmt: skip


def add_demo_tours(act: Act, plan: DemoPlan) -> int:
    """Write stops, tours and their days; answer how many days."""
    known = tomllib.loads(read_text("demo", f"tours_{plan.country.language}.toml"))
    chance = Chance(plan.seed, plan.country, "tours")
    stops = _add_stops(act, plan, chance, known["stops"])
    bus = chance.key(0)
    save_vehicle(act, bus, 0, VehicleDetails(**known["vehicle"]))
    mates = [
        (row.id, full_name(row.given_name, row.family_name)) for row in act.session.execute(_WHO)
    ]
    made = 0
    for number, table in enumerate(known["tours"], start=1):
        tour_id = chance.key((number + len(stops)) / _MANY)
        first = number * 3 % max(1, len(mates))
        crew = _crew(act, table, mates[first:] + mates[:first])
        details = _tour(plan, table, stops, bus, crew)
        made += save_tour(act, tour_id, 0, details).made
        made += _add_past(act, plan, tour_id, details)
    _settle(act, plan, known["cancelled"])
    return made


def _add_stops(
    act: Act, plan: DemoPlan, chance: Chance, tables: Sequence[Mapping[str, Any]]
) -> dict[str, UUID]:
    places = book(plan.country)
    areas = areas_by_name(act.session.connection(), places.code_list)
    found: dict[str, UUID] = {}
    for number, table in enumerate(tables, start=1):
        details = StopDetails(
            table["name"],
            country=plan.country.value,
            city="Düsseldorf" if plan.country.value == "DE" else table["area"],
            area_id=areas.get(table["area"]),
            has_power="toilet" in table or None,
            needs_permit="permit" in table,
            permit_number=table.get("permit", ""),
            permit_until=_until(plan, table.get("permit_days")),
            opens=read_hours(table.get("opens", "")),
            **{name: table[name] for name in _PLAIN if name in table},
        )
        found[table["name"]] = chance.key(number / _MANY)
        save_stop(act, found[table["name"]], 0, details)
    act.session.flush()
    return found


def _until(plan: DemoPlan, days: int | None) -> date | None:
    return plan.today + timedelta(days=days) if days else None


def _crew(
    act: Act, table: Mapping[str, Any], mates: Sequence[tuple[UUID, str]]
) -> tuple[CrewMate, ...]:
    """Answer who goes along: who works here, and volunteers for everything else."""
    free = iter(mates)
    crew: list[CrewMate] = []
    for duty in table["crew"]:
        if duty == "staff":
            crew.append(CrewMate(act.who, duty))
            continue
        person = next(free, None)
        if person is not None:
            languages = tuple(table.get("mediates", ())) if duty == "mediator" else ()
            crew.append(CrewMate(person[1], duty, person[0], languages))
    return tuple(crew)


def _tour(
    plan: DemoPlan,
    table: Mapping[str, Any],
    stops: Mapping[str, UUID],
    bus: UUID,
    crew: tuple[CrewMate, ...],
) -> TourDetails:
    rhythm = RhythmDetails(
        table["rhythm"],
        table["weekday"],
        table.get("nth"),
        plan.today - BEHIND,
        on_holidays=table.get("on_holidays", "skip"),
    )
    return TourDetails(
        table["name"],
        bus if table.get("with_vehicle") else None,
        tuple(table["languages"]),
        stops=tuple(
            StopTime(stops[name], time.fromisoformat(start), time.fromisoformat(end))
            for name, start, end in table["stops"]
        ),
        rhythms=(rhythm,),
        crew=crew,
    )


def _add_past(act: Act, plan: DemoPlan, tour_id: UUID, details: TourDetails) -> int:
    """Write the days on which the tour went already."""
    first, last = plan.today - BEHIND, plan.today - timedelta(days=1)
    holidays = {one.day for one in holidays_between(act.session.connection(), first, plan.today)}
    tour = act.session.get_one(Tour, tour_id)
    days = wanted_days(details.rhythms, first, last, holidays)
    for number, one in enumerate(days):
        row = make_day(act, tour, one.day)
        row.occurs_on, row.is_fixed, row.state = one.occurs_on, False, DayState.HELD.value
        row.confirmed_by, row.confirmed_on = act.who, one.day - timedelta(days=7)
        if details.vehicle_id is not None:
            row.kilometres = 240 + 10 * (number % 7)
    act.session.flush()
    return len(days)


def _settle(act: Act, plan: DemoPlan, cancelled: Mapping[str, Any]) -> None:
    """Confirm the days that are near and can go, and cancel one that is further off."""
    last = plan.today + timedelta(days=60)
    rows = days_between(act.session.connection(), plan.today, last)
    for row in rows:
        if row.day <= plan.today + _CONFIRMED:
            card = day_card(act.session.connection(), row.id)
            # Whoever of the crew visits somebody then is to be replaced by hand.
            if card is not None and not card.problems:
                confirm_day(act, row.id, row.version)
    ahead = [row for row in rows if row.tour == cancelled["tour"]]
    off = ahead[cancelled["ahead"]]
    cancel_day(act, off.id, off.version, Cancelling(cancelled["reason"], others=cancelled["task"]))
