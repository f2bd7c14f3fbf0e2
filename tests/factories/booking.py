"""Stops, tours and halts at which tests book, and mediators whom they ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid4

from app.mobile_advice.booking.actions import book_appointment
from app.mobile_advice.booking.rules import Booking, Kind, Place
from app.mobile_advice.mediators.actions import save_mediator_request
from app.mobile_advice.mediators.pooling import save_pool
from app.mobile_advice.mediators.rules import PoolDetails, RequestDetails
from db.people import PersonLanguage
from db.tours import Stop, Tour, TourDay, TourHalt, Vehicle
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from app.office import Act, Office

TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
NINE, TEN, ELEVEN = 540, 600, 660


class MadeHalt(NamedTuple):
    """Keys of a halt that was made."""

    id: UUID
    stop_id: UUID
    tour_day_id: UUID

    def at(self, start: int, counter: int = 1) -> Place:
        """Answer a place at this halt."""
        return Place(self.id, start, counter)


def halt(
    office: Office,
    day: date = TOMORROW,
    *,
    name: str = "Garath, Markt",
    first: int = NINE,
    last: int = ELEVEN,
    counters: int = 2,
    **stop: Any,  # noqa: ANN401 - columns of the stop
) -> MadeHalt:
    """Make a halt of two hours with two counters and six times of twenty minutes each."""
    return office.act(_halt, day, name, first, last, counters, stop).value


def _halt(
    act: Act,
    day: date,
    name: str,
    first: int,
    last: int,
    counters: int,
    more: dict[str, Any],
) -> MadeHalt:
    vehicle = Vehicle(id=uuid4(), name="Bus")
    stop = Stop(id=uuid4(), name=name, kind="stop", country="DE", counters=counters, **more)
    act.session.add_all([vehicle, stop])
    act.session.flush()
    tour = Tour(
        id=uuid4(), name=f"Tour {name}", vehicle_id=vehicle.id, slot_minutes=20, made_until=day
    )
    act.session.add(tour)
    act.session.flush()
    tour_day = TourDay(id=uuid4(), tour_id=tour.id, day=day, state="planned")
    act.session.add(tour_day)
    act.session.flush()
    row = TourHalt(
        id=uuid4(),
        tour_day_id=tour_day.id,
        stop_id=stop.id,
        position=1,
        from_time=first,
        until_time=last,
        counters=counters,
        state="planned",
    )
    act.session.add(row)
    act.touch("tours")
    return MadeHalt(row.id, stop.id, tour_day.id)


def book(office: Office, place: Place, name: str = "Frau Muster", **more: Any) -> UUID:  # noqa: ANN401 - fields of a booking
    """Book somebody, without a card unless `person_id` is said; answer the appointment."""
    booking = Booking(place, name=name, **more)
    return office.act(book_appointment, uuid4(), booking).value


def visit_home(office: Office, made: MadeHalt, person_id: UUID, start: int, **more: Any) -> UUID:  # noqa: ANN401 - as above
    """Book a visit at home on the way of a tour; answer the appointment."""
    booking = Booking(
        person_id=person_id,
        kind=Kind.HOME_VISIT,
        tour_day_id=made.tour_day_id,
        start=start,
        **more,
    )
    return office.act(book_appointment, uuid4(), booking).value


def add_mediator(office: Office, name: str = "Samira Haddad", **more: Any) -> UUID:  # noqa: ANN401 - fields of the file
    """Add a volunteer who interprets Arabic; answer the person."""
    person = add_volunteer(office, name, is_mediator=True, **{"gender": "female", **more})
    office.act(_speak, person)
    return person


def _speak(act: Act, person_id: UUID) -> None:
    act.session.add(PersonLanguage(person_id=person_id, position=9, tag="ar", level="native"))
    act.touch("clients")


def add_pool(office: Office, name: str = "Pool A", **more: Any) -> UUID:  # noqa: ANN401 - fields of a pool
    """Add a pool that needs three working days; answer it."""
    details = PoolDetails(name, lead_days=3, valid_from=date(2020, 1, 1))
    return office.act(save_pool, uuid4(), 0, replace(details, **more)).value


def request_mediator(office: Office, **more: Any) -> UUID:  # noqa: ANN401 - fields of a request
    """Ask for an Arabic mediator on Thursday morning; answer the request."""
    details = RequestDetails(
        language="ar",
        subject="Pension",
        day=date(2026, 11, 26),
        from_time=TEN,
        until_time=ELEVEN,
        place="Town hall",
        requester="Housing office",
    )
    return office.act(save_mediator_request, uuid4(), 0, replace(details, **more)).value
