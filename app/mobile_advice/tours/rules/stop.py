"""A stop or site and a vehicle as their forms have them, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.mobile_advice.tours.rules.words import Access, StopKind
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from app.mobile_advice.tours.rules.hours import Hours

NO_PLACE = N_("Please enter a street or a meeting point.")
NO_COUNTERS = N_(
    "At least one person is advised at a time. Please enter a number from 1 to {most}."
)
NO_PERMIT_DAY = N_("Please enter until when the permit is valid, for example 31.12.2027.")
HALF_A_PLACE = N_("Please enter both coordinates, or none.")
NO_LATITUDE = N_("A latitude lies between -90 and 90, for example 51.2277.")
NO_LONGITUDE = N_("A longitude lies between -180 and 180, for example 6.7735.")
NOT_OFFERED = N_("This is not offered any more. Please choose again.")
TOO_MANY_SEATS = N_("Please enter a number from 0 to {most}.")
MOST_COUNTERS = 20
MOST_SEATS = 99
_LINES = ("meeting_point", "toilet", "permit_number", "contact_name", "contact_phone",
          "bad_weather", "street", "house_number", "postal_code", "city")  # fmt: skip
_LATITUDE, _LONGITUDE = 90, 180


@dataclass(frozen=True, slots=True)
class StopDetails:
    """Everything that the form of a stop or site asks."""

    name: str
    kind: str = StopKind.STOP
    country: str = "DE"
    street: str = ""
    house_number: str = ""
    postal_code: str = ""
    city: str = ""
    meeting_point: str = ""
    area_id: UUID | None = None
    institution_id: UUID | None = None
    latitude: float | None = None
    longitude: float | None = None
    access: str = ""
    has_power: bool | None = None
    toilet: str = ""
    needs_permit: bool = False
    permit_number: str = ""
    permit_until: date | None = None
    contact_name: str = ""
    contact_phone: str = ""
    bad_weather: str = ""
    counters: int | None = 1
    opens: tuple[Hours, ...] = ()
    note: str = ""
    is_active: bool = True

    @property
    def has_permit(self) -> bool:
        """Whether a permit is entered; until when it holds is another question."""
        return bool(self.permit_number.strip()) and self.permit_until is not None


@dataclass(frozen=True, slots=True)
class VehicleDetails:
    """Everything that the form of a vehicle asks."""

    name: str
    plate: str = ""
    equipment: str = ""
    seats: int | None = 0
    note: str = ""
    is_active: bool = True


def check_stop(stop: StopDetails) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a stop, in the order of the form."""
    return (*_words(stop), *_place(stop), *_rest(stop))


def check_vehicle(vehicle: VehicleDetails) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a vehicle."""
    problems = [
        *check_text(vehicle.name, "name", longest=NAME_LENGTH, required=True),
        *check_text(vehicle.plate, "plate", longest=NAME_LENGTH),
        *check_text(vehicle.equipment, "equipment", longest=NOTE_LENGTH, lines=True),
        *check_text(vehicle.note, "note", longest=NOTE_LENGTH, lines=True),
    ]
    if not 0 <= (vehicle.seats or 0) <= MOST_SEATS:
        problems.append(Problem(TOO_MANY_SEATS, "seats", {"most": MOST_SEATS}))
    return tuple(problems)


def _words(stop: StopDetails) -> Iterator[Problem]:
    yield from check_text(stop.name, "name", longest=NAME_LENGTH, required=True)
    if stop.kind not in set(StopKind):
        yield Problem(NOT_OFFERED, "kind")
    if stop.access and stop.access not in set(Access):
        yield Problem(NOT_OFFERED, "access")
    for field in _LINES:
        yield from check_text(getattr(stop, field), field, longest=NAME_LENGTH)
    yield from check_text(stop.note, "note", longest=NOTE_LENGTH, lines=True)


def _place(stop: StopDetails) -> Iterator[Problem]:
    if not stop.street.strip() and not stop.meeting_point.strip():
        yield Problem(NO_PLACE, "street")
    if (stop.latitude is None) != (stop.longitude is None):
        yield Problem(HALF_A_PLACE, "latitude" if stop.latitude is None else "longitude")
    if stop.latitude is not None and not -_LATITUDE <= stop.latitude <= _LATITUDE:
        yield Problem(NO_LATITUDE, "latitude")
    if stop.longitude is not None and not -_LONGITUDE <= stop.longitude <= _LONGITUDE:
        yield Problem(NO_LONGITUDE, "longitude")


def _rest(stop: StopDetails) -> Iterator[Problem]:
    if stop.permit_number.strip() and stop.permit_until is None:
        yield Problem(NO_PERMIT_DAY, "permit_until")
    if stop.counters is None or not 1 <= stop.counters <= MOST_COUNTERS:
        yield Problem(NO_COUNTERS, "counters", {"most": MOST_COUNTERS})
