"""What screens and papers are told about stops, tours and their days: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from app.mobile_advice.tours.rules import (
    CrewMate,
    DayDetails,
    HaltDetails,
    StopDetails,
    TourDetails,
    VehicleDetails,
    time_of,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.areas.queries import AreaGroup
    from app.errors import Problem
    from app.mobile_advice.tours.rules import RhythmDetails
    from app.tasks.rows import TaskRow


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop or site in a list."""

    id: UUID
    version: int
    name: str
    kind: str
    place: str
    """Street and number, or the meeting point."""
    town: str
    area: str
    access: str
    needs_permit: bool
    permit_number: str
    permit_until: date | None
    is_active: bool
    tours: str = ""
    """Names of the tours that come here."""
    counters: int = 1

    def is_permitted(self, day: date) -> bool:
        """Answer whether a vehicle may stand there on a day."""
        if not self.needs_permit:
            return True
        return (
            bool(self.permit_number)
            and self.permit_until is not None
            and (day <= self.permit_until)
        )


@dataclass(frozen=True, slots=True)
class StopCard:
    """Everything about one stop, and when the next tours come."""

    row: StopRow
    details: StopDetails
    institution: str
    ahead: tuple[DayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StopToEdit:
    """What the form of a stop begins with."""

    card: StopCard | None
    areas: tuple[AreaGroup, ...]
    country: str
    """Where the office is."""


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """A vehicle."""

    id: UUID
    version: int
    details: VehicleDetails


@dataclass(frozen=True, slots=True)
class TourRow:
    """A tour in a list."""

    id: UUID
    version: int
    name: str
    vehicle: str
    """"" for consultation hours without one."""
    languages: tuple[str, ...]
    rhythms: tuple[RhythmDetails, ...]
    stops: tuple[str, ...]
    next_day: date | None
    is_active: bool


@dataclass(frozen=True, slots=True)
class TourCard:
    """Everything about one tour, and its next days."""

    row: TourRow
    details: TourDetails
    ahead: tuple[DayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DayRow:
    """A tour on one day, as a month or a list shows it."""

    id: UUID
    version: int
    tour_id: UUID
    tour: str
    vehicle: str
    day: date
    occurs_on: date | None
    state: str
    from_minute: int
    until_minute: int
    stops: int
    cancelled_stops: int
    reason: str = ""

    @property
    def start(self) -> datetime:
        """When the first stop begins, by the wall clock."""
        return _at(self.day, self.from_minute)

    @property
    def end(self) -> datetime:
        """When the last stop ends, by the wall clock."""
        return _at(self.day, self.until_minute)


@dataclass(frozen=True, slots=True)
class HaltRow:
    """A stop on a day."""

    id: UUID
    stop_id: UUID
    stop: str
    place: str
    access: str
    from_minute: int
    until_minute: int
    counters: int
    is_cancelled: bool
    reason: str
    booked: int = 0
    """Appointments that stand."""
    on_site: str = ""
    """Who is on the spot, with the telephone."""
    bad_weather: str = ""
    """Where people are received in bad weather."""


class StandingBooking(NamedTuple):
    """An appointment of a day that stands."""

    halt_id: UUID | None
    """None for a visit at home on the way."""
    request_id: UUID | None
    """The request for a mediator who is expected."""


@dataclass(frozen=True, slots=True)
class DayCard:
    """Everything about one day of a tour."""

    row: DayRow
    halts: tuple[HaltRow, ...]
    crew: tuple[CrewMate, ...]
    vehicle_id: UUID | None
    note: str
    kilometres: int | None
    confirmed_by: str
    confirmed_on: date | None
    problems: tuple[Problem, ...] = ()
    """What stands against confirming it."""
    to_tell: tuple[TaskRow, ...] = ()
    """Open tasks about people whose appointments were cancelled with it."""
    standing: tuple[StandingBooking, ...] = ()

    def as_details(self) -> DayDetails:
        """Answer the day as its form begins."""
        halts = (
            HaltDetails(
                one.stop_id,
                time_of(one.from_minute),
                time_of(one.until_minute),
                one.counters,
                one.is_cancelled,
                one.id,
                one.reason,
            )
            for one in self.halts
        )
        return DayDetails(self.vehicle_id, tuple(halts), self.crew, self.note)


class VehicleOut(NamedTuple):
    """A vehicle is on a tour from one minute of a day to another."""

    tour_day_id: UUID
    vehicle_id: UUID
    vehicle: str
    tour: str
    from_minute: int
    until_minute: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the forms of tours and days offer: keys and names."""

    stops: tuple[StopRow, ...]
    vehicles: tuple[VehicleRow, ...]


@dataclass(frozen=True, slots=True)
class ToursOfDay:
    """What My day tells of mobile advice."""

    today: tuple[DayRow, ...] = ()
    """Tours that go today, first those on which the reader is on board."""
    to_confirm: int = 0
    """Days of the next days that nobody confirmed."""
    permits: tuple[StopRow, ...] = ()
    """Stops whose permit runs out, is over or was never entered."""


@dataclass(frozen=True, slots=True)
class TourToEdit:
    """What the form of a tour begins with."""

    card: TourCard | None
    choices: Choices


@dataclass(frozen=True, slots=True)
class DayToEdit:
    """What the form of a day begins with."""

    card: DayCard
    choices: Choices


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time_of(minute))
