"""A tour with people booked, and its suitcase packed: what tests of suitcases begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.mobile_advice.suitcase.packing import Packed, pack
from app.mobile_advice.suitcase.rules import Plan
from db.booking import Appointment, StopWaiting
from db.tours import Crew, Stop, Tour, TourDay, TourHalt
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.office import Act, Office

PASSPHRASE = "sieben blaue Stühle im Bus"
DAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class TourPlan:
    """The keys of a planned tour day."""

    day_id: UUID
    halt_id: UUID
    stop_id: UUID
    people: tuple[UUID, ...]
    appointments: tuple[UUID, ...]


def a_tour(
    office: Office, *names: str, day: date = DAY, stop: Mapping[str, str] = MappingProxyType({})
) -> TourPlan:
    """Plan a tour with one halt and an appointment for each name; `stop` is where it stands."""
    people = tuple(add_client(office, family_name=name) for name in names)
    return office.act(_plan, people, day, {**_STOP, **stop}).value


def packed(office: Office, tour: TourPlan, file: Path, **fields: Any) -> Packed:  # noqa: ANN401 - any field of the plan
    """Pack the suitcase of a tour."""
    known: dict[str, Any] = {"until": date(2026, 11, 25), "passphrase": PASSPHRASE}
    plan = Plan(tour.day_id, **(known | {"repeated": PASSPHRASE} | fields))
    return pack(office, plan, file)


def _plan(act: Act, people: tuple[UUID, ...], day: date, where: dict[str, Any]) -> TourPlan:
    stop, tour = Stop(id=uuid4(), **where), Tour(id=uuid4(), name="Südrunde", made_until=day)
    act.session.add_all((stop, tour))
    act.session.flush()
    of_day = TourDay(id=uuid4(), tour_id=tour.id, day=day, state="planned")
    act.session.add(of_day)
    act.session.flush()
    halt = TourHalt(
        id=uuid4(),
        tour_day_id=of_day.id,
        stop_id=stop.id,
        position=0,
        from_time=540,
        until_time=720,
        counters=2,
        state="planned",
    )
    crew = Crew(id=uuid4(), tour_day_id=of_day.id, name="Emre Kaya", duty="driver")
    act.session.add_all((halt, crew))
    act.session.flush()
    booked = [
        an_appointment(halt.id, day, 540 + 20 * at, person_id=key) for at, key in enumerate(people)
    ]
    waiting = StopWaiting(id=uuid4(), stop_id=stop.id, name="Frau Ott", since=day, state="waiting")
    act.session.add_all((*booked, waiting))
    act.session.flush()
    act.touch("tours", of_day.id)
    return TourPlan(of_day.id, halt.id, stop.id, people, tuple(row.id for row in booked))


def an_appointment(halt_id: UUID, day: date, starts_at: int | None, **fields: Any) -> Appointment:  # noqa: ANN401 - any column
    """Answer an appointment that is not in a session yet."""
    known: dict[str, Any] = {
        "tour_halt_id": halt_id,
        "day": day,
        "starts_at": starts_at,
        "minutes": 20,
        "counter": 0 if starts_at is None else 1,
        "kind": "booked",
        "state": "booked",
        "source": "phone",
        "booked_by": "Anna Beispiel",
        "booked_at": datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    }
    return Appointment(**({"id": uuid4()} | known | fields))


_STOP: dict[str, Any] = {
    "name": "Kirchplatz",
    "kind": "stop",
    "country": "DE",
    "street": "Kirchplatz",
    "house_number": "1",
    "postal_code": "40595",
    "city": "Düsseldorf",
}
