"""Stops, tours and their days of tests, made through the program's own acts."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.tours.actions import save_stop, save_tour, save_vehicle
from app.mobile_advice.tours.queries import days_between
from app.mobile_advice.tours.rules import (
    CrewMate,
    RhythmDetails,
    StopDetails,
    StopTime,
    TourDetails,
    VehicleDetails,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.tours.rows import DayRow
    from app.office import Office

TUESDAY = date(2026, 11, 24)
"""The day after the day of all tests."""


def stop(office: Office, name: str = "Garath, Bürgerhaus", **details: object) -> UUID:
    """Add a stop and answer it; it needs no permit unless `details` say so."""
    values: dict[str, object] = {"street": "Fritz-Erler-Straße", "house_number": "21",
                                 "postal_code": "40595", "city": "Düsseldorf"}  # fmt: skip
    made = StopDetails(name, **(values | details))  # type: ignore[arg-type] # as the caller says
    return office.act(save_stop, uuid4(), 0, made).value


def vehicle(office: Office, name: str = "Beratungsbus") -> UUID:
    """Add a vehicle and answer it."""
    return office.act(save_vehicle, uuid4(), 0, VehicleDetails(name, "D-ZP 55", seats=2)).value


def weekly(weekday: int = 2, **details: object) -> RhythmDetails:
    """Answer a rhythm on every such weekday (2 is Tuesday) from the day of all tests on."""
    values: dict[str, object] = {"weekday": weekday, "starts_on": date(2026, 11, 23)}
    return RhythmDetails(**(values | details))  # type: ignore[arg-type] # as the caller says


def at(stop_id: UUID, start: str = "09:30", end: str = "11:30") -> StopTime:
    """Answer a stop with its times."""
    return StopTime(stop_id, time.fromisoformat(start), time.fromisoformat(end))


def mate(name: str = "Karin Vogt", duty: str = "staff", person_id: UUID | None = None) -> CrewMate:
    """Answer somebody on board."""
    return CrewMate(name, duty, person_id)


def tour(
    office: Office,
    *stops: StopTime,
    name: str = "Süden",
    rhythms: tuple[RhythmDetails, ...] = (weekly(),),
    crew: tuple[CrewMate, ...] = (),
    **details: object,
) -> UUID:
    """Add a tour that goes each Tuesday, and answer it."""
    places = stops or (at(stop(office)),)
    made = TourDetails(name, stops=places, rhythms=rhythms, crew=crew, **details)  # type: ignore[arg-type] # as the caller says
    return office.act(save_tour, uuid4(), 0, made).value.id


def days(office: Office, first: date = TUESDAY, last: date = TUESDAY) -> tuple[DayRow, ...]:
    """Answer the days of tours from one day to another."""
    return office.ask(days_between, first, last)
